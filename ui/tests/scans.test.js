import { document, location, named, openWindow, settled } from "./world.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBackend, refusal } from "./fake-backend.js";
import { setTransport } from "../src/ipc/transport.js";

const scan = (id, more = {}) => ({ id, name: `notes ${id}.pdf`, mediaType: "application/pdf", bytes: 1_240_000, addedAt: "2026-03-04T10:00:00Z", sessionId: 7, sessionNumber: 3, heldOn: "2026-03-04", versionNo: null, ...more });
const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** Scans in memory that answer the transport. */
function kept(...scans) {
  const there = [...scans];
  const away = new Map();
  return {
    there,
    over: {
      list_scans: () => there,
      client_scans: () => there,
      remove_scan: ({ scanId }) => {
        const at = there.findIndex(({ id }) => id === scanId);
        away.set(scanId, there.splice(at, 1)[0]);
        return null;
      },
      restore_scan: ({ scanId }) => (there.push(away.get(scanId)), null),
    },
  };
}

async function listed(over, set = (list) => (list.home = { kind: "session", sessionId: 7 })) {
  const backend = fakeBackend({ over });
  setTransport(backend);
  document.body.replaceChildren();
  const list = document.createElement("scan-list");
  set(list);
  document.body.append(list, document.createElement("app-notice"));
  await settled();
  return { list, backend };
}

/** A page as `scan_page` answers it. @param {boolean} whole */
const page = (whole) => Uint8Array.from([whole ? 1 : 0, 60, 115, 118, 103]).buffer;

async function viewed(over) {
  setTransport(fakeBackend({ over }));
  document.body.replaceChildren();
  const view = document.createElement("scan-view");
  view.scanId = 5;
  document.body.append(view);
  await settled(40);
  return view;
}

test("a scan is a row with name, kind and size, and every act names it", async () => {
  const { list } = await listed(kept(scan(1), scan(2, { mediaType: "image/png", bytes: 300 })).over);
  assert.deepEqual([...list.querySelectorAll(".scans__what")].map(text), ["notes 1.pdfPDF · 1.2 MB", "notes 2.pdfPNG · 1 KB"]);
  const acts = [...list.querySelectorAll("[data-scan='1'] button")].map((button) => button.getAttribute("aria-label"));
  assert.deepEqual(acts, ["Open: notes 1.pdf", "Save as…: notes 1.pdf", "Remove: notes 1.pdf"]);
  assert.ok(named("button", /^Add another scan$/));
});

test("what is removed can be brought back, and the focus stays in the list", async () => {
  const { list } = await listed(kept(scan(1), scan(2)).over);
  named("button", /^Remove: notes 1/).click();
  await settled();
  assert.equal(list.querySelectorAll("li").length, 1);
  assert.equal(document.activeElement.getAttribute("aria-label"), "Open: notes 2.pdf");
  named("button", /^Remove: notes 2/).click();
  await settled();
  assert.equal(text(document.activeElement), "Add a scan");
  named("button", /^Undo$/).click();
  await settled();
  assert.equal(text(list.querySelector(".scans__name")), "notes 2.pdf");
});

test("a refused file is told until another is added; a closed dialog is no fault", async () => {
  const scans = kept();
  const answers = [
    () => { throw refusal("file_unknown", "That file is not a PDF.", "Save the scan as PDF."); },
    () => { throw refusal("cancelled", "Nothing was saved.", ""); },
    () => (scans.there.push(scan(4)), scan(4)),
  ];
  const { list } = await listed({ ...scans.over, add_scan: () => answers.shift()() });
  const add = async () => {
    named("button", /^Add a scan$/).click();
    await settled();
  };
  await add();
  assert.match(text(list), /That file is not a PDF\. Save the scan as PDF\./);
  await add();
  assert.doesNotMatch(text(list), /That file|Nothing was saved/);
  await add();
  assert.equal(document.activeElement.getAttribute("aria-label"), "Open: notes 4.pdf");
});

test("a client's scans say what they are kept with, and none is added there", async () => {
  const over = kept(scan(1), scan(2, { sessionId: null, versionNo: 2 })).over;
  const { list } = await listed(over, (list) => (list.clientId = 1));
  const [one, two] = [...list.querySelectorAll(".scans__what")].map(text);
  assert.match(one, /Session 3 · .*2026.*PDF|Session 3 · .*PDF/);
  assert.match(two, /Agreement, version 2 · PDF/);
  assert.equal(list.querySelector(".scans__add"), null);
  named("button", /^Open: notes 2/).click();
  assert.equal(location.hash, "#/scan/2");
});

test("pages come one after the other; four without being asked for", async () => {
  const asked = [];
  const over = { open_scan: () => ({ scan: scan(5), pages: 6, damage: null }), scan_page: ({ page: at }) => (asked.push(at), page(at !== 1)) };
  const view = await viewed(over);
  assert.deepEqual(asked, [0, 1, 2, 3]);
  assert.equal(view.querySelector("img").getAttribute("alt"), "Scan, page 1 of 6");
  assert.match(text(view), /Something is missing in this picture of page 2\./);
  named("button", /^Show 2 more pages$/).click();
  await settled(40);
  assert.equal(view.querySelectorAll("img").length, 6);
  assert.doesNotMatch(text(view), /more pages/);
});

test("a damaged scan shows nothing and cannot be saved; one that cannot be drawn can", async () => {
  const damage = refusal("file_damaged", "The file is damaged.", "Open a safety copy.");
  const damaged = await viewed({ open_scan: () => ({ scan: scan(5), pages: null, damage }) });
  assert.match(text(damaged), /The file is damaged\. Open a safety copy\./);
  assert.equal(damaged.querySelectorAll("img").length, 0);
  assert.ok(named("button", /^Save as…$/).disabled);
  const locked = await viewed({ open_scan: () => ({ scan: scan(5), pages: null, damage: null }) });
  assert.match(text(locked), /The pages of this PDF cannot be drawn here\./);
  assert.ok(!named("button", /^Save as…$/).disabled);
});

test("a damaged scan comes back from a safety copy, or it is said that it is not in that one", async () => {
  const damage = refusal("file_damaged", "The file is damaged.", "Bring it back.");
  let whole = false;
  let inCopy = false;
  const over = {
    open_scan: () => ({ scan: scan(5), pages: whole ? 1 : null, damage: whole ? null : damage }),
    scan_page: () => page(true),
    bring_scans_back: () => ((whole = inCopy), { whole: inCopy ? 1 : 0, stillLost: inCopy ? 0 : 1 }),
  };
  const view = await viewed(over);
  named("button", /^Bring it back/).click();
  await settled(40);
  assert.match(text(view), /This scan is not in that safety copy\. .*Try another/);
  inCopy = true;
  named("button", /^Bring it back/).click();
  await settled(40);
  assert.equal(view.querySelectorAll("img").length, 1);
  assert.doesNotMatch(text(view), /damaged|Bring it back/);
});

test("the scan's page is headed by its name, and Papers shows a heading only when there is one", async () => {
  const over = { ...kept(scan(5)).over, open_scan: () => ({ scan: scan(5), pages: 1, damage: null }), scan_page: () => page(true) };
  await openWindow(fakeBackend({ over }), "#/scan/5");
  await settled();
  assert.equal(text(document.querySelector("h1")), "notes 5.pdf");
  await openWindow(fakeBackend({ over }), "#/client/1/papers");
  await settled();
  assert.equal(document.querySelector(".papers__scans").hidden, false);
  await openWindow(fakeBackend(), "#/client/1/papers");
  await settled();
  assert.equal(document.querySelector(".papers__scans").hidden, true);
});
