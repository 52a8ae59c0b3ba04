//! The text of the clauses, in the order of printing.

use super::{
    ClauseClass::{self, Optional, Required, Sponsor},
    LibraryClause,
};

/// Every built-in clause, in the order of the printed agreement; the sponsor's stand before the signatures.
#[rustfmt::skip]
pub const LIBRARY: &[LibraryClause] = &[
    of("parties", Required, "Parties",
     "This agreement is between {coach.legal_name} (\"the coach\") and {client.legal_name} (\"the client\"). It \
     starts on {effective_date}."),
    of("what_coaching_is", Required, "What coaching is",
     "Coaching is a working conversation in which the client thinks through what they want, what is so, what they \
     could do and what they will do. The coach brings structure, questions and attention."),
    of("coach_role", Required, "The coach's role",
     "The coach leads the process of each session and works only as a coach within the scope named here."),
    of("scope", Required, "Scope",
     "The work concerns: {engagement.scope}. Either party may ask to change it; changes are written down."),
    of("dos_and_donts", Required, "What the coach does and does not do",
     "The coach does:\n- listen\n- ask\n- reflect back\n- challenge with respect\n- keep time\n\
     - help turn insight into steps\n\n\
     The coach does not:\n- give solutions\n- advise\n- decide\n- judge\n- treat illness\n\
     - act as lawyer, financial adviser or therapist"),
    of("coach_boundary", Required, "Where coaching ends",
     "If a matter needs another profession, the coach says so and coaching on it stops until that help is in \
     place."),
    of("client_responsibility", Required, "The client's part",
     "The client chooses the topics, makes the decisions and carries out the steps, and is responsible for their \
     results."),
    of("methods", Optional, "Ways of working",
     "The coach may use {methods}. The client may decline any exercise."),
    of("services", Required, "Services",
     "{planned_sessions} sessions of {session_length} minutes, {cadence}, held {delivery}."),
    of("fees", Required, "Fees",
     "{fee_text}. Payment is due {payment_terms}."),
    of("scheduling_cancellation", Required, "Changing or missing a session",
     "A session can be moved or cancelled free of charge until {notice_hours} hours before. After that \
     {late_policy}. The same notice holds for the coach."),
    of("between_sessions", Optional, "Contact between sessions",
     "{between_sessions_text}"),
    of("confidentiality", Required, "Confidentiality and its limits",
     "The coach keeps what is said confidential, including the fact that coaching takes place, except where (a) \
     the client agrees in writing, (b) the law or a court requires disclosure, (c) there is a serious risk to the \
     life or safety of a person, (d) the case is discussed without names in supervision, (e) the client has \
     consented to a recording or listing described below. Coaching talks are not privileged as talks with a \
     lawyer or doctor may be."),
    of("recording_and_sharing", Required, "Recording",
     "Nothing is recorded unless the client consents on a separate form that names the purpose, who will hear it \
     and when it is deleted. Consent can be refused or withdrawn without any disadvantage."),
    of("release_for_log", Optional, "Hours log",
     "With the client's consent the coach lists the client's name, contact, first and last date and hours in a \
     professional log. No content is shared."),
    of("records_retention", Required, "Records",
     "The coach keeps short notes and documents in an encrypted store on the coach's own device, for \
     {retention_text} after the last session, and then deletes them."),
    of("data_protection", Required, "Data protection",
     "The privacy notice (annex) says which data are used, on what basis, and what rights the client has."),
    of("supervision", Optional, "Supervision",
     "The coach is supervised and may discuss cases without names."),
    of("ethics", Required, "Ethics",
     "The coach follows the code of ethics of {ethics_body}; a copy is at {ethics_url}. Complaints can be sent \
     there."),
    of("conflicts", Optional, "Conflicts of interest",
     "The coach tells the client of any interest that could affect the work."),
    of("ending", Required, "Ending",
     "Either may end the coaching at any time by telling the other in writing. Sessions held are paid; sessions \
     paid in advance and not held are refunded{refund_terms}."),
    of("withdrawal_right", Optional, "Right to cancel within 14 days",
     // For consumers in the EU and the UK whose agreement is made at a distance or away from business premises.
     "The client may cancel within 14 days of signing without giving a reason. [ ] I ask that coaching begin \
     before the 14 days end and know that I pay for what was delivered up to my cancellation."),
    of("liability", Optional, "Liability",
     "The coach owes care in providing coaching and does not promise a particular result. Liability is limited to \
     {limit}; nothing limits liability that the law does not allow to be limited."),
    of("disputes", Optional, "Disagreements",
     "The parties first talk; then {mediation}."),
    of("law", Required, "Law",
     "{governing_law} applies."),
    of("whole_agreement", Required, "Whole agreement, changes",
     "This document and its annexes are the whole agreement. Changes are made in writing and signed. If one part \
     is invalid the rest stands."),
    of("sponsor_roles", Sponsor, "Roles",
     "The sponsor {sponsor.name} pays; the client is the person being coached; the coach works for the client's \
     learning within the goals agreed by all three."),
    of("sponsor_goals", Sponsor, "Goals shared",
     "{shared_goals}. Added or changed only by all three."),
    of("sponsor_reporting", Sponsor, "What the sponsor receives and does not receive",
     "The sponsor receives:\n- dates and number of sessions held\n- invoices\n\
     - a progress statement the client has approved\n\n\
     The sponsor does not receive:\n- content\n- notes\n- assessments\n- recordings"),
    of("sponsor_pays", Sponsor, "Who pays, who schedules",
     "The sponsor pays each invoice. Client and coach find the dates between them; the sponsor is not asked."),
    of("sponsor_change", Sponsor, "If employment or sponsorship ends",
     "{sponsor_end_terms}"),
    of("signatures", Required, "Signatures",
     "Place, date, name in print and signature of each party."),
];

const fn of(key: &'static str, class: ClauseClass, heading: &'static str, text: &'static str) -> LibraryClause {
    LibraryClause { key, heading, text, class }
}
