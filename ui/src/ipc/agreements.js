import { call } from "./transport.js";

/** @import { AgreementSheet } from "../../types/wire/AgreementSheet.ts" */

/** @param {number} engagementId @returns {Promise<AgreementSheet>} */
export const openAgreement = (engagementId) => call("open_agreement", { engagementId });

/** @param {number} versionId @param {string} key @param {string} value @returns {Promise<AgreementSheet>} */
export const fillGap = (versionId, key, value) => call("fill_gap", { versionId, key, value });

/** @param {number} versionId @param {string} key @returns {Promise<AgreementSheet>} */
export const leaveGapAsLine = (versionId, key) => call("leave_gap_as_line", { versionId, key });

/** @param {number} versionId @param {string} key @returns {Promise<AgreementSheet>} */
export const clearGap = (versionId, key) => call("clear_gap", { versionId, key });

/** @param {number} versionId @param {string} key @param {boolean} included @returns {Promise<AgreementSheet>} */
export const includeClause = (versionId, key, included) => call("include_clause", { versionId, key, included });

/** @param {number} versionId @param {string} key @param {number} to @returns {Promise<AgreementSheet>} */
export const moveClause = (versionId, key, to) => call("move_clause", { versionId, key, to });

/** @param {number} versionId @param {string} key @param {string} heading @param {string} body @returns {Promise<AgreementSheet>} */
export const saveClause = (versionId, key, heading, body) => call("save_clause", { versionId, key, heading, body });

/** @param {number} versionId @param {string} heading @param {string} body @returns {Promise<AgreementSheet>} */
export const addClause = (versionId, heading, body) => call("add_clause", { versionId, heading, body });

/** @param {number} versionId @param {boolean} signs @returns {Promise<AgreementSheet>} */
export const setSponsorSigns = (versionId, signs) => call("set_sponsor_signs", { versionId, signs });

/** @param {number} versionId @returns {Promise<AgreementSheet>} */
export const issueAgreement = (versionId) => call("issue_agreement", { versionId });

/** @param {number} versionId @returns {Promise<AgreementSheet>} */
export const startNextVersion = (versionId) => call("start_next_version", { versionId });

/** @param {number} versionId @param {string} on @returns {Promise<AgreementSheet>} */
export const markSigned = (versionId, on) => call("mark_signed", { versionId, on });
