import { aliasAt, plainMark, readMark } from "../../lib/marks.js";
import { letterOf } from "../../lib/session-keys.js";
import { listFor } from "../../lib/session-lists.js";
import { View } from "../../lib/view.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

const MOST_LINES = 6;

/**
 * The writing line (EXPERIENCE 3.2 to 3.4). It holds the words being typed and says what she wishes; the page does it:
 * line:changed · line:enter · line:marked · line:alone · line:unmarked · line:letter · line:picked · line:question · line:up · line:leave
 */
export class WritingLine extends View {
  /** @type {{letter: string, colour: string}} */
  tag = { letter: "G", colour: "g" };
  /** What the next line will become or fill, else the topic. */
  becomes = "";
  staged = false;
  /** Whether `becomes` says more than the topic: then it is shown in the small forms too. */
  says = false;
  editing = false;
  covered = false;
  phaseLabel = "";
  /** @type {any} */
  known = { topics: [], people: [], find: () => [], five: [], hint: () => "", words, ask: (/** @type {string} */ text) => text };
  /** @type {"topic"|"question"|"letters"|null} */
  #marked = null;
  /** @type {import("../../lib/session-lists.js").OpenList | null} */
  #list = null;

  template() {
    const list = this.#list;
    return html`
      <div class="line ${this.covered ? "line--covered" : ""} ${this.says ? "line--says" : ""}">
        <pick-list .entries=${list?.entries ?? []} .at=${list?.at ?? -1} .letters=${list?.name === "letters"}
          .label=${list ? words.lists[/** @type {"topics"} */ ({ topic: "topics", question: "questions", letters: "letters", alias: "people" }[list.name])] : ""}
          @pick:chosen=${(/** @type {CustomEvent} */ event) => this.#pick(event.detail)}></pick-list>
        <div class="line__tag" id="line-tag">
          <span class="tag tag--${this.tag.colour}" aria-hidden="true">${this.tag.letter}</span><span class="said">${this.phaseLabel}</span>
          <span class="line__becomes" dir="auto">${this.becomes}</span>
        </div>
        <textarea class="line__field" rows="1" dir="auto" aria-label=${words.line} aria-describedby="line-tag" spellcheck="false"
          autocomplete="off" autocorrect="off" autocapitalize="off" aria-controls=${list ? "pick-list" : nothing}
          aria-activedescendant=${list && list.at >= 0 ? `pick-${list.at}` : nothing}
          @input=${this.#typed} @compositionend=${this.#composed} @keydown=${this.#pressed} @blur=${this.#left}></textarea>
      </div>`;
  }

  drawn() {
    for (const list of this.querySelectorAll("pick-list")) /** @type {any} */ (list).update?.();
    this.#grow();
  }

  get field() {
    return /** @type {HTMLTextAreaElement | null} */ (this.querySelector("textarea"));
  }

  get text() {
    return this.field?.value ?? "";
  }

  /** Puts words into the line, never read for marks. @param {string} text */
  set text(text) {
    if (!this.field) this.drawNow();
    const field = this.field;
    if (!field) return;
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    this.#close();
    this.#grow();
  }

  take() {
    if (!this.field) this.drawNow();
    this.field?.focus({ preventScroll: true });
  }

  /** Opens the list of topics for the line above. */
  openTopics() {
    this.text = "#";
    this.#marked = "topic";
    this.#look();
  }

