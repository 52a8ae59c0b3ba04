/** What the check of a template found, in words. */

import { templates } from "../words/en/templates.js";

const said = templates.check;

/** @typedef {import("../../types/wire/TemplateFinding.ts").TemplateFinding} Finding */

/** @param {Finding} finding @param {{key: string, label: string}[]} fields */
export function findingWords({ fault, written, nearest }, fields) {
  const meant = fields.find(({ key }) => key === nearest)?.label;
  if (fault === "unknown") return meant ? said.slip(written, meant) : said.unknown(written);
  if (fault === "misplaced" || fault === "in_heading") return said[fault](written);
  return said[/** @type {"empty"} */ (fault)] ?? fault;
}

/** How a part is called: a clause by its heading, a text by its name. @param {{key: string, heading: string}} part */
export const partName = ({ key, heading }) => heading || (templates.parts[key] ?? templates.newClause);
