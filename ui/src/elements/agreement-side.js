import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { dayInWords } from "../lib/dates.js";
import { words } from "../words/en.js";

const said = words.agreement.side;

/** Beside the sheet: what is still open, which clauses are in it and in which order, and its versions. */
export class AgreementSide extends View {
  /** @type {any} */
  #sheet = null;

  /** @param {any} sheet */
  set sheet(sheet) {
    this.#sheet = sheet;
    this.update();
  }

  template() {
    const { status, missing, clauses, versions, sponsor, ofThree } = this.#sheet;
    return html`
      ${status === "draft" ? html`
        <section aria-labelledby="side-missing"><h2 id="side-missing">${said.missing}</h2>
          <div aria-live="polite">${missing.length
            ? html`<ul class="side__missing">${missing.map((/** @type {any} */ { key, label }) => html`<li>
                <button type="button" class="button button--text button--flush" @click=${() => this.tell("gap:wanted", { key })}>${label}</button></li>`)}</ul>`
            : html`<p class="muted small">${said.none}</p>`}</div></section>
        ${sponsor || ofThree ? html`<section aria-labelledby="side-signers"><h2 id="side-signers">${said.signers}</h2>
          <label class="choice"><input type="checkbox" .checked=${ofThree} aria-describedby="side-signers-hint" @change=${(/** @type {any} */ { target }) => this.tell("sponsor:signs", target.checked)}>
            <span dir="auto">${said.sponsorSigns(sponsor)}</span></label>
          <p class="field__hint" id="side-signers-hint">${said.sponsorSignsHint}</p></section>` : nothing}
        <clause-order .clauses=${clauses}></clause-order>` : nothing}
      ${versions.length > 1 ? html`<section aria-labelledby="side-versions"><h2 id="side-versions">${said.versions}</h2>
        <ul class="side__versions">${versions.map((/** @type {any} */ one) => html`<li class="small">
          ${words.agreement.version(one.versionNo)} <span class="muted">${/** @type {Record<string, string>} */ (words.agreement.status)[one.status]}${one.signedOn ? ` · ${dayInWords(one.signedOn)}` : ""}</span>
          ${one.status === "draft" ? nothing : html`<a href=${`#/paper/agreement/${one.versionId}`}>${words.agreement.preview}<span class="said"> ${words.agreement.version(one.versionNo)}</span></a>`}</li>`)}</ul></section>` : nothing}`;
  }
}
