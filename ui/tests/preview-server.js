/**
 * Shows the window with an invented book, before or without the program: `node tests/preview-server.js [port]`.
 * `?state=none|locked|open|empty|running|sample|issued` chooses where the book stands, `text=200` the text size.
 */

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const source = join(here, "..", "src");
const kinds = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

createServer(async (request, response) => {
  const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = path === "/" ? join(source, "index.html")
    : path === "/ipc/transport.js" ? join(here, "preview-transport.js")
    : path.startsWith("/tests/") ? join(here, path.slice(7))
    : join(source, path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { "content-type": /** @type {Record<string, string>} */ (kinds)[extname(file)] ?? "text/plain", "content-security-policy": policy, "cache-control": "no-store" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(Number(process.argv[2] ?? 4610), "127.0.0.1");
