/** The lists that marks open above the writing line. */

import { aliasAt, findByWords, findPeople } from "./marks.js";

/** @typedef {import("../elements/session/pick-list.js").Entry} Entry */
/** @typedef {{name: "topic"|"question"|"letters"|"alias", entries: Entry[], at: number}} OpenList */

const LONGEST = 7;

/**
 * The list that the text in the line asks for.
 * @param {"topic"|"question"|"letters"|null} marked the list opened by a mark at the start @param {string} text @param {number} caret
 * @param {{topics: any[], people: any[], find: (letters: string) => any[], five: any[], hint: (question: any) => string, words: any, ask: (text: string) => string}} known @returns {OpenList | null}
 */
export function listFor(marked, text, caret, known) {
  if (marked === "letters") return text === "/" ? { name: "letters", at: -1, entries: letterEntries(known.words) } : null;
  if (marked === "topic") return text.startsWith("#") ? topicList(text.slice(1).trim(), known) : null;
  if (marked === "question") return text.startsWith("?") ? questionList(text.slice(1).trim(), known) : null;
  return aliasList(text, caret, known);
}

/** @param {any} words */
function letterEntries(words) {
  return Object.entries(words.letters).map(([letter, text]) => ({ key: letter, hint: letter, text: String(text), value: letter }));
}

/** @param {string} letters @param {any} known @returns {OpenList} */
function topicList(letters, { topics, words }) {
  const found = findByWords(topics, letters, (topic) => `${topic.shortName ?? ""} ${topic.title}`);
  /** @type {Entry[]} */
  const entries = found.slice(0, LONGEST).map((topic) => ({ key: `t${topic.id}`, text: topic.shortName ?? topic.title, value: { id: topic.id } }));
  if (letters) entries.push({ key: "new", text: words.lists.newTopic(letters), value: { title: letters } });
  return { name: "topic", entries, at: letters ? 0 : -1 };
}

/** @param {string} letters @param {any} known @returns {OpenList} */
function questionList(letters, { find, five, hint, ask }) {
  const found = letters ? find(letters) : five;
  const entries = found.slice(0, LONGEST).map((/** @type {any} */ question) => ({ key: question.key, text: ask(question.text), hint: hint(question), value: question }));
  return { name: "question", entries, at: letters && entries.length ? 0 : -1 };
}

/** @param {string} text @param {number} caret @param {any} known @returns {OpenList | null} */
function aliasList(text, caret, { people, words }) {
  const alias = aliasAt(text, caret);
  if (!alias) return null;
  const found = findPeople(/** @type {{id: number, alias: string}[]} */ (people), alias.typed);
  /** @type {Entry[]} */
  const entries = found.slice(0, LONGEST).map((person) => ({ key: `p${person.id}`, text: person.alias, hint: undefined, value: { alias: person.alias } }));
  const exact = found.some((person) => person.alias.toLocaleLowerCase() === alias.typed.trim().toLocaleLowerCase());
  if (alias.typed.trim() && !exact) entries.push({ key: "new", text: words.lists.newPerson(alias.typed.trim()), value: { newAlias: alias.typed.trim() } });
  return entries.length ? { name: "alias", entries, at: found.length && alias.typed ? 0 : -1 } : null;
}
