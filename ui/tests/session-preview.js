/**
 * Serves ui/src with a book in memory behind it, to look at the session without the app:
 * `node tests/session-preview.js [port]`, then /look#/session/1 (`?text=200`, `?state=fresh|full|ended`).
 */

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { FakeBook } from "./session-backend.js";
import { johnsSession } from "./session-sample.js";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const BOOT = `import { setTransport } from "/ipc/transport.js";
const query = new URLSearchParams(location.search);
if (query.get("text")) document.documentElement.dataset.text = query.get("text");
const call = async (name, args) => { const answer = await fetch("/call/" + name, { method: "POST", body: JSON.stringify(args ?? {}) }); const body = await answer.json(); if (!answer.ok) throw body; return body; };
setTransport({ call, listen: async () => () => {} });
await import("/main.js");`;

/** @type {FakeBook} */
let book = johnsSession();
const status = { state: "open", books: [], openUid: "a", sample: false, recoveryConfirmed: true, zone: "Europe/Berlin" };
const extra = { book_status: () => status, today: () => ({ running: null, needsYou: [], upcoming: [] }), reset: ({ state }) => void (book = johnsSession(state)),
  fail: ({ names }) => void (book.failing = names ? (name) => names.includes(name) : null),
  get_client: () => ({ client: { id: 1, fields: { preferredName: "John", roleTitle: "senior manager", callLink: "https://call.example/john" } }, timeline: [{ sessionId: 7, engagementId: 1, at: "2026-02-18T09:00:00Z" }], people: [], strengths: [{ text: "technical background" }], skills: [{ text: "listening" }] }) };

createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  const send = (code, kind, body) => response.writeHead(code, { "content-type": kind, "cache-control": "no-store", "content-security-policy": CSP }).end(body);
  try {
    if (path === "/look") return send(200, "text/html", String(await readFile(join(SRC, "index.html"))).replace('src="main.js"', 'src="/boot.js"'));
    if (path === "/boot.js") return send(200, "text/javascript", BOOT);
    if (path.startsWith("/call/")) {
      let body = "";
      for await (const part of request) body += part;
      const name = path.slice(6);
      const args = JSON.parse(body || "{}");
      return send(200, "application/json", JSON.stringify((extra[name] ? extra[name](args) : await book.call(name, args)) ?? null));
    }
    const file = join(SRC, normalize(path));
    return send(200, KINDS[extname(file)] ?? "text/plain", await readFile(file));
  } catch (error) {
    return send(error?.code === "ENOENT" ? 404 : 500, "application/json", JSON.stringify({ code: error?.code, message: String(error?.message ?? error) }));
  }
}).listen(Number(process.argv[2] ?? 4173), "127.0.0.1", function () {
  console.log(`http://127.0.0.1:${this.address().port}/look#/session/1`);
});
