import { phaseName, tagOf } from "../../lib/session-kinds.js";
import { asked } from "../../lib/session-questions.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { questions as words } from "../../words/en/questions.js";
import { session } from "../../words/en/session.js";

/** The questions she asked, seen afterwards beside her reflection, if she had them noted. Hers alone. */
export class QuestionsUsed extends View {
  /** @type {any} */
  model = null;
  /** @type {import("../../../types/wire/QuestionUse.js").QuestionUse[]} */
  uses = [];

  template() {
    if (!this.uses.length || !this.model) return nothing;
    return html`<details class="used"><summary>${words.used.title}</summary>
      <ol class="used__list">${this.uses.map(({ phase, intent, text }) => {
        const tag = tagOf(this.model, phase);
        return html`<li class="used__one"><span class="tag tag--${tag.colour}" aria-hidden="true">${tag.letter}</span><span class="said">${phaseName(this.model, phase, session.phases)}</span>
          <span dir="auto">${text ? asked(text) : intent === "what_else" ? session.questions.whatElse : words.used.gone}</span></li>`;
      })}</ol></details>`;
  }
}
