import { call } from "./transport.js";

/** @import { OpenedScan } from "../../types/wire/OpenedScan.ts" */
/** @import { SavedFile } from "../../types/wire/SavedFile.ts" */
/** @import { Scan } from "../../types/wire/Scan.ts" */
/** @import { ScansBack } from "../../types/wire/ScansBack.ts" */
/** @import { ScanHome } from "../../types/wire/ScanHome.ts" */

/** @param {ScanHome} home @returns {Promise<Scan[]>} */
export const listScans = (home) => call("list_scans", { home });

/** @param {number} clientId @returns {Promise<Scan[]>} */
export const clientScans = (clientId) => call("client_scans", { clientId });

/** Asks for a file first. @param {ScanHome} home @returns {Promise<Scan>} */
export const addScan = (home) => call("add_scan", { home });

/** @param {number} scanId @returns {Promise<OpenedScan>} */
export const openScan = (scanId) => call("open_scan", { scanId });

/** One page as a picture. The byte before it says whether all of the page is in it. @param {number} scanId @param {number} page @returns {Promise<{whole: boolean, picture: Uint8Array<ArrayBuffer>}>} */
export async function scanPage(scanId, page) {
  const answer = new Uint8Array(/** @type {ArrayBuffer} */ (await call("scan_page", { scanId, page })));
  return { whole: answer[0] === 1, picture: answer.subarray(1) };
}

/** @param {number} scanId @returns {Promise<SavedFile>} */
export const saveScan = (scanId) => call("save_scan", { scanId });

/** Asks for a safety copy first. @returns {Promise<ScansBack>} */
export const bringScansBack = () => call("bring_scans_back", {});

/** @param {number} scanId @returns {Promise<null>} */
export const removeScan = (scanId) => call("remove_scan", { scanId });

/** @param {number} scanId @returns {Promise<null>} */
export const restoreScan = (scanId) => call("restore_scan", { scanId });
