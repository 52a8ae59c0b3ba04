import { listClients } from "../ipc/clients.js";
import { copyText } from "../ipc/papers.js";
import * as ipc from "../ipc/templates.js";
import { say } from "../lib/notice.js";
import { TemplateDesk } from "../lib/template-desk.js";
import { asProblem, View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { words } from "../words/en.js";

const said = words.templates;

/** One template: written at the left, checked beside it, and seen as it would be printed. */
export class TemplatePage extends View {
  /** @type {TemplateDesk | null} */
  #desk = null;
  /** @type {import("../../types/wire/ClientRow.ts").ClientRow[]} */
  #clients = [];
  #previewed = false;
  /** Counts up when other words come into the fields than were typed there. */
  #sitting = 0;
  /** @type {any} */
  route = null;
  #flush = (/** @type {Event} */ event) => {
    if (!this.#desk) return;
    /** @type {CustomEvent} */ (event).detail.wait(this.#desk.leave().then((saved) => saved || Promise.reject(this.#desk?.problem)));
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("app:flush", this.#flush);
    /** @type {[string, (detail: any) => unknown][]} */
    const news = [
      ["part:written", ({ key, heading, body }) => this.#desk?.writePart(key, { heading, body })],
      ["clause:included", ({ key, included }) => this.#desk?.writePart(key, { included })],
      ["clause:moved", ({ key, to }) => this.#desk?.movePart(key, to)],
      ["clause:wanted", () => this.#add()],
      ["finding:wanted", (finding) => this.#goTo(finding)],
      ["template:used", (used) => this.#use(used)],
      ["template:exported", () => this.#export()],
      ["template:copied", () => this.#copy()],
      ["template:removed", () => this.#remove()],
      ["version:wanted", (number) => this.#look(number)],
      ["version:brought", (number) => this.#bring(number)],
      ["template:named", (name) => this.#desk?.write({ name })],
      ["template:spoken", (language) => this.#desk?.write({ language })],
      ["save:retry", () => this.#desk?.flush()],
      ["save:copy", () => this.#copyWords()],
    ];
    for (const [name, heard] of news) this.addEventListener(name, (event) => void heard(/** @type {CustomEvent} */ (event).detail));
    void this.#read();
  }

  disconnectedCallback() {
    document.removeEventListener("app:flush", this.#flush);
    void this.#desk?.leave();
  }

  template() {
    const desk = this.#desk;
    return html`<div class="page agreement template">
      <a class="small" href="#/templates">${said.back}</a>
      <problem-note .shown=${this.problem ?? (desk?.problem ? asProblem(desk.problem) : null)}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${desk ? this.#body(desk.sheet) : nothing}
    </div>`;
  }

  /** @param {import("../lib/template-desk.js").Sheet} sheet */
  #body(sheet) {
    return html`<header class="template__head"><h1 tabindex="-1">${said.kinds[/** @type {"email"} */ (sheet.kind)]}</h1><save-status></save-status></header>
      <template-head .sheet=${sheet}></template-head>
      <div class="agreement__columns">
        <div class="template__main">${this.#views()}${this.#previewed ? this.#preview(sheet) : this.#parts(sheet)}</div>
        <aside class="agreement__side" aria-label=${said.more}><template-side .sheet=${sheet}></template-side></aside>
      </div>
      <template-earlier></template-earlier>`;
  }

  #views() {
    const view = (/** @type {boolean} */ previewed, /** @type {string} */ word) => html`<button type="button" class="button" aria-pressed=${String(this.#previewed === previewed)}
      @click=${() => this.#show(previewed)}>${word}</button>`;
    return html`<div class="row template__views" role="group" aria-label=${said.view}>${view(false, said.write)}${view(true, said.preview)}
      ${this.#previewed ? html`<label class="row template__for"><span class="field__label">${said.filledWith}</span>
        <select class="input input--short" name="client" @change=${this.#fillFor}><option value="">${said.samples}</option>
          ${this.#clients.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#desk?.clientId}>${name}</option>`)}</select></label>` : nothing}</div>`;
  }

  /** @param {import("../lib/template-desk.js").Sheet} sheet */
  #parts({ kind, parts, fields, findings, language }) {
    const clauses = kind === "agreement";
    const shown = parts.filter(({ included }) => included);
    return html`${repeat(shown, ({ key }) => `${this.#sitting}/${key}`, (part, place) => html`<template-part data-key=${part.key} .content=${part} .number=${clauses ? place + 1 : 0} .language=${language}
        .fields=${fields} .findings=${findings.filter((one) => parts[one.part]?.key === part.key)}></template-part>`)}
      <p class="field__hint">${kind === "email" || kind === "opening_script" ? said.wordsHint : said.paperHint}</p>`;
  }

  /** @param {import("../lib/template-desk.js").Sheet} sheet */
  #preview({ filled, language }) {
    return html`<template-filled .parts=${filled} .language=${language}></template-filled>`;
  }

  drawn() {
    const status = /** @type {import("../elements/save-status.js").SaveStatus | null} */ (this.querySelector("save-status"));
    if (!status || !this.#desk) return;
    const { state, since } = this.#desk;
    status.state = state === "failed" ? "failed" : "saved";
    if (since) status.since = new Date(since).toTimeString().slice(0, 5);
  }

  async #read() {
    const sheet = await this.attempt(() => ipc.openTemplate(this.route.id, null), said.opening);
    if (sheet) this.#desk = new TemplateDesk(sheet, () => this.update());
    this.update();
  }

  /** @param {boolean} previewed */
  async #show(previewed) {
    if (previewed) {
      this.#clients = (await this.attempt(() => listClients())) ?? [];
      await this.#desk?.flush();
    }
    this.#previewed = previewed;
    this.#sitting++;
    this.update();
  }

  #fillFor = (/** @type {any} */ event) => this.attempt(async () => this.#desk?.fillFor(event.target.value ? Number(event.target.value) : null));

  #add() {
    const key = this.#desk?.addPart();
    this.#previewed = false;
    this.drawNow();
    this.#part(key)?.take();
  }

  /** @param {import("../../types/wire/TemplateFinding.ts").TemplateFinding} finding */
  #goTo(finding) {
    this.#previewed = false;
    this.drawNow();
    this.#part(this.#desk?.sheet.parts[finding.part]?.key)?.show(finding);
  }

  /** @param {string | undefined} key */
  #part(key) {
    const parts = /** @type {import("../elements/template-part.js").TemplatePart[]} */ ([...this.querySelectorAll("template-part")]);
    return parts.find((part) => part.dataset.key === key);
  }

  /** @param {boolean} used */
  async #use(used) {
    const desk = this.#desk;
    if (!desk || !(await desk.flush())) return;
    const list = await this.attempt(() => ipc.useTemplate(desk.sheet.id, used));
    desk.sheet = { ...desk.sheet, inUse: list ? used : desk.sheet.inUse };
    this.update();
  }

  async #export() {
    if (!this.#desk || !(await this.#desk.flush())) return;
    const file = await this.attempt(() => ipc.exportTemplate(this.route.id), said.exporting);
    if (file) say({ message: said.exported(file.fileName) });
  }

  async #copy() {
    const desk = this.#desk;
    if (!desk || !(await desk.flush())) return;
    const made = await this.attempt(() => ipc.copyTemplate(desk.sheet.kind, said.anotherName(desk.sheet.name).slice(0, 120), desk.sheet.id), said.copying);
    if (made) go(`#/template/${made.id}`);
  }

  async #remove() {
    const desk = this.#desk;
    if (!desk || !(await desk.leave())) return;
    const { id, name } = desk.sheet;
    if ((await this.attempt(() => ipc.removeTemplate(id))) === undefined) return;
    this.#desk = null;
    say({ message: said.removed(name), undo: () => ipc.restoreTemplate(id).then(() => go(`#/template/${id}`)) });
    go("#/templates");
  }

  /** Words that could not be saved, to be kept elsewhere. */
  async #copyWords() {
    const texts = this.#desk?.sheet.parts.map(({ heading, body }) => [heading, body].filter(Boolean).join("\n")) ?? [];
    if ((await this.attempt(() => copyText(texts.join("\n\n")))) !== undefined) say({ message: words.common.copied });
  }

  /** @param {number} number */
  async #look(number) {
    const parts = await this.attempt(() => ipc.templateVersion(this.route.id, number), said.versions.reading);
    if (parts) /** @type {import("../elements/template-earlier.js").TemplateEarlier | null} */ (this.querySelector("template-earlier"))?.show(number, parts);
  }

  /** @param {number} number */
  async #bring(number) {
    if (!(await this.#desk?.flush())) return;
    const sheet = await this.attempt(() => ipc.bringBackTemplate(this.route.id, number), said.versions.reading);
    if (!sheet) return;
    this.#desk = new TemplateDesk(sheet, () => this.update());
    this.#sitting++;
    this.update();
    say({ message: said.versions.brought(number) });
  }
}
