/** The client's answer on being named in the log of hours: kept with the session held last, as every consent is. */

import { getSession, saveSessionRow, withdrawConsent } from "../ipc/sessions.js";
import { heldOf } from "./client-facts.js";
import { dayOf } from "./dates.js";
import { newRow } from "./session-rows.js";

const PURPOSE = "list_in_hours_log";

/** @param {any} page @param {{decision: string, method: string}} answer @returns {Promise<any>} */
export async function answerLog({ sessions }, { decision, method }) {
  const [{ sessionId }] = heldOf(sessions);
  if (decision !== "withdrawn") return saveSessionRow(sessionId, newRow("consent", { purpose: PURPOSE, decision, method, givenOn: dayOf(new Date()) }));
  const { frame } = await getSession(sessionId);
  const given = frame.consents.filter((/** @type {any} */ row) => row.purpose === PURPOSE && row.decision === "granted");
  // Each of them: an older yes left standing would be one still.
  for (const { id } of given) await withdrawConsent(sessionId, /** @type {number} */ (id));
  return true;
}
