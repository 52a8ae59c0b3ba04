import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";

/**
 * The list above the writing line. The line keeps the focus; the list only shows which entry *Enter* takes.
 * @typedef {{key: string, text: string, hint?: string, value: any}} Entry
 */
export class PickList extends View {
  /** @type {Entry[]} */
  entries = [];
  /** Which entry Enter takes; -1 for none. */
  at = -1;
  label = "";
  /** Letters act at once: shown in columns. */
  letters = false;

  template() {
    if (!this.entries.length) return nothing;
    return html`<ul id="pick-list" class="pick ${this.letters ? "pick--letters" : ""}" role="listbox" aria-label=${this.label}>
      ${this.entries.map((entry, index) => html`
        <li id="pick-${index}" role="option" class="pick__entry" aria-selected=${index === this.at ? "true" : "false"}
          @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.tell("pick:chosen", entry)}>
          ${entry.hint ? html`<kbd class="pick__hint">${entry.hint}</kbd>` : nothing}<span dir="auto">${entry.text}</span></li>`)}
    </ul>`;
  }
}
