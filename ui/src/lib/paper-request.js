/** Which paper an address means. */

/** @typedef {import("../../types/wire/PaperRequest.ts").PaperRequest} PaperRequest */
/** @typedef {import("../../types/wire/BlankForm.ts").BlankForm} BlankForm */

const BLANK = "blank_";

/** The forms to fill in by hand, in the order they are offered. @type {BlankForm[]} */
export const FORMS = ["agreement", "consent", "before_session", "grow_sheet", "action_plan", "wheel"];

/** @param {{kind: string, id?: number}} route @returns {PaperRequest} */
export function paperOf({ kind, id }) {
  if (kind.startsWith(BLANK)) return { kind: "blank_form", form: /** @type {BlankForm} */ (kind.slice(BLANK.length)), clientId: id ?? null };
  switch (kind) {
    case "session_sheet":
    case "session_summary":
    case "session_record":
      return { kind, sessionId: id ?? 0 };
    case "coaching_plan":
    case "closing_report":
      return { kind, engagementId: id ?? 0 };
    case "action_plan":
      return { kind, sessionId: null, engagementId: id ?? null, lastSession: false };
    case "recording_consent":
      return { kind, sessionId: null, engagementId: id ?? null };
    case "hours_log":
      return { kind, from: null, until: null };
    case "kept":
    case "signed":
      return { kind, paperId: id ?? 0 };
    case "recovery_sheet":
    case "privacy_notice":
    case "processing_record":
    case "data_handling":
    case "continuity_sheet":
      return { kind };
    default:
      return { kind: "agreement", versionId: id ?? 0 };
  }
}
