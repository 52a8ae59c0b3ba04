import { isKey, keyOf, KEYS, readKeys, withKey, writeKeys } from "../lib/own-keys.js";
import { letterOf } from "../lib/session-keys.js";
import { View } from "../lib/view.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { settings } from "../words/en/settings.js";

const words = settings.keys;

/** The keys of a session, each to be changed by pressing another. Raises `keys:set` with the text the book keeps. */
export class KeySettings extends View {
  /** @type {string} as the book keeps it */
  kept = "";
  /** @type {string | null} the act whose next key is awaited */
  #awaited = null;
  #refused = "";

  template() {
    const keys = this.#keys;
    return html`<ul class="keys">${Object.keys(KEYS).map((act) => html`<li class="keys__one">
        <span>${words.acts[/** @type {"cover"} */ (act)]}</span>
        <button type="button" class="button keys__key" aria-label=${words.change(words.acts[/** @type {"cover"} */ (act)], words.key(keys[act] ?? ""))}
          aria-pressed=${this.#awaited === act ? "true" : "false"} @click=${() => this.#await(act)} @blur=${() => this.#await(null)} @keydown=${this.#pressed}>
          ${this.#awaited === act ? words.press : words.key(keys[act] ?? "")}</button></li>`)}</ul>
      <output class="small muted">${this.#refused}</output>
      ${this.kept ? html`<button type="button" class="button button--text" @click=${() => this.tell("keys:set", "")}>${words.asBefore}</button>` : nothing}`;
  }

  get #keys() {
    return { ...KEYS, ...readKeys(this.kept) };
  }

  /** @param {string | null} act */
  #await(act) {
    this.#awaited = act;
    if (act) this.#refused = "";
    this.update();
  }

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    const act = this.#awaited;
    if (!act || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return this.#await(null);
    const letter = letterOf(event);
    if (!letter || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = keyOf(letter, event.shiftKey);
    this.#awaited = null;
    if (isKey(key)) this.tell("keys:set", writeKeys(withKey(this.#keys, act, key)));
    else this.#refused = words.taken(words.key(key));
    this.update();
  };
}
