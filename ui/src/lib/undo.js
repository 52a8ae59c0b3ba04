/**
 * The acts of a session in order, each with its way back. What an undo gives back to the writing line is its answer.
 * @typedef {{name: string, back: () => Promise<string | void> | string | void}} Act
 */

const KEPT_ACTS = 100;

export class Undo {
  /** @type {Act[]} */
  #acts = [];

  /** @param {string} name @param {Act["back"]} back */
  did(name, back) {
    this.#acts.push({ name, back });
    if (this.#acts.length > KEPT_ACTS) this.#acts.shift();
  }

  get last() {
    return this.#acts.at(-1)?.name ?? null;
  }

  /** Takes back the last act; if that fails it stays there to be tried again. @returns {Promise<{name: string, words: string} | null>} */
  async takeBack() {
    const act = this.#acts.pop();
    if (!act) return null;
    try {
      return { name: act.name, words: (await act.back()) ?? "" };
    } catch (error) {
      this.#acts.push(act);
      throw error;
    }
  }

  clear() {
    this.#acts = [];
  }
}
