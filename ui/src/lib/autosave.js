/**
 * Saves at most `within` milliseconds after the first unsaved key, whatever the typing does: the clock starts with the
 * first change and no later one moves it. One save is on its way at a time; while it is, exactly one more waits (the newest
 * text). A failed save keeps the text and says since when.
 *
 * @typedef {{setTimeout: (run: () => void, ms: number) => any, clearTimeout: (id: any) => void, now: () => number}} Clock
 * @typedef {"saved"|"waiting"|"saving"|"failed"} SaveState
 */

export const WITHIN = 400;

/** @type {Clock} */
const realClock = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id),
  now: () => Date.now(),
};

/** @template T */
export class Autosave {
  #save;
  #clock;
  #within;
  #changed;
  /** @type {any} */
  #timer = null;
  /** @type {Promise<void> | null} */
  #flight = null;
  /** @type {{value: T} | null} */
  #unsaved = null;
  /** @type {number | null} */
  #since = null;
  #failed = false;

  /** @param {(value: T) => Promise<unknown>} save @param {{clock?: Clock, within?: number, changed?: () => void}} [options] */
  constructor(save, { clock = realClock, within = WITHIN, changed = () => {} } = {}) {
    this.#save = save;
    this.#clock = clock;
    this.#within = Math.min(within, WITHIN);
    this.#changed = changed;
  }

  /** @returns {SaveState} */
  get state() {
    if (this.#failed) return "failed";
    if (this.#flight) return "saving";
    return this.#unsaved ? "waiting" : "saved";
  }

  /** When the oldest unsaved key was typed; none when everything is saved. @returns {number | null} */
  get since() {
    return this.#since;
  }

  /** The newest text that is not known to be saved. @returns {T | undefined} */
  get unsaved() {
    return this.#unsaved?.value;
  }

  /** @param {T} value */
  change(value) {
    this.#unsaved = { value };
    this.#since ??= this.#clock.now();
    this.#plan();
    this.#changed();
  }

  /** Forgets what waits, because it was kept in another way. A save already on its way is not called back. */
  forget() {
    this.#stop();
    this.#unsaved = null;
    this.#failed = false;
    if (!this.#flight) this.#since = null;
    this.#changed();
  }

  /** Saves what waits now. @returns {Promise<boolean>} whether everything is saved */
  async flush() {
    this.#stop();
    while (this.#flight || this.#unsaved) {
      if (this.#flight) await this.#flight;
      else await this.#go();
      if (this.#failed) return false;
    }
    return true;
  }

  #plan() {
    if (this.#timer !== null || this.#flight) return;
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = null;
      void this.#go();
    }, this.#within);
  }

  #stop() {
    if (this.#timer !== null) this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** @returns {Promise<void>} */
  #go() {
    if (this.#flight || !this.#unsaved) return this.#flight ?? Promise.resolve();
    const sent = this.#unsaved;
    this.#unsaved = null;
    this.#flight = this.#send(sent).finally(() => {
      this.#flight = null;
      if (this.#unsaved && !this.#failed) void this.#go();
      this.#changed();
    });
    this.#changed();
    return this.#flight;
  }

  /** @param {{value: T}} sent */
  async #send(sent) {
    const started = this.#clock.now();
    try {
      await this.#save(sent.value);
      this.#failed = false;
      this.#since = this.#unsaved ? started : null;
    } catch {
      this.#failed = true;
      this.#unsaved ??= sent;
    }
  }
}
