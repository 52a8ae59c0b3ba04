import { papers } from "../words/en/papers.js";

/** @import { PaperWarning } from "../../types/wire/PaperWarning.ts" */

const said = papers.warning;
/** Gaps that are named; more would bury the page. */
const NAMED = 4;

/**
 * A warning as a sentence, what to do, and the ways there.
 * @param {PaperWarning} warning @returns {{what: string, todo: string, ways: {word: string, hash: string}[]}}
 */
export function inWords(warning) {
  switch (warning.kind) {
    case "missing_characters":
      return { what: papers.missing(warning.characters.join(" ")), todo: papers.missingHint, ways: [] };
    case "open_gaps": {
      const named = warning.gaps.length > NAMED + 1 ? warning.gaps.slice(0, NAMED) : warning.gaps;
      const ways = named.map(({ key, label }) => ({ word: label, hash: `#/agreement/${warning.engagementId}/gap/${key}` }));
      if (named.length < warning.gaps.length) ways.push({ word: said.allGaps(warning.gaps.length), hash: `#/agreement/${warning.engagementId}` });
      return { what: said.openGaps(warning.gaps.length), todo: said.openGapsHint, ways };
    }
    case "clauses_in_english":
      return { what: said.english(warning.language), todo: said.englishHint, ways: [{ word: said.toTexts, hash: "#/templates" }] };
    case "empty_fields":
      return { what: said.emptyFields(warning.labels), todo: said.emptyFieldsHint, ways: [{ word: said.toTexts, hash: "#/templates" }] };
    case "lines_left":
      return { what: said.linesLeft(warning.fields.map((key) => /** @type {Record<string, string>} */ (said.field)[key] ?? key)), todo: said.linesLeftHint, ways: [] };
    case "not_signed": {
      const ways = [{ word: said.toAgreement, hash: `#/agreement/${warning.engagementId}` }];
      return warning.issued ? { what: said.unsigned, todo: said.unsignedHint, ways } : { what: said.noAgreement, todo: said.noAgreementHint, ways };
    }
    case "logo_unreadable":
      return { what: said.logo, todo: said.logoHint, ways: [{ word: said.toSettings, hash: "#/settings/papers" }] };
    case "fixed_words_unreviewed":
      return { what: said.unreviewed(warning.language), todo: said.unreviewedHint, ways: [] };
  }
}
