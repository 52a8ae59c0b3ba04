import * as ipc from "../ipc/templates.js";
import { dayInWords } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.templates;

/** @typedef {import("../../types/wire/TemplateRow.ts").TemplateRow} Row */

/** The coach's own texts, by what they are for. */
export class TemplatesPage extends View {
  /** @type {import("../../types/wire/TemplateList.ts").TemplateList | null} */
  #list = null;
  /** @type {any} */
  route = null;

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  template() {
    return html`<div class="page texts">
      <div class="page__head row row--apart"><h1 tabindex="-1">${said.title}</h1>
        <button type="button" class="button" @click=${this.#import}>${said.importIt}</button></div>
      <p class="muted texts__intro">${said.intro}</p>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${this.#list?.kinds.map((kind) => this.#kind(kind)) ?? nothing}
    </div>`;
  }

  /** @param {string} kind */
  #kind(kind) {
    const key = /** @type {keyof typeof said.kinds} */ (kind);
    const own = this.#list?.own.filter((row) => row.kind === kind) ?? [];
    return html`<section class="page__section" aria-labelledby=${`texts-${kind}`}>
      <h2 id=${`texts-${kind}`}>${said.kinds[key]}</h2>
      <p class="muted small">${said.about[key]}</p>
      <ul class="rows texts__rows">
        ${own.map((row) => this.#row(row))}
        <li class="texts__row"><span class="texts__name">${printsBuiltIn(kind) ? said.builtIn : said.builtInNone}</span>
          <span class="small muted">${said.languages.en}</span>
          <span class="small">${printsBuiltIn(kind) && !own.some(({ inUse, language }) => inUse && language === "en") ? html`<span class="texts__used">${said.inUse}</span>` : nothing}</span>
          <button type="button" class="button button--text" aria-label=${said.copyOf(said.kinds[key])} @click=${() => this.#copy(key)}>${said.copy}</button></li>
      </ul></section>`;
  }

  /** @param {Row} row */
  #row({ id, name, language, inUse, savedAt }) {
    return html`<li class="texts__row"><a class="texts__name" href=${`#/template/${id}`} dir="auto">${name}</a>
      <span class="small muted">${said.languages[language] ?? language}</span>
      <span class="small">${inUse ? html`<span class="texts__used">${said.inUse}</span>` : html`<span class="muted">${said.notInUse}</span>`}</span>
      <span class="small muted texts__day">${said.saved(dayInWords(savedAt))}</span></li>`;
  }

  async #read() {
    this.#list = (await this.attempt(() => ipc.listTemplates(), said.reading)) ?? this.#list;
    this.update();
  }

  /** @param {keyof typeof said.kinds} kind */
  async #copy(kind) {
    const made = await this.attempt(() => ipc.copyTemplate(kind, said.copyName(said.kinds[kind])), said.copying);
    if (made) go(`#/template/${made.id}`);
  }

  #import = async () => {
    const brought = await this.attempt(() => ipc.importTemplate(), said.importing);
    if (!brought) return;
    say({ message: said.imported });
    go(`#/template/${brought.id}`);
  };
}

/** Whether something is printed while she has no words of her own. @param {string} kind */
const printsBuiltIn = (kind) => kind === "agreement" || kind === "consent";
