/** What Ctrl+K lists: in a session its acts, elsewhere the places, clients and papers. Every entry says what does it. */

import { firstPapers, KINDS, otherPapers, waitingPlace } from "./client-papers.js";
import { keysNow } from "./own-keys.js";
import { phaseName } from "./session-kinds.js";
import { clients } from "../words/en/clients.js";
import { common } from "../words/en/common.js";
import { copies } from "../words/en/copies.js";
import { course } from "../words/en/course.js";
import { everything as words } from "../words/en/everything.js";
import { protection } from "../words/en/protection.js";
import { questions } from "../words/en/questions.js";
import { session } from "../words/en/session.js";
import { settings } from "../words/en/settings.js";
import { templates } from "../words/en/templates.js";

/** @typedef {import("../elements/everything-list.js").Entry} Entry */

const { ctrl, shift } = words.hints;

const { acts, key } = settings.keys;

/** @param {string} name @param {string} text @param {string} [hint] @returns {Entry} */
const item = (name, text, hint) => ({ text, hint, raises: "menu:chosen", detail: name });

/** @param {string} name @param {string} text @param {string} [hint] @returns {Entry} */
const chord = (name, text, hint) => ({ text, hint, raises: "chord", detail: name });

/** An act with a key of its own. @param {keyof typeof acts} act @returns {Entry} */
const keyed = (act) => chord(act, acts[act], key(keysNow()[act] ?? ""));

/** @param {any} frame @returns {Entry[]} the acts of a running session, the usual ones first */
export function inSession(frame) {
  const { model, topics, session: row } = frame;
  return [
    ...topics.map((/** @type {any} */ topic) => ({ text: words.topic(topic.title), raises: "topic:picked", detail: topic.id })),
    ...model.phases.map((/** @type {any} */ phase, /** @type {number} */ at) => ({
      text: words.phase(phaseName(model, phase.key, session.phases)), hint: ctrl(String(at + 1)), raises: "phase:picked", detail: phase.key,
    })),
    keyed("whatElse"),
    keyed("nextTopic"),
    keyed("focus"),
    { text: session.bar.addTopic, raises: "topic:adding" },
    { text: session.questions.all, raises: "bank:opened" },
    { text: session.results.title, raises: "results:opened" },
    { text: session.status.checkIn, hint: shift("C"), raises: "checkin:wanted" },
    chord("opening", session.menu.opening, ctrl("0")),
    chord("closing", session.status.close),
    item("recording", session.menu.recording),
    item("pause", row.pausedSince ? session.menu.resume : session.menu.pause),
    keyed("cover"),
    keyed("strip"),
    item("belongs", course.belongs.title),
    item("leave", session.menu.leave),
    item("lock", session.menu.lock, ctrl("L")),
  ];
}

/** @typedef {import("../../types/wire/ClientRow.ts").ClientRow} ClientRow */

/** @param {ClientRow} row */
const called = ({ name, nameOnScreen }) => (name === nameOnScreen ? name : `${nameOnScreen} · ${name}`);

/**
 * The places, the clients by the names used, and the papers: of the client she is at, else by their kind.
 * @param {ClientRow[]} rows @param {any} [here] that client's page @param {boolean} [sample] which has no lock @returns {Entry[]}
 */
export function inBook(rows, here = null, sample = false) {
  const place = (/** @type {string} */ hash, /** @type {string} */ text) => ({ text, goes: hash });
  return [
    ...(here ? papers(here, firstPapers(here)) : []),
    place("#/", common.today),
    place("#/clients", common.clients),
    place("#/clients/new", words.addClient),
    ...rows.map((row) => ({ text: called(row), goes: `#/client/${row.id}`, hint: row.status === "archived" ? words.putAway : undefined })),
    ...(here ? papers(here, otherPapers(here)) : KINDS.map((kind) => ({ text: clients.papers[kind], paper: kind, hint: words.ofClient }))),
    place("#/practice-papers", common.practicePapers),
    place("#/settings", common.settings),
    ...inSettings(sample),
    place("#/templates", templates.title),
    { text: common.lock, hint: ctrl("L"), raises: "app:lock" },
  ];
}

/** What Settings hold further down. @param {boolean} sample @returns {Entry[]} */
function inSettings(sample) {
  const lock = [["#/change-phrase", settings.lockAct], ["#/keychain", settings.keychainAct], ["#/recovery", settings.recovery], ["#/new-code", settings.newCodeAct]];
  const parts = [["papers", settings.look.title], ["questions", questions.settings.title], ["safety", copies.title], ["protection", protection.title]];
  return [...parts.map(([part, text]) => [`#/settings/${part}`, text]), ...(sample ? [] : lock)].map(([goes, text]) => ({ text, goes, hint: common.settings }));
}

/**
 * Found by what they are, not by her name: that leads to her page. One of several sessions or forms stands for itself.
 * @param {any} page @param {import("./client-papers.js").ClientPaper[]} made @returns {Entry[]}
 */
function papers(page, made) {
  const name = page.client.nameOnScreen;
  const entry = (/** @type {string} */ text, /** @type {string} */ goes) => ({ text, goes, hint: text.includes(name) ? undefined : name });
  return made.flatMap(({ kind, title, hash, choices }) =>
    choices
      ? choices.map((one) => entry(words.oneOf(title, one.text), one.hash))
      : [entry(kind === "agreement" ? clients.papers.agreement : title, hash ?? waitingPlace(page))]);
}

/** The clients a paper may be for. @param {ClientRow[]} rows @param {string} paper @returns {Entry[]} */
export const forWhom = (rows, paper) => rows.map((row) => ({ text: called(row), paper, clientId: row.id, hint: row.status === "archived" ? words.putAway : undefined }));
