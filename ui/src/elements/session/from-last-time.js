import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { words } from "../../words/en.js";

const said = words.between.topics;

/** What earlier sessions left for this one, folded to one line until it is wanted. */
export class FromLastTime extends View {
  /** @type {any} */
  #frame = null;

  /** @param {any} frame */
  set frame(frame) {
    this.#frame = frame;
    this.update();
  }

  template() {
    const { waitingTopics = [], priorActions = [] } = this.#frame ?? {};
    if (!waitingTopics.length && !priorActions.length) return nothing;
    return html`<details class="fcard__before"><summary>${said.lastTime}: ${said.counts(waitingTopics.length, priorActions.length)}</summary>
      <waiting-topics .waiting=${waitingTopics}></waiting-topics>
      <prior-actions .actions=${priorActions}></prior-actions></details>`;
  }

  drawn() {
    for (const part of this.querySelectorAll("prior-actions, waiting-topics")) /** @type {View} */ (part).update();
  }
}
