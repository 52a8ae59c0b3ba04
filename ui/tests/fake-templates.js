/** Templates of the invented book: what they answer, with a check that knows one slip. */

const FIELDS = [
  { key: "client.name", label: "Client's name", source: "client" },
  { key: "coach.name", label: "Your name", source: "coach" },
  { key: "fee_text", label: "Fee", source: "engagement" },
  { key: "session.date", label: "Day of the session", source: "session" },
];
const KINDS = ["agreement", "consent", "summary_wording", "email", "opening_script"];
const part = (/** @type {string} */ key, /** @type {string} */ heading, /** @type {string} */ body, included = true) => ({ key, heading, body, included });

const starting = (/** @type {string} */ kind) =>
  kind === "agreement"
    ? [
        part("parties", "Parties", "This agreement is between {coach.legal_name} (“the coach”) and {client.legal_name} (“the client”). It starts on {effective_date}."),
        part("what_coaching_is", "What coaching is", "Coaching is a working conversation in which the client thinks through what they want, what is so, what they could do and what they will do. The coach brings structure, questions and attention."),
        part("fees", "Fees", "{fee_text}. Payment is due {payment_terms}."),
        part("supervision", "Supervision", "The coach is supervised and may discuss cases without names.", false),
        part("signatures", "Signatures", "Place, date, name in print and signature of each party."),
      ]
    : kind === "email" ? [part("subject", "", "{paper.title}"), part("body", "", "Dear {client.name},\n\n{paper.text}")]
    : kind === "opening_script" ? [part("words", "", "Good day, {client.name}.")] : [part("opening", "", ""), part("closing", "", "")];

const sample = (/** @type {string} */ key) => ({ "client.name": "Ana", "coach.legal_name": "Maria Keller", "client.legal_name": "Ana Silva", fee_text: "150 euros a session" })[key];

/** @param {any} template */
function sheet(template) {
  const findings = template.parts.flatMap((/** @type {any} */ { body, included }, /** @type {number} */ at) => {
    const from = included ? body.indexOf("{client.nmae}") : -1;
    return from < 0 ? [] : [{ part: at, inHeading: false, from, to: from + 13, fault: "unknown", written: "{client.nmae}", nearest: "client.name" }];
  });
  const filled = template.parts.filter((/** @type {any} */ { included }) => included).map((/** @type {any} */ { key, heading, body }) => ({
    key, heading, pieces: body.split(/(\{[a-z_.]+\})/).filter(Boolean).map((/** @type {string} */ text) => {
      const field = /^\{(.+)\}$/.exec(text)?.[1];
      if (!field) return { type: "text", text };
      return sample(field) ? { type: "value", text: sample(field) } : { type: "empty", label: field };
    }),
  }));
  const { id, kind, name, language, inUse, parts, versions } = template;
  return { id, kind, name, language, languages: ["en", "de"], inUse, parts, required: ["parties", "signatures"], findings, fields: FIELDS, filled, clientId: null, versions };
}

/** @param {any} book @returns {Record<string, (args: any) => any>} */
export function templateAnswers(book) {
  book.templates ??= [];
  const found = (/** @type {number} */ id) => book.templates.find((/** @type {any} */ one) => one.id === id);
  const list = () => ({ kinds: KINDS, own: book.templates.filter((/** @type {any} */ { removed }) => !removed).map((/** @type {any} */ { id, kind, name, language, inUse }) => ({ id, kind, name, language, inUse, savedAt: "2026-11-20T10:00:00.000Z" })) });
  const keep = (/** @type {any} */ made) => (book.templates.push({ id: book.templates.length + 1, language: "en", inUse: false, removed: false, versions: [{ number: 1, savedAt: "2026-11-20T10:00:00.000Z" }], ...made }), { id: book.templates.length });
  return {
    list_templates: list,
    copy_template: ({ kind, name, from }) => keep({ kind, name, parts: structuredClone(from ? found(from).parts : starting(kind)) }),
    open_template: ({ templateId }) => sheet(found(templateId)),
    save_template: ({ templateId, words }) => sheet(Object.assign(found(templateId), words)),
    leave_template: () => null,
    use_template: ({ templateId, used }) => ((found(templateId).inUse = used), list()),
    template_version: () => starting("opening_script"),
    bring_back_template: ({ templateId }) => {
      const template = found(templateId);
      template.versions = [{ number: template.versions.length + 1, savedAt: "2026-11-21T10:00:00.000Z" }, ...template.versions];
      return sheet(Object.assign(template, { parts: starting(template.kind) }));
    },
    remove_template: ({ templateId }) => void (found(templateId).removed = true),
    restore_template: ({ templateId }) => void (found(templateId).removed = false),
    export_template: () => ({ fileName: "2026-11-20_agreement-template.json" }),
    import_template: () => keep({ kind: "agreement", name: "From a file", parts: starting("agreement") }),
  };
}
