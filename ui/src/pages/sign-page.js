import { signPaper, signingSheet } from "../ipc/giving.js";
import { dayInWords, dayOf } from "../lib/dates.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.signing;
const CONSENT = "recording_consent";

/** @typedef {import("../../types/wire/SignerPlace.ts").SignerPlace} SignerPlace */

/** Signing a kept paper on the screen: its very pages, and beside them who signs, with which words, drawn or typed. */
export class SignPage extends View {
  /** @type {any} */
  route = null;
  /** @type {import("../../types/wire/SigningSheet.ts").SigningSheet | null} */
  #sheet = null;
  #role = "";
  #draws = true;
  #agreed = false;
  #records = false;
  #shares = false;

  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  template() {
    const sheet = this.#sheet;
    return html`<div class="page agreement">
      ${sheet ? html`<a class="small" href=${`#/client/${sheet.clientId}/papers`}><bdi>${said.back(sheet.clientName)}</bdi></a>` : nothing}
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      ${sheet ? this.#body(sheet) : html`<problem-note .shown=${this.problem}></problem-note>`}</div>`;
  }

  /** @param {import("../../types/wire/SigningSheet.ts").SigningSheet} sheet */
  #body(sheet) {
    const { paperId, kind, versionNo, pages, sha256, signers, open } = sheet;
    const title = words.giving.kind(kind);
    const done = signers.filter(({ signedAt }) => signedAt);
    return html`<header><h1 tabindex="-1">${said.title}</h1>
        <p class="muted">${said.what(versionNo ? words.giving.list.version(title, versionNo) : title, pages)}. ${said.mark(sha256.slice(0, 8))}</p>
        ${open && !done.length ? html`<p class="muted">${said.paperFirst}</p>` : nothing}</header>
      <div class="agreement__columns sign__columns"><paper-preview .paper=${{ kind: "kept", paperId }}></paper-preview>
        <aside class="agreement__side" aria-label=${said.side}>
          ${done.length ? html`<ul class="stack stack--tight">${done.map((one) => html`<li class="small">${said.signedBy(who(one), dayInWords(one.signedAt ?? ""), one.method ?? "")}</li>`)}</ul>` : nothing}
          ${open ? this.#form(sheet) : html`<p>${done.length ? said.allSigned : said.closed}</p>`}
          ${done.length ? html`<div><a class="button ${open ? "" : "button--primary"}" href=${`#/paper/signed/${paperId}`}>${said.signedPaper}</a></div>` : nothing}
        </aside></div>`;
  }

  /** @param {import("../../types/wire/SigningSheet.ts").SigningSheet} sheet */
  #form(sheet) {
    const { kind, signers } = sheet;
    const left = signers.filter(({ signedAt }) => !signedAt);
    const chosen = left.find(({ role }) => role === this.#role) ?? left[0];
    return html`<form class="stack sign" novalidate @submit=${this.#sign}>
      <fieldset class="stack stack--tight"><legend class="field__label">${said.who}</legend>${left.map((one) => html`<label class="choice">
        <input type="radio" name="role" .checked=${one === chosen} @change=${() => this.#take(one.role)}><span dir="auto">${who(one)}</span></label>`)}</fieldset>
      ${kind === CONSENT ? this.#answer(sheet) : this.#tick("agreed", sheet.words.agree, this.#agreed, (on) => (this.#agreed = on))}
      <label class="field"><span class="field__label">${said.name}</span><input class="input" name="name" dir="auto" autocomplete="off" .value=${chosen.name}></label>
      <fieldset class="stack stack--tight"><legend class="field__label">${said.how}</legend><div class="row">
        ${this.#choice(said.draw, this.#draws, () => (this.#draws = true))}${this.#choice(said.type, !this.#draws, () => (this.#draws = false))}</div>
        ${this.#draws ? html`<sign-pad @pad:drawn=${this.#drawn}></sign-pad>` : html`<p class="field__hint">${said.typed}</p>`}</fieldset>
      <div class="row sign__where"><label class="field"><span class="field__label">${said.place}</span><input class="input" name="place" dir="auto" autocomplete="off"></label>
        <label class="field"><span class="field__label">${said.day}</span><input class="input input--short" type="date" name="day" max=${dayOf(new Date())} .value=${dayOf(new Date())}></label></div>
      <problem-note .shown=${this.problem}></problem-note>
      <div class="sign__act"><button class="button button--primary">${said.sign}</button></div></form>`;
  }

  /** @param {import("../../types/wire/SigningSheet.ts").SigningSheet} sheet */
  #answer({ words: { record, share } }) {
    return html`<fieldset class="stack stack--tight"><legend class="field__label">${said.consent.title}</legend>
      ${this.#tick("record", record, this.#records, (on) => (this.#records = on))}${this.#tick("share", share, this.#shares, (on) => (this.#shares = on))}
      <p class="field__hint">${said.consent.none}</p></fieldset>`;
  }

  /** @param {string} text @param {boolean} on @param {() => unknown} set */
  #choice(text, on, set) {
    return html`<label class="choice"><input type="radio" name="method" .checked=${on} @change=${() => (set(), this.update())}><span>${text}</span></label>`;
  }

  /** @param {string} name @param {string} text @param {boolean} on @param {(on: boolean) => unknown} set */
  #tick(name, text, on, set) {
    return html`<label class="choice"><input type="checkbox" name=${name} .checked=${on} @change=${(/** @type {any} */ { target }) => (set(target.checked), this.update())}><span dir="auto">${text}</span></label>`;
  }

  async #read() {
    this.#sheet = (await this.reading(() => signingSheet(this.route.paperId), said.reading)) ?? null;
    this.update();
  }

  /** Another person has another name, and nothing is agreed for them. @param {string} role */
  #take(role) {
    this.#role = role;
    [this.#agreed, this.#records, this.#shares] = [false, false, false];
    this.#pad?.clear();
    this.update();
  }

  /** What was missing is there now. */
  #drawn = () => {
    this.problem = null;
    this.update();
  };

  get #pad() {
    return /** @type {import("../elements/sign-pad.js").SignPad | null} */ (this.querySelector("sign-pad"));
  }

  /** The sentences that stand over the signature, as they are read on the screen. */
  get #intent() {
    if (!this.#sheet) return "";
    const { kind, words: { agree, record, share, refuse } } = this.#sheet;
    if (kind !== CONSENT) return this.#agreed ? agree : "";
    const given = [this.#records && record, this.#shares && share].filter(Boolean);
    return given.length ? given.join(" ") : refuse;
  }

  #sign = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const sheet = this.#sheet;
    const intent = this.#intent;
    this.problem = intent ? null : { message: said.notAgreed, hint: said.notAgreedHint };
    this.update();
    if (!sheet || this.problem) return;
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.querySelector(`[name=${name}]`)).value;
    const role = (sheet.signers.find((one) => !one.signedAt && one.role === this.#role) ?? sheet.signers.find((one) => !one.signedAt))?.role ?? "";
    const signature = { sha256: sheet.sha256, role, name: value("name"), place: value("place"), day: value("day"), intent, strokes: this.#draws ? (this.#pad?.strokes ?? []) : null };
    const signed = await this.attempt(() => signPaper(sheet.paperId, signature), said.signing);
    if (!signed) return;
    this.#sheet = signed;
    this.#take("");
    say({ message: said.signed(signature.name) });
    this.drawNow();
    /** @type {HTMLElement | null} */ (this.querySelector("h1"))?.focus();
  };
}

/** @param {SignerPlace} signer */
function who({ role, name }) {
  return said.person(/** @type {Record<string, string>} */ (said.role)[role], name);
}
