/** The base of pages and elements: light DOM, drawn by lit-html, at most once per microtask. */

import { nothing, render } from "../vendor/lit-html/lit-html.js";

/** @typedef {{code?: string, message: string, hint?: string | null}} Problem */

export class View extends HTMLElement {
  #asked = false;
  #waiting = 0;

  /** A sentence saying what is happening, shown once it takes longer than 300 ms. */
  waitingFor = "";

  /** @type {Problem | null} */
  problem = null;

  connectedCallback() {
    this.update();
  }

  /** Asks to be drawn again. */
  update() {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => this.drawNow());
  }

  drawNow() {
    this.#asked = false;
    if (!this.isConnected) return;
    render(this.template(), this);
    this.drawn();
  }

  /** @returns {unknown} */
  template() {
    return nothing;
  }

  /** Called after every drawing. */
  drawn() {}

  /**
   * Does some work with the book. What goes wrong is kept in `problem`, and the answer is then undefined;
   * closing a file dialog is not a problem.
   * @template T @param {() => Promise<T>} work @param {string} [sentence] @returns {Promise<T | undefined>}
   */
  async attempt(work, sentence = "") {
    const turn = ++this.#waiting;
    const late = setTimeout(() => {
      this.waitingFor = sentence;
      this.update();
    }, 300);
    try {
      const answer = await work();
      this.problem = null;
      return answer;
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problem.code === "cancelled" ? null : problem;
      return undefined;
    } finally {
      clearTimeout(late);
      if (turn === this.#waiting) this.waitingFor = "";
      this.update();
    }
  }

  /**
   * As `attempt`, for what a page is about: when that is not in the book any more, `page:gone` is raised.
   * @template T @param {() => Promise<T>} work @param {string} [sentence] @returns {Promise<T | undefined>}
   */
  async reading(work, sentence = "") {
    const answer = await this.attempt(work, sentence);
    if (answer === undefined && this.problem?.code === "not_found") this.tell("page:gone");
    return answer;
  }

  /** Tells whoever holds this element. @param {string} name @param {any} [detail] */
  tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

/** @param {any} error @returns {Problem} */
export function asProblem(error) {
  if (error && typeof error === "object" && typeof error.message === "string") {
    return { code: error.code, message: error.message, hint: error.hint ?? null };
  }
  return { message: String(error), hint: null };
}
