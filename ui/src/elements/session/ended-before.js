import { dayInWords } from "../../lib/dates.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { course as words } from "../../words/en/course.js";

const said = words.before;

/** A session that was ended at its last line because this one began: its time, one click from another. Nobody is named. Raises `ended:set`. */
export class EndedBefore extends View {
  /** @type {import("../../../types/wire/EndedBefore.ts").EndedBefore | null} */
  ended = null;

  template() {
    const { ended } = this;
    if (!ended) return nothing;
    return html`<div class="told" role="status">
      <span>${said.stillOn(dayInWords(ended.heldOn), ended.heldAt ?? "")}</span>
      <label class="told__time"><span>${said.ended}</span> <input class="input" type="time" name="ended" .value=${ended.heldUntil ?? ""}></label>
      <button type="button" class="button" @click=${this.#right}>${said.right}</button>
    </div>`;
  }

  #right = () => {
    const { value } = /** @type {HTMLInputElement} */ (this.querySelector("[name=ended]"));
    if (value) this.tell("ended:set", { sessionId: this.ended?.sessionId, time: value });
    this.tell("line:wanted");
  };
}
