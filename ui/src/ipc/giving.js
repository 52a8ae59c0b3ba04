import { call } from "./transport.js";

/** @import { GivenNow } from "../../types/wire/GivenNow.ts" */
/** @import { GivenPapers } from "../../types/wire/GivenPapers.ts" */
/** @import { GivingChoices } from "../../types/wire/GivingChoices.ts" */
/** @import { GivingWanted } from "../../types/wire/GivingWanted.ts" */
/** @import { SignatureWanted } from "../../types/wire/SignatureWanted.ts" */
/** @import { SigningSheet } from "../../types/wire/SigningSheet.ts" */

/** @param {number} token @returns {Promise<GivingChoices>} */
export const givingChoices = (token) => call("giving_choices", { token });

/** Asks where to save first, for a file. @param {number} token @param {GivingWanted} giving @param {string | null} password @returns {Promise<GivenNow>} */
export const givePaper = (token, giving, password) => call("give_paper", { token, giving, password });

/** @param {number} clientId @returns {Promise<GivenPapers>} */
export const givenPapers = (clientId) => call("given_papers", { clientId });

/** @param {number} paperId @returns {Promise<null>} */
export const removeGiven = (paperId) => call("remove_given", { paperId });

/** @param {number} paperId @returns {Promise<null>} */
export const restoreGiven = (paperId) => call("restore_given", { paperId });

/** @param {number} paperId @returns {Promise<SigningSheet>} */
export const signingSheet = (paperId) => call("signing_sheet", { paperId });

/** @param {number} paperId @param {SignatureWanted} signature @returns {Promise<SigningSheet>} */
export const signPaper = (paperId, signature) => call("sign_paper", { paperId, signature });
