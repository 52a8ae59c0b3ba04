//! The gaps of the built-in clauses.

use super::GapSource;

pub(super) type Row = (&'static str, &'static str, GapSource, &'static str);

/// Key, label, source, example. A fee is not remembered: printing one client's price for another is a harm, typing it
/// again is not.
pub(super) const GAPS: &[Row] = &[
    ("coach.legal_name", "Your name in agreements", GapSource::Coach, "Maria Keller"),
    ("client.legal_name", "Client's name in agreements", GapSource::Client, "Ana Silva"),
    ("effective_date", "Start of the agreement", GapSource::Engagement, "4 March 2026"),
    ("engagement.scope", "What the work concerns", GapSource::Engagement, "leading a new team"),
    ("planned_sessions", "Number of sessions", GapSource::Engagement, "6"),
    ("session_length", "Length of a session in minutes", GapSource::Engagement, "60"),
    ("cadence", "How often", GapSource::Engagement, "every two weeks"),
    ("delivery", "How sessions are held", GapSource::Engagement, "by video call"),
    ("fee_text", "Fee", GapSource::Engagement, "150 euros a session"),
    ("methods", "Ways of working", GapSource::Practice, "questions, scales, visualisation and writing"),
    ("payment_terms", "Payment terms", GapSource::Practice, "within 14 days of the invoice"),
    ("notice_hours", "Notice in hours", GapSource::Practice, "24"),
    ("late_policy", "When notice comes too late", GapSource::Practice, "the session counts as held"),
    (
        "between_sessions_text",
        "Contact between sessions",
        GapSource::Practice,
        "Short e-mails are welcome; the coach answers within two working days.",
    ),
    ("retention_text", "How long you keep records", GapSource::Practice, "three years"),
    ("ethics_body", "Body whose code of ethics you follow", GapSource::Practice, "your professional body"),
    ("ethics_url", "Where the code can be read", GapSource::Practice, "www.example.org/ethics"),
    ("refund_terms", "How refunds are made", GapSource::Practice, "within 14 days"),
    ("limit", "Limit of liability", GapSource::Practice, "the fees paid in the last 12 months"),
    ("mediation", "After talking first", GapSource::Practice, "they try mediation before going to court"),
    ("governing_law", "Law that applies", GapSource::Practice, "The law of the coach's country"),
    ("sponsor.name", "Sponsor's name", GapSource::Engagement, "Example Ltd"),
    ("shared_goals", "Goals shared by all three", GapSource::Typed, "Leading the new team with confidence"),
    (
        "sponsor_end_terms",
        "If employment or sponsorship ends",
        GapSource::Typed,
        "Paid sessions may still be held; the client decides whether to go on.",
    ),
];

/// Gaps whose sentence is whole without them.
pub(super) const OPTIONAL: &[&str] = &["refund_terms"];
