import { words } from "../words/en.js";

const said = words.clients.fields;

const { archived: _, ...living } = words.clients.status;

/** The languages papers speak, and one that came from elsewhere. @param {string | null} tag @returns {Record<string, string>} */
export const languagesWith = (tag) => ({ ...(tag ? { [tag]: tag } : {}), ...words.papers.languages });

/** The sessions of a client that were held, the one going on among them. @param {any[]} sessions @returns {any[]} */
export const heldOf = (sessions) => sessions.filter(({ status }) => ["in_progress", "ended", "completed"].includes(status));

/** What can be written about a client. Putting away has its own act. @param {any} client @returns {import("../elements/fact-form.js").Fact[]} */
export const clientFacts = ({ fields }) => [
  { name: "displayName", label: said.displayName },
  { name: "legalName", label: said.legalName },
  { name: "preferredName", label: said.preferredName },
  { name: "pronouns", label: said.pronouns },
  { name: "language", label: said.language, kind: "choice", choices: { "": said.asInSettings, ...languagesWith(fields.language) } },
  { name: "email", label: said.email, kind: "email" },
  { name: "phone", label: said.phone, kind: "tel" },
  { name: "roleTitle", label: said.roleTitle },
  { name: "organisation", label: said.organisation },
  { name: "sector", label: said.sector },
  { name: "callLink", label: said.callLink, kind: "url" },
  { name: "status", label: said.status, kind: "choice", choices: fields.status === "archived" ? words.clients.status : living },
  { name: "paperSize", label: said.paperSize, kind: "choice", choices: said.paperSizes },
  { name: "largePrint", label: said.largePrint, kind: "check" },
  { name: "address", label: said.address, kind: "long" },
  { name: "roleNow", label: said.roleNow, kind: "long" },
  { name: "background", label: said.background, kind: "long" },
];

export const emptyEngagement = {
  title: null, scope: null, fundedBy: null, startDate: null, endDate: null, plannedSessions: null, sessionsBefore: null,
  sessionMinutes: null, cadence: null, delivery: null, feeText: null, signedOnPaper: null, sponsor: null, sponsorContact: null, model: null,
};

/** One quiet line under the name. @param {any} client */
export function factsOf({ fields }) {
  const called = fields.preferredName && fields.preferredName !== fields.displayName ? fields.preferredName : null;
  const standing = fields.status === "active" ? null : words.clients.status[/** @type {"active"} */ (fields.status)];
  return [called, fields.pronouns, fields.roleTitle, fields.organisation, fields.email, fields.phone, standing].filter(Boolean).join("\u00a0· ");
}
