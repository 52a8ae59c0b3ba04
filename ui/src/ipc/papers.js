import { call } from "./transport.js";

/** @import { PaperHit } from "../../types/wire/PaperHit.ts" */
/** @import { PaperPreview } from "../../types/wire/PaperPreview.ts" */
/** @import { PaperRequest } from "../../types/wire/PaperRequest.ts" */
/** @import { PaperText } from "../../types/wire/PaperText.ts" */
/** @import { PracticePapers } from "../../types/wire/PracticePapers.ts" */
/** @import { RecordNaming } from "../../types/wire/RecordNaming.ts" */
/** @import { RecordReview } from "../../types/wire/RecordReview.ts" */
/** @import { SavedFile } from "../../types/wire/SavedFile.ts" */
/** @import { SponsorReport } from "../../types/wire/SponsorReport.ts" */

/** @param {PaperRequest} paper @returns {Promise<PaperPreview>} */
export const previewPaper = (paper) => call("preview_paper", { paper });

/** @param {number} token @param {number} page @returns {Promise<ArrayBuffer>} */
export const paperPage = (token, page) => call("paper_page", { token, page });

/** @param {number} token @param {string} words @returns {Promise<PaperHit[]>} */
export const findInPaper = (token, words) => call("find_in_paper", { token, words });

/** Comes back when the system's dialog is closed. @param {number} token @returns {Promise<null>} */
export const printPaper = (token) => call("print_paper", { token });

/** @param {number} token @returns {Promise<SavedFile>} */
export const savePaper = (token) => call("save_paper", { token });

/** @param {PaperRequest} paper @returns {Promise<PaperText>} */
export const paperText = (paper) => call("paper_text", { paper });

/** @param {string} text @returns {Promise<null>} */
export const copyText = (text) => call("copy_text", { text });

/** What stands behind the papers of the practice, counted. @returns {Promise<PracticePapers>} */
export const practicePapers = () => call("practice_papers", {});

/** @param {string | null} from @param {string | null} until @returns {Promise<SavedFile>} */
export const saveHoursCsv = (from, until) => call("save_hours_csv", { from, until });

/** Records that name somebody else. @param {number} clientId @returns {Promise<RecordNaming[]>} */
export const recordsNaming = (clientId) => call("records_naming", { clientId });

/** How a record that names somebody else is given. @param {number} clientId @param {RecordReview} review @returns {Promise<null>} */
export const reviewRecord = (clientId, review) => call("review_record", { clientId, review });

/** @param {number} clientId @returns {Promise<SavedFile>} */
export const saveAccessFile = (clientId) => call("save_access_file", { clientId });

/** @param {number} engagementId @returns {Promise<SponsorReport>} */
export const getSponsorReport = (engagementId) => call("get_sponsor_report", { engagementId });

/** @param {number} engagementId @param {string | null} from @param {string | null} until @param {string} progress @returns {Promise<SponsorReport>} */
export const saveSponsorReport = (engagementId, from, until, progress) => call("save_sponsor_report", { engagementId, from, until, progress });

/** The client approved the words as they stand. @param {number} engagementId @param {string} on @returns {Promise<SponsorReport>} */
export const approveSponsorReport = (engagementId, on) => call("approve_sponsor_report", { engagementId, on });
