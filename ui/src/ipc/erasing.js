import { call } from "./transport.js";

/** @import { Erased } from "../../types/wire/Erased.ts" */
/** @import { ErasedRow } from "../../types/wire/ErasedRow.ts" */
/** @import { ErasureChoice } from "../../types/wire/ErasureChoice.ts" */
/** @import { ErasureSheet } from "../../types/wire/ErasureSheet.ts" */

/** What goes and what stays. @param {number} clientId @returns {Promise<ErasureSheet>} */
export const erasureSheet = (clientId) => call("erasure_sheet", { clientId });

/** Erases a client for good. @param {number} clientId @param {string} named the name as she typed it @param {ErasureChoice} choice @returns {Promise<Erased>} */
export const eraseClient = (clientId, named, choice) => call("erase_client", { clientId, named, choice });

/** @returns {Promise<ErasedRow[]>} that clients were erased, and when; oldest first */
export const erasedClients = () => call("erased_clients", {});
