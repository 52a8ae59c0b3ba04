import { dayInWords } from "../lib/dates.js";
import { findingWords, partName } from "../lib/template-check.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { templates as said } from "../words/en/templates.js";

/**
 * Beside a template: whether it is used, what is wrong in it, its clauses, its versions, and what can be done with it.
 * Raises `template:used`, `finding:wanted`, `version:wanted`, `template:exported`, `template:copied`, `template:removed`.
 */
export class TemplateSide extends View {
  /** @type {import("../../types/wire/TemplateSheet.ts").TemplateSheet | null} */
  #sheet = null;

  /** @param {import("../../types/wire/TemplateSheet.ts").TemplateSheet} sheet */
  set sheet(sheet) {
    this.#sheet = sheet;
    this.update();
  }

  template() {
    const sheet = this.#sheet;
    if (!sheet) return nothing;
    const { kind, language, inUse, parts, required, versions } = sheet;
    const act = (/** @type {string} */ raises, /** @type {string} */ word, look = "") =>
      html`<button type="button" class="button button--text button--flush ${look}" @click=${() => this.tell(raises)}>${word}</button>`;
    return html`<div><label class="choice"><input type="checkbox" name="inUse" aria-describedby="use-hint" .checked=${inUse}
          @change=${(/** @type {any} */ event) => this.tell("template:used", event.target.checked)}><span>${said.use}</span></label>
        <p class="field__hint" id="use-hint">${said.useHint[/** @type {"email"} */ (kind)](said.languages[language] ?? language)}</p></div>
      ${this.#check(sheet)}
      ${kind === "agreement" ? html`<clause-order .clauses=${parts.map((part) => ({ ...part, heading: part.heading || said.newClause, required: required.includes(part.key) }))}></clause-order>` : nothing}
      ${versions.length > 1 ? this.#versions(versions) : nothing}
      <section class="template__acts" aria-label=${said.more}>
        ${act("template:exported", said.exportIt)}${act("template:copied", said.another)}${act("template:removed", said.remove, "button--danger")}
      </section>`;
  }

  /** @param {import("../../types/wire/TemplateSheet.ts").TemplateSheet} sheet */
  #check({ findings, fields, parts }) {
    return html`<section aria-labelledby="template-check"><h2 id="template-check">${said.check.title}</h2>
      <div aria-live="polite">${findings.length
        ? html`<ul class="template__findings">${findings.map((finding) => html`<li>
            <button type="button" class="button button--text button--flush template__finding" @click=${() => this.tell("finding:wanted", finding)}>
              <span>${findingWords(finding, fields)}</span> <span class="muted">${said.check.in(partName(parts[finding.part] ?? { key: "", heading: "" }))}</span></button></li>`)}</ul>`
        : html`<p class="muted small">${said.check.none}</p>`}</div></section>`;
  }

  /** @param {import("../../types/wire/TemplateVersion.ts").TemplateVersion[]} versions */
  #versions(versions) {
    return html`<section aria-labelledby="template-versions"><h2 id="template-versions">${said.versions.title}</h2>
      <ul class="side__versions">${versions.map(({ number, savedAt }, place) => html`<li class="small">
        ${said.versions.one(number)} <span class="muted">${place ? dayInWords(savedAt) : said.versions.now}</span>
        ${place ? html`<button type="button" class="button button--text" aria-label=${said.versions.lookAt(number)} @click=${() => this.tell("version:wanted", number)}>${said.versions.look}</button>` : nothing}</li>`)}</ul></section>`;
  }
}
