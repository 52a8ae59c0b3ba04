import { call } from "./transport.js";

/** @typedef {{text: string, model: string, phase: string, kind: string, topicId: number|null, inClientWords: boolean, visibility: "private"|"shared", beliefStatus: string|null, answers: number|null, commitment: string|null}} NoteFields */
/** @typedef {NoteFields & {id: number, rev: number, at: string, elapsedMs: number}} Note */

/** @param {number} sessionId @param {string} uid @param {NoteFields} note @param {"action"|"insight"|"strength"|"resource"|"skill"|null} make @returns {Promise<{note: Note, frame: any}>} */
export const keepNote = (sessionId, uid, note, make) => call("keep_note", { sessionId, uid, note, make });

/** @param {number} noteId @param {number} rev @param {NoteFields} note @returns {Promise<{note: Note}>} */
export const saveNote = (noteId, rev, note) => call("save_note", { noteId, rev, note });

/** @param {number} noteId @param {"action"|"insight"|"strength"|"resource"|"skill"} make @returns {Promise<{id: number, frame: any}>} */
export const makeFromNote = (noteId, make) => call("make_from_note", { noteId, make });

/** @param {number} noteId @returns {Promise<null>} */
export const leaveOutNote = (noteId) => call("leave_out_note", { noteId });

/** @param {number} noteId @returns {Promise<null>} */
export const restoreNote = (noteId) => call("restore_note", { noteId });

/** @param {number} sessionId @param {string} editor @param {string} text @returns {Promise<null>} */
export const saveDraft = (sessionId, editor, text) => call("save_draft", { sessionId, editor, text });

/** What a line said before, oldest first. @param {number} noteId @returns {Promise<{at: string, text: string}[]>} */
export const noteRevisions = (noteId) => call("note_revisions", { noteId });
