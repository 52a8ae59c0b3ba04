import { call } from "./transport.js";

/** @import { Client } from "../../types/wire/Client.ts" */
/** @import { ClientFields } from "../../types/wire/ClientFields.ts" */
/** @import { ClientPage } from "../../types/wire/ClientPage.ts" */
/** @import { ClientRow } from "../../types/wire/ClientRow.ts" */
/** @import { Engagement } from "../../types/wire/Engagement.ts" */
/** @import { EngagementFields } from "../../types/wire/EngagementFields.ts" */

/** @returns {Promise<ClientRow[]>} archived ones too */
export const listClients = () => call("list_clients", {});

/** @param {number} clientId @returns {Promise<ClientPage>} */
export const getClient = (clientId) => call("get_client", { clientId });

/** @param {number | null} clientId @param {number | null} rev @param {ClientFields} fields @returns {Promise<Client>} */
export const saveClient = (clientId, rev, fields) => call("save_client", { clientId, rev, fields });

/** @param {number} clientId @returns {Promise<null>} */
export const archiveClient = (clientId) => call("archive_client", { clientId });

/** @param {number} clientId @returns {Promise<null>} */
export const restoreClient = (clientId) => call("restore_client", { clientId });

/** @param {number | null} engagementId @param {number} clientId @param {number | null} rev @param {EngagementFields} fields @returns {Promise<Engagement>} */
export const saveEngagement = (engagementId, clientId, rev, fields) =>
  call("save_engagement", { engagementId, clientId, rev, fields });
