/** What Ctrl+K lists: in a session its acts, elsewhere the places and clients. Every entry says which event does it. */

import { keysNow } from "./own-keys.js";
import { phaseName } from "./session-kinds.js";
import { common } from "../words/en/common.js";
import { course } from "../words/en/course.js";
import { everything as words } from "../words/en/everything.js";
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

/** @param {import("../../types/wire/ClientRow.ts").ClientRow[]} rows @returns {Entry[]} the places, then the clients by the names used */
export function inBook(rows) {
  const place = (/** @type {string} */ hash, /** @type {string} */ text) => ({ text, goes: hash });
  return [
    place("#/", common.today),
    place("#/clients", common.clients),
    place("#/clients/new", words.addClient),
    ...rows.map(({ id, name, nameOnScreen, status }) => ({
      text: name === nameOnScreen ? name : `${nameOnScreen} · ${name}`, goes: `#/client/${id}`, hint: status === "archived" ? words.putAway : undefined,
    })),
    place("#/practice-papers", common.practicePapers),
    place("#/settings", common.settings),
    place("#/templates", templates.title),
    { text: common.lock, hint: ctrl("L"), raises: "app:lock" },
  ];
}
