import { judgePhrase, setNewPhrase, suggestPhrase } from "../ipc/book.js";
import { say } from "../lib/notice.js";
import { View } from "../lib/view.js";
import { go } from "../router.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.book.newPhrase;

/** After the book was opened with the code: the words that lock it from now on. */
export class NewPhrasePage extends View {
  #phrase = "";
  /** @type {any} */
  #judged = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("phrase:wanted", () => void this.#suggest());
    this.addEventListener("phrase:typed", (event) => void this.#judge(/** @type {CustomEvent} */ (event).detail));
    void this.#suggest();
  }

  template() {
    return html`<div class="start"><form class="start__form" novalidate @submit=${this.#keep}>
      <div>
        <h1 class="start__head" tabindex="-1">${said.title}</h1>
        <p class="muted">${said.why}</p>
      </div>
      <phrase-choice .phrase=${this.#phrase} .judged=${this.#judged}></phrase-choice>
      <problem-note .shown=${this.problem}></problem-note>
      <waiting-note .sentence=${this.waitingFor}></waiting-note>
      <div class="row"><button class="button button--primary">${said.keep}</button></div>
    </form></div>`;
  }

  async #suggest() {
    const offered = await this.attempt(() => suggestPhrase());
    if (offered) this.#phrase = offered.phrase;
    this.update();
  }

  /** @param {{phrase: string}} typed */
  async #judge({ phrase }) {
    this.#judged = phrase ? ((await this.attempt(() => judgePhrase(phrase, ""))) ?? null) : null;
    this.update();
  }

  #keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const choice = /** @type {import("../elements/phrase-choice.js").PhraseChoice} */ (this.querySelector("phrase-choice"));
    const phrase = choice.choice();
    if (!phrase || (await this.attempt(() => setNewPhrase(phrase), said.keeping)) === undefined) return;
    say({ message: said.kept });
    go("#/");
  };
}
