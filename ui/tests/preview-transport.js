/** Stands in for `ipc/transport.js` in the preview. */

import { fakeBackend } from "/tests/fake-backend.js";

const wish = new URLSearchParams(location.search);
const state = wish.get("state") ?? "open";
const backend = fakeBackend();
const { book } = backend;
if (state === "none") Object.assign(book.status, { state: "none", books: [] });
if (state === "locked") book.status.state = "locked";
if (state === "many") Object.assign(book.status, { state: "locked", books: [{ uid: "b1", name: "Mara Lind", sample: false }, { uid: "b2", name: "Mara Lind, before 2025", sample: false }] });
if (state === "sample") book.status.sample = true;
if (state === "running") book.today.running = { sessionId: 41, clientId: 1, name: "John Doe" };
if (state === "empty") Object.assign(book, { clients: [], today: { ...book.today, needsYou: [], upcoming: [], openActions: 0 } });
if (state === "issued") Object.assign(book.sheet, { status: "issued", issuedAt: new Date(Date.now() - 9 * 86_400_000).toISOString() });
if (state === "missing") book.warnings = [{ kind: "missing_characters", characters: ["𓀀", "🜁"] }];
if (wish.get("text")) document.documentElement.dataset.text = wish.get("text") ?? "100";

export const call = (/** @type {string} */ name, args = {}) => backend.call(name, args);
export const listen = (/** @type {string} */ event, /** @type {(payload: any) => void} */ heard) => backend.listen(event, heard);
export const setTransport = () => {};