  #typed = (/** @type {InputEvent} */ event) => {
    if (!event.isComposing) this.#read(event.inputType, event.data ?? "");
    this.#look();
    this.#grow();
    this.tell("line:changed", this.text);
  };

  #composed = (/** @type {CompositionEvent} */ event) => {
    this.#read("insertFromComposition", event.data);
    this.tell("line:changed", this.text);
  };

  /** Reads a mark only when it was itself just typed, at the very start. @param {string} inputType @param {string} typed */
  #read(inputType, typed) {
    const field = /** @type {HTMLTextAreaElement} */ (this.field);
    const read = readMark(field.value, { inputType });
    if (!read || this.editing || typed !== read.mark || field.selectionStart !== read.mark.length) return;
    if (read.list) {
      if (!read.rest) this.#marked = read.list;
      return;
    }
    field.value = read.rest;
    field.setSelectionRange(0, 0);
    this.tell("line:marked", { name: read.name, mark: read.mark });
  }

  #look() {
    const field = /** @type {HTMLTextAreaElement} */ (this.field);
    this.#list = this.covered ? null : listFor(this.#marked, field.value, field.selectionStart ?? 0, this.known);
    if (!field.value) this.#marked = null;
    this.update();
  }

  #close() {
    this.#marked = null;
    if (!this.#list) return false;
    this.#list = null;
    this.update();
    return true;
  }

  #left = () => void this.#close();

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const done = this.#list?.name === "letters" ? this.#letter(event) : this.#key(event);
    if (done) event.preventDefault();
  };

  /** One letter acts at once; anything else leaves the stroke in the line. @param {KeyboardEvent} event */
  #letter(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Shift") return false;
    const letter = letterOf(event);
    if (!(letter in words.letters)) return this.#key(event);
    this.text = "";
    this.tell("line:letter", letter);
    this.tell("line:changed", "");
    return true;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const field = /** @type {HTMLTextAreaElement} */ (this.field);
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === "Enter" && bare) return event.repeat || this.#enter();
    if (event.key === "Escape") {
      event.stopPropagation();
      return this.#close() || this.tell("line:leave");
    }
    if (this.#list && bare && (event.key === "ArrowDown" || event.key === "ArrowUp")) return this.#move(event.key === "ArrowDown" ? 1 : -1);
    if (event.key === "ArrowUp" && bare && (!field.value || (this.editing && field.rows === 1))) return !this.tell("line:up");
    if (event.key === "Backspace" && bare && field.selectionStart === 0 && field.selectionEnd === 0 && this.staged) return this.tell("line:unmarked");
    return false;
  }

  #enter() {
    const list = this.#list;
    if (list && list.at >= 0) return this.#pick(/** @type {any} */ (list.entries[list.at]));
    const text = this.text;
    const marked = this.#marked;
    this.#close();
    if (marked === "question" && plainMark(text[0] ?? "") === "?" && text.slice(1).trim()) this.tell("line:question", text.slice(1).trim());
    else if (marked === "topic" && text.trim() === "#") this.tell("line:alone", "topic");
    else if (!text.trim()) this.tell("line:alone", null);
    else this.tell("line:enter", text);
    return true;
  }

  /** @param {number} by */
  #move(by) {
    const list = /** @type {import("../../lib/session-lists.js").OpenList} */ (this.#list);
    list.at = (list.at + by + list.entries.length) % list.entries.length;
    this.update();
    return true;
  }

  /** @param {import("./pick-list.js").Entry} entry */
  #pick(entry) {
    const name = this.#list?.name;
    if (name === "alias") this.#insert(entry.value.alias ?? entry.value.newAlias);
    else this.text = "";
    this.#close();
    this.tell(name === "letters" ? "line:letter" : "line:picked", name === "letters" ? entry.value : { list: name, value: entry.value });
    this.tell("line:changed", this.text);
    this.take();
    return true;
  }

  /** Completes an alias in place. @param {string} alias */
  #insert(alias) {
    const field = /** @type {HTMLTextAreaElement} */ (this.field);
    const caret = field.selectionStart ?? field.value.length;
    const found = aliasAt(field.value, caret);
    if (!found) return;
    field.setRangeText(alias, found.from, caret, "end");
  }

  /** Grows upward to six lines, then scrolls. The bottom edge stays: the row stands at the foot of the page. */
  #grow() {
    const field = this.field;
    if (!field) return;
    field.rows = 1;
    if (!field.value) return;
    const line = parseFloat(window.getComputedStyle(field).lineHeight) || 28;
    field.rows = Math.max(1, Math.min(MOST_LINES, Math.round((field.scrollHeight - 8) / line)));
    if (field.selectionStart === field.value.length) field.scrollTop = field.scrollHeight;
  }
}
