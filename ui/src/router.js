/**
 * Addresses are hashes with ids only, never names: they may end up in a crash report.
 * @typedef {{page: string, full: boolean, section: string, [param: string]: any}} Route
 */

const routes = [
  { match: /^#?\/?$/, page: "today-page", section: "today" },
  { match: /^#\/clients$/, page: "clients-page", section: "clients" },
  { match: /^#\/clients\/new$/, page: "clients-page", section: "clients", adding: true },
  { match: /^#\/client\/(?<clientId>\d+)(?:\/(?<tab>overview|sessions|plan|papers|privacy))?$/, page: "client-page", section: "clients" },
  { match: /^#\/agreement\/(?<engagementId>\d+)(?:\/gap\/(?<gap>[a-z0-9_.]+))?$/, page: "agreement-page", section: "clients" },
  { match: /^#\/paper\/(?<kind>hours_log|privacy_notice|processing_record|data_handling|continuity_sheet|blank_[a-z_]+)$/, page: "paper-page", section: "settings" },
  { match: /^#\/paper\/(?<kind>[a-z_]+)(?:\/(?<id>\d+))?(?:\/session\/(?<sessionId>\d+))?(?:\/(?<now>print))?$/, page: "paper-page", section: "clients" },
  { match: /^#\/practice-papers$/, page: "practice-papers-page", section: "settings" },
  { match: /^#\/access\/(?<clientId>\d+)$/, page: "access-page", section: "clients" },
  { match: /^#\/sign\/(?<paperId>\d+)$/, page: "sign-page", section: "clients" },
  { match: /^#\/sponsor\/(?<engagementId>\d+)$/, page: "sponsor-page", section: "clients" },
  { match: /^#\/scan\/(?<scanId>\d+)$/, page: "scan-page", section: "clients" },
  { match: /^#\/settings(?:\/(?<part>[a-z-]+))?$/, page: "settings-page", section: "settings" },
  { match: /^#\/templates$/, page: "templates-page", section: "settings" },
  { match: /^#\/template\/(?<id>\d+)$/, page: "template-page", section: "settings" },
  { match: /^#\/recovery$/, page: "recovery-page", section: "settings", full: true },
  { match: /^#\/change-phrase$/, page: "change-phrase-page", section: "settings", full: true },
  { match: /^#\/new-code$/, page: "new-code-page", section: "settings", full: true },
  { match: /^#\/keychain$/, page: "keychain-page", section: "settings", full: true },
  { match: /^#\/new-phrase$/, page: "new-phrase-page", section: "settings", full: true },
  { match: /^#\/prep\/(?<sessionId>\d+)$/, page: "prep-page", section: "today" },
  { match: /^#\/session\/(?<sessionId>\d+)$/, page: "session-page", section: "today", full: true },
  { match: /^#\/session\/(?<sessionId>\d+)\/wrap-up$/, page: "wrap-up-page", section: "today", full: true },
];

/** Where a hash leads; an unknown one leads to Today. @param {string} hash @returns {Route} */
export function routeOf(hash) {
  for (const { match, ...rest } of routes) {
    const found = match.exec(hash);
    if (found) return { full: false, ...rest, ...numbered(found.groups ?? {}) };
  }
  return routeOf("#/");
}

/** @param {string} hash */
export function go(hash) {
  if (location.hash === hash) window.dispatchEvent(new Event("hashchange"));
  else location.hash = hash;
}

/** Changes the address without a new step in the history and without a new page. @param {string} hash */
export function stay(hash) {
  history.replaceState(null, "", hash);
}

/** @param {Record<string, string | undefined>} groups */
function numbered(groups) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, text && /^\d+$/.test(text) ? Number(text) : text]),
  );
}
