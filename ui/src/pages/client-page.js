import * as ipc from "../ipc/clients.js";
import { planSession, recordSession, startSession } from "../ipc/sessions.js";
import { clientFacts, emptyEngagement, factsOf } from "../lib/client-facts.js";
import { answerLog } from "../lib/log-consent.js";
import { momentInWords } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { go, stay } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.one;

/** One client in five tabs. */
export class ClientPage extends View {
  /** @type {any} */
  #page = null;
  #tab = "overview";
  #editing = false;
  #clientId = 0;
  /** The last save, for whoever has to wait for it. @type {Promise<unknown>} */
  #saving = Promise.resolve(true);
  #flush = (/** @type {Event} */ event) => {
    for (const form of this.querySelectorAll("fact-form")) /** @type {any} */ (form).sendIfChanged();
    /** @type {CustomEvent} */ (event).detail.wait(this.#saving.then((saved) => saved !== undefined || Promise.reject(this.problem)));
  };

  /** @param {any} route */
  set route(route) {
    this.#clientId = route.clientId;
    this.#tab = route.tab ?? "overview";
    this.update();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    /** @type {[string, (detail: any) => unknown][]} */
    const news = [
      ["tab:chosen", ({ key }) => this.#choose(key)],
      ["details:wanted", () => this.#edit(true)],
      ["agreement:wanted", () => this.#agree()],
      ["programme:wanted", () => this.#saveEngagement({ engagementId: null, rev: null, fields: emptyEngagement })],
      ["client:archived", () => this.#archive()],
      ["client:restored", () => this.#restore()],
      ["log:answered", (answer) => this.#answerLog(answer)],
      ["client:erased", () => this.#erased()],
      ["facts:left", () => this.#edit(false)],
      ["facts:saved", (fields) => this.#saveFacts(fields)],
      ["engagement:saved", (change) => this.#saveEngagement(change)],
      ["session:wanted", (wanted) => this.#start(wanted)],
      ["session:planned", (plan) => this.#plan(plan)],
      ["session:on-paper", (held) => this.#recordOnPaper(held)],
    ];
    for (const [name, heard] of news) this.addEventListener(name, (event) => void heard(/** @type {CustomEvent} */ (event).detail));
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
  }

  template() {
    const client = this.#page?.client;
    return html`<div class="page client">
      <header class="client__head">
        <h1 tabindex="-1" dir="auto">${client ? client.fields.displayName : "–"}</h1>
        ${client ? html`<p class="muted" dir="auto">${factsOf(client)}</p>` : nothing}
      </header>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${client ? html`<tab-list .label=${said.tabsLabel} .tabs=${said.tabs} .current=${this.#tab}></tab-list>
        <div class="client__panel" role="tabpanel" id="tab-panel" aria-labelledby=${`tab-${this.#tab}`}>${this.#panel()}</div>` : nothing}
    </div>`;
  }

  #panel() {
    switch (this.#tab) {
      case "sessions":
        return html`<client-sessions .page=${this.#page}></client-sessions>`;
      case "plan":
        return html`<client-plan .page=${this.#page}></client-plan>`;
      case "papers":
        return html`<paper-list .page=${this.#page}></paper-list>`;
      case "privacy":
        return html`<client-privacy .page=${this.#page}></client-privacy><erase-client .client=${this.#page.client}></erase-client>`;
      default:
        return this.#editing
          ? html`<fact-form .facts=${clientFacts(this.#page.client)} .values=${this.#page.client.fields}></fact-form>`
          : html`<client-overview .page=${this.#page}></client-overview>`;
    }
  }

  async #read() {
    this.#page = (await this.reading(() => ipc.getClient(this.#clientId), said.reading)) ?? this.#page;
    this.update();
  }

  /** @param {string} tab */
  #choose(tab) {
    this.#tab = tab;
    this.#editing = false;
    stay(`#/client/${this.#clientId}/${tab}`);
    this.update();
  }

  /** @param {boolean} editing */
  #edit(editing) {
    this.#editing = editing;
    this.drawNow();
    if (editing) queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector("fact-form input"))?.focus());
    else queueMicrotask(() => /** @type {HTMLElement | null} */ (this.querySelector(".client__details"))?.focus());
  }

  /** @param {any} fields */
  async #saveFacts(fields) {
    const { id, rev } = this.#page.client;
    const work = this.attempt(() => ipc.saveClient(id, rev, fields), said.saving);
    this.#saving = work;
    const client = await work;
    if (!client) return;
    this.#page = { ...this.#page, client };
    this.#edit(false);
  }

  /** @param {{engagementId: number | null, rev: number | null, fields: any}} change */
  async #saveEngagement({ engagementId, rev, fields }) {
    const work = this.attempt(() => ipc.saveEngagement(engagementId, this.#clientId, rev, fields), said.saving);
    this.#saving = work;
    const saved = await work;
    if (saved) await this.#read();
    return saved;
  }

  /** A session and an agreement stand in a programme; the first one is made without asking. */
  async #programme() {
    const [first] = this.#page.engagements;
    return first ?? (await this.#saveEngagement({ engagementId: null, rev: null, fields: emptyEngagement }));
  }

  #agree = async () => {
    const programme = await this.#programme();
    if (programme) go(`#/agreement/${programme.id}`);
  };

  /** @param {{sessionId?: number}} wanted */
  async #start({ sessionId }) {
    const programme = sessionId ? null : await this.#programme();
    if (!sessionId && !programme) return;
    const view = await this.attempt(() => startSession(programme?.id ?? null, sessionId ?? null), said.starting);
    if (view) go(`#/session/${view.frame.session.id}`);
  }

  /** @param {{engagementId: number | null, plannedAt: string}} plan */
  async #plan({ engagementId, plannedAt }) {
    const programme = engagementId ?? (await this.#programme())?.id;
    if (!programme) return;
    const planned = await this.attempt(() => planSession(programme, plannedAt), words.clients.sessions.planning);
    if (!planned) return;
    say({ message: words.clients.sessions.planned(momentInWords(plannedAt)) });
    await this.#read();
  }

  /** A session held without the window goes straight to its wrap-up. @param {any} held */
  async #recordOnPaper(held) {
    const engagementId = held.sessionId ? null : (held.engagementId ?? (await this.#programme())?.id ?? null);
    if (!held.sessionId && !engagementId) return;
    const recorded = await this.attempt(() => recordSession({ ...held, engagementId }), words.between.paper.recording);
    if (recorded) go(`#/session/${recorded.sessionId}/wrap-up`);
  }

  /** @param {{decision: string, method: string}} answer */
  async #answerLog(answer) {
    if (await this.attempt(() => answerLog(this.#page, answer), said.saving)) await this.#read();
  }

  /** The address goes with the client: the way back leads past it. */
  #erased() {
    stay("#/clients");
    go("#/clients");
  }

  #archive = async () => {
    const name = this.#page.client.nameOnScreen;
    if ((await this.attempt(() => ipc.archiveClient(this.#clientId))) === undefined) return;
    say({ message: words.clients.privacy.archivedDone(name), undo: this.#restore });
    await this.#read();
  };

  #restore = async () => {
    if ((await this.attempt(() => ipc.restoreClient(this.#clientId))) === undefined) return;
    say({ message: words.clients.privacy.restored(this.#page.client.nameOnScreen) });
    await this.#read();
  };
}
