/**
 * A template being written: the words in the window are the truth, the book follows within 400 ms and answers with
 * what is wrong in them and what they become.
 */

import * as ipc from "../ipc/templates.js";
import { Autosave } from "./autosave.js";

/** @typedef {import("../../types/wire/TemplateSheet.ts").TemplateSheet} Sheet */
/** @typedef {import("../../types/wire/TemplatePart.ts").TemplatePart} Part */

export class TemplateDesk {
  /** @type {Sheet} */
  sheet;
  /** Whose values it is filled with. @type {number | null} */
  clientId = null;
  /** What the last failed save said. @type {any} */
  problem = null;
  #changed;
  #autosave;

  /** @param {Sheet} sheet @param {() => void} changed @param {any} [clock] */
  constructor(sheet, changed, clock) {
    this.sheet = sheet;
    this.#changed = changed;
    this.#autosave = new Autosave(() => this.#save(), { changed, clock });
  }

  get state() {
    return this.#autosave.state;
  }

  get since() {
    return this.#autosave.since;
  }

  /** @param {Partial<Pick<Sheet, "name" | "language" | "parts">>} change */
  write(change) {
    this.sheet = { ...this.sheet, ...change };
    this.#autosave.change(null);
  }

  /** @param {string} key @param {Partial<Part>} change */
  writePart(key, change) {
    this.write({ parts: this.sheet.parts.map((part) => (part.key === key ? { ...part, ...change } : part)) });
  }

  /** @param {string} key @param {number} to */
  movePart(key, to) {
    const parts = [...this.sheet.parts];
    const from = parts.findIndex((part) => part.key === key);
    parts.splice(to, 0, ...parts.splice(from, 1));
    this.write({ parts });
  }

  /** A clause of her own, before the signatures. @returns {string} its key */
  addPart() {
    const own = this.sheet.parts.map(({ key }) => Number(/^own:(\d+)$/.exec(key)?.[1] ?? 0));
    const key = `own:${Math.max(0, ...own) + 1}`;
    const at = this.sheet.parts.findIndex((part) => part.key === "signatures");
    const parts = [...this.sheet.parts];
    parts.splice(at < 0 ? parts.length : at, 0, { key, heading: "", body: "", included: true });
    this.write({ parts });
    return key;
  }

  /** Whose values fill it from now on; samples without. @param {number | null} clientId */
  async fillFor(clientId) {
    this.clientId = clientId;
    await this.flush();
    this.#take(await ipc.openTemplate(this.sheet.id, clientId));
  }

  flush() {
    return this.#autosave.flush();
  }

  /** Nobody writes here any more: what was written is a version. @returns {Promise<boolean>} whether everything is saved */
  async leave() {
    const saved = await this.flush();
    if (saved) await ipc.leaveTemplate(this.sheet.id).catch(() => {});
    return saved;
  }

  async #save() {
    const { id, name, language, parts } = this.sheet;
    try {
      const answer = await ipc.saveTemplate(id, { name, language, parts }, this.clientId);
      this.problem = null;
      this.#take(answer);
    } catch (error) {
      this.problem = error;
      throw error;
    }
  }

  /** What the book knows better; the words stay those of the window. @param {Sheet} answer */
  #take({ findings, filled, versions, inUse, languages }) {
    this.sheet = { ...this.sheet, findings, filled, versions, inUse, languages };
    this.#changed();
  }
}
