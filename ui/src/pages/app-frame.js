import { bookStatus, lockBook, removeSample, today } from "../ipc/book.js";
import { focusPage } from "../lib/focus.js";
import { flush } from "../lib/lifecycle.js";
import { bringOtherScreens } from "../lib/other-screens.js";
import { say } from "../lib/notice.js";
import { takeSettings } from "../lib/text-size.js";
import { View } from "../lib/view.js";
import { go, routeOf } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const places = [
  { section: "today", hash: "#/", word: words.common.today },
  { section: "clients", hash: "#/clients", word: words.common.clients },
  { section: "settings", hash: "#/settings", word: words.common.settings },
];

/** @returns {never} */
function incomplete() {
  throw { message: words.common.incomplete, hint: words.common.incompleteHint };
}

/** The window: the places on the left, one page beside them. Without an open book there is only the start page. */
export class AppFrame extends View {
  /** @type {import("../../types/wire/BookStatus.ts").BookStatus | null} */
  #status = null;
  #route = routeOf("#/");
  /** @type {any} */
  #page = null;
  #pageKey = "";

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#follow);
    document.addEventListener("app:lock", this.#lock);
    document.addEventListener("app:kept-open", this.#keptOpen);
    this.addEventListener("book:changed", (event) => void this.#opened(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("page:gone", this.#gone);
    void this.#begin();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.#follow);
    document.removeEventListener("app:lock", this.#lock);
    document.removeEventListener("app:kept-open", this.#keptOpen);
  }

  template() {
    const open = this.#status?.state === "open";
    return html`
      ${open ? this.#bar() : nothing}
      <main class="frame__main ${open && !this.#route.full ? "" : "frame__main--full"}" id="page" tabindex="-1">
        <problem-note .shown=${this.problem}></problem-note>
        <waiting-note .sentence=${this.waitingFor}></waiting-note>
        ${this.#page}
      </main>
      ${open ? html`<everything-dialog .sample=${this.#status?.sample ?? false}></everything-dialog>` : nothing}
      <app-notice></app-notice>`;
  }

  #bar() {
    return html`
      ${this.#route.full ? nothing : html`
      <header class="frame__rail">
        <button type="button" class="frame__skip button" @click=${this.#skip}>${words.common.toMain}</button>
        <span class="frame__name" aria-hidden="true">${words.common.app}</span>
        <nav aria-label=${words.common.places}>
          <ul class="frame__places">
            ${places.map(({ section, hash, word }) => html`
              <li><a class="frame__place" href=${hash} aria-current=${section === this.#route.section ? "page" : nothing}>${word}</a></li>`)}
          </ul>
        </nav>
        <button type="button" class="frame__lock button button--text" aria-keyshortcuts="Control+L Meta+L" @click=${this.#lock}>${words.common.lock}</button>
      </header>`}
      ${this.#status?.sample ? html`
      <aside class="frame__sample" aria-label=${words.book.locked.sample}>
        <span>${words.common.sampleBanner}</span>
        <button type="button" class="button button--text button--danger" @click=${this.#removeSample}>${words.common.removeSample}</button>
      </aside>` : nothing}`;
  }

  drawn() {
    this.classList.toggle("frame--full", this.#route.full || this.#status?.state !== "open");
    this.classList.toggle("frame--sample", this.#status?.state === "open" && !!this.#status.sample);
  }

  async #begin() {
    const status = await this.attempt(() => bookStatus(), words.common.opening);
    if (!status) return;
    this.#status = status;
    if (status.state === "open") await takeSettings();
    this.#show();
  }

  /** @param {import("../../types/wire/BookStatus.ts").BookStatus & {goTo?: string}} status */
  async #opened(status) {
    const wasOpen = this.#status?.state === "open";
    this.#status = status;
    this.#pageKey = "";
    if (status.state === "open") await takeSettings();
    if (status.state !== "open" || wasOpen) return this.#leaveFor("#/");
    if (status.needsNewPhrase) return this.#leaveFor("#/new-phrase");
    if (status.goTo) return this.#leaveFor(status.goTo);
    const day = await today().catch(() => null);
    this.#leaveFor(day?.running ? `#/session/${day.running.sessionId}` : "#/");
  }

  /** @param {string} hash */
  #leaveFor(hash) {
    if (location.hash === hash || (hash === "#/" && !location.hash)) this.#show();
    else go(hash);
  }

  #follow = () => this.#show();

  #show() {
    if (!this.#status) return;
    const open = this.#status.state === "open";
    this.#route = open ? routeOf(location.hash) : { page: "start-page", full: true, section: "" };
    const { page, clientId, engagementId, sessionId, kind, id } = this.#route;
    if (!customElements.get(page)) return void this.#waitFor(page);
    const key = [page, clientId, engagementId, sessionId, kind, id].join("/");
    const fresh = key !== this.#pageKey;
    if (fresh) this.#page = document.createElement(page);
    this.#pageKey = key;
    this.#page.route = this.#route;
    if (!open) this.#page.status = this.#status;
    this.drawNow();
    if (fresh) {
      window.scrollTo(0, 0);
      focusPage(this.#page);
    }
  }

  /** What a page, or the paper or scan it shows, is about is not there: another one stands in its place, with the ways on. */
  #gone = (/** @type {Event} */ event) => {
    const about = /** @type {Element} */ (event.target);
    if ((about.closest("paper-page, scan-page") ?? about) !== this.#page) return;
    this.#route = { ...this.#route, full: false };
    this.#page = document.createElement("gone-page");
    this.drawNow();
    focusPage(this.#page);
  };

  /** A page whose element is not here yet is fetched, and shown when it is. @param {string} page */
  async #waitFor(page) {
    const here = await this.attempt(() => bringOtherScreens().then(() => customElements.get(page) ?? incomplete(), incomplete), words.common.opening);
    if (here) this.#show();
  }

  #skip = () => focusPage(this.#page, true);

  #lock = async () => {
    if (this.#status?.state !== "open") return;
    if (!(await flush())) return this.#keptOpen();
    if ((await this.attempt(() => lockBook(), words.common.locking)) === undefined) return;
    history.replaceState(null, "", "#/");
    await this.#begin();
  };

  #removeSample = async () => {
    const status = await this.attempt(() => removeSample(), words.common.opening);
    if (status) await this.#opened(status);
  };

  #keptOpen = () => say({ message: words.common.keptOpen, hint: words.common.keptOpenHint });
}
