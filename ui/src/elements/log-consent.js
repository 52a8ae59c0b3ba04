import { heldOf } from "../lib/client-facts.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.clients.privacy.log;

/** Whether a client may be named in the log of hours. Raises `log:answered` with decision and method. */
export class LogConsent extends View {
  /** @type {any} */
  page = null;

  template() {
    if (!this.page) return nothing;
    const { client, sessions, timeline } = this.page;
    const answers = timeline.filter((/** @type {any} */ { kind, title }) => kind === "consent" && title === "list_in_hours_log");
    const agreed = answers.some((/** @type {any} */ { detail }) => detail === "granted");
    const met = heldOf(sessions).length > 0;
    const act = (/** @type {string} */ text, /** @type {string} */ decision, method = "verbal_in_session") => html`<button type="button" class="button"
      @click=${() => this.tell("log:answered", { decision, method })}>${text}</button>`;
    return html`<p>${agreed ? said.agreed : answers.length ? said.refused : said.ask(client.nameOnScreen)}</p>
      ${met ? html`<div class="row">${agreed ? act(said.takenBack, "withdrawn") : html`${act(said.written, "granted", "written")}${act(said.said, "granted")}
        ${answers.length ? nothing : act(said.no, "refused")}`}</div>` : html`<p class="muted">${said.later}</p>`}`;
  }
}
