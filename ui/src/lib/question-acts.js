/** What she does with the bank during a session, done on the desk. */

/** @typedef {import("./session-desk.js").SessionDesk} SessionDesk */

/** A change whose answer is the bank as it is now. @param {SessionDesk} desk @param {() => Promise<any>} change */
async function changed(desk, change) {
  const bank = await desk.wrote(change);
  if (bank) desk.tookBank(bank);
  return bank;
}

/** Logged in the background, only when she switched that on; a log that fails is no reason to disturb her. @param {SessionDesk} desk @param {string|null} key @param {string} intent */
export function logUse(desk, key, intent) {
  if (desk.bank.settings.logUses) void desk.queued(() => desk.ipc.logQuestion(desk.id, key, intent)).catch(() => {});
}

/** @param {SessionDesk} desk @param {{key: string|null, question: any, editor: string, kept?: (key: string) => void}} detail */
async function keepOwn(desk, { key, question, editor, kept }) {
  const saved = await desk.wrote(() => desk.ipc.saveOwnQuestion(desk.id, key, question));
  if (!saved) return;
  desk.draftKept(editor);
  desk.tookBank(saved.bank);
  kept?.(saved.key);
}

/**
 * Handlers for what the bank and the menu raise. A page adds them to its root.
 * @param {() => SessionDesk | null} deskOf @returns {Record<string, (event: any) => unknown>}
 */
export function questionHandlers(deskOf) {
  const on = (/** @type {(desk: SessionDesk, detail: any) => unknown} */ act) => (/** @type {CustomEvent} */ event) => {
    const desk = deskOf();
    event.stopPropagation();
    return desk ? act(desk, event.detail) : undefined;
  };
  return {
    "question:marked": on((desk, { key, mark, on: set }) => changed(desk, () => desk.ipc.markQuestion(desk.id, key, mark, set))),
    "question:aside": on((desk, { key, aside }) => changed(desk, () => desk.ipc.setQuestionAside(desk.id, key, aside))),
    "question:ordered": on((desk, keys) => changed(desk, () => desk.ipc.orderQuestions(desk.id, keys))),
    "question:kept": on(keepOwn),
    "question:removed": on((desk, key) => changed(desk, () => desk.ipc.removeOwnQuestion(desk.id, key))),
    "question:restored": on((desk, key) => changed(desk, () => desk.ipc.restoreOwnQuestion(desk.id, key))),
    "column:turned": on(async (desk) => {
      const settings = { ...desk.bank.settings, columnClosed: !desk.bank.settings.columnClosed };
      const saved = await desk.wrote(() => desk.ipc.saveQuestionSettings(settings));
      if (saved) desk.tookBank({ ...desk.bank, settings: saved });
    }),
  };
}
