//! The clause library, and the sheet that is filled from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use chrono::NaiveDate;
use coachbook_core::{
    agreement::{Clause, GapAnswer, GapFill},
    book::CoachProfile,
    clauses::{
        ClauseClass, DOES, DOES_NOT, DOS_AND_DONTS, Jurisdiction, LIBRARY, SIGNATURES, has_built_in_words,
        initial_clauses, library_clause, sponsor_clauses,
    },
    client::ClientDraft,
    engagement::{Delivery, EngagementDraft},
    gaps::{GapSource, Part, Piece, Sheet, Sources, Spoken, fill, gap_keys, gap_spec, parse},
};

fn words(key: &str, words: &str) -> GapFill {
    GapFill { key: key.into(), answer: GapAnswer::Words(words.into()) }
}

fn line(key: &str) -> GapFill {
    GapFill { key: key.into(), answer: GapAnswer::Line }
}

fn printed(sheet: &Sheet, key: &str) -> String {
    let clause = sheet.clauses.iter().find(|clause| clause.key == key).unwrap();
    clause
        .parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Gap { value: Some(value), .. } => value.clone(),
            Part::Gap { line: true, .. } => "____".into(),
            Part::Gap { .. } => String::new(),
        })
        .collect()
}

fn sheet(fills: &[GapFill], practice: &[GapFill], engagement: &EngagementDraft, clauses: &[Clause]) -> Sheet {
    let coach = CoachProfile { legal_name: "Maria Keller".into(), ..CoachProfile::default() };
    let client = ClientDraft::named("Ana");
    let spoken = Spoken {
        effective_date: engagement.start_date.map(|day| day.format("%-d %B %Y").to_string()),
        delivery: engagement.delivery.map(|way| format!("<{}>", way.key())),
    };
    fill(clauses, Sources { fills, client: &client, engagement, spoken: &spoken, coach: &coach, practice })
}

#[test]
fn the_clauses_stand_in_the_order_of_the_paper() {
    let order: Vec<&str> = LIBRARY.iter().map(|clause| clause.key).collect();
    let expected = "parties what_coaching_is coach_role scope dos_and_donts coach_boundary client_responsibility \
        methods services fees scheduling_cancellation between_sessions confidentiality recording_and_sharing \
        release_for_log records_retention data_protection supervision ethics conflicts ending withdrawal_right \
        liability disputes law whole_agreement sponsor_roles sponsor_goals sponsor_reporting sponsor_pays sponsor_change \
        signatures";
    assert_eq!(order, expected.split_whitespace().collect::<Vec<_>>());
    assert_eq!(sponsor_clauses().len(), 5);
}

#[test]
fn one_clause_the_program_came_with_makes_an_agreement_english() {
    let mut clauses = initial_clauses(Jurisdiction::Elsewhere);
    assert!(has_built_in_words(&clauses));
    for clause in clauses.iter_mut().filter(|clause| clause.included && clause.key != SIGNATURES) {
        clause.body = format!("Po polsku: {}", clause.key);
    }
    assert!(!has_built_in_words(&clauses), "what is left out and where one signs is not printed");
    clauses.iter_mut().find(|clause| !clause.included).unwrap().included = true;
    assert!(has_built_in_words(&clauses), "control");
}

#[test]
fn required_clauses_are_in_and_the_right_to_cancel_follows_the_law() {
    for jurisdiction in Jurisdiction::ALL {
        let clauses = initial_clauses(*jurisdiction);
        assert_eq!(clauses.len(), LIBRARY.len() - 5);
        for clause in &clauses {
            let class = library_clause(&clause.key).unwrap().class;
            assert!(clause.included || class == ClauseClass::Optional, "{}", clause.key);
        }
        let included = |key: &str| clauses.iter().any(|clause| clause.key == key && clause.included);
        assert!(included("methods"));
        assert!(!included("liability"));
        let consumers = matches!(jurisdiction, Jurisdiction::EuropeanUnion | Jurisdiction::UnitedKingdom);
        assert_eq!(included("withdrawal_right"), consumers);
    }
}

#[test]
fn the_two_columns_and_the_text_say_the_same() {
    let text = library_clause(DOS_AND_DONTS).unwrap().text;
    let items: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert_eq!(items, DOES.iter().chain(DOES_NOT).copied().collect::<Vec<_>>());
}

#[test]
fn every_gap_of_the_library_is_described_and_every_description_is_used() {
    let mut used: Vec<&str> = LIBRARY
        .iter()
        .flat_map(|clause| parse(clause.text))
        .filter_map(|piece| match piece {
            Piece::Gap(key) => Some(key),
            Piece::Text(_) => None,
        })
        .collect();
    let mut known: Vec<&str> = gap_keys().collect();
    used.sort_unstable();
    used.dedup();
    known.sort_unstable();
    assert_eq!(used, known);
    for key in known {
        let spec = gap_spec(key);
        assert!(!spec.label.is_empty() && !spec.example.is_empty() && !spec.label.contains('_'), "{key}");
        assert_eq!(spec.remembered, spec.source == GapSource::Practice, "{key}");
    }
    assert_eq!(gap_spec("my_own.thing").label, "My own thing");
}

#[test]
fn braces_that_hold_no_key_are_text() {
    use Piece::{Gap, Text};
    assert_eq!(parse("a {b} c"), [Text("a "), Gap("b"), Text(" c")]);
    assert_eq!(parse("{a}{b.c_1}"), [Gap("a"), Gap("b.c_1")]);
    for text in ["{}", "{ a }", "{A}", "{a", "a}", "}{", "{ä}", "{{", "{a b}"] {
        assert_eq!(parse(text), [Text(text)], "{text}");
    }
    assert_eq!(parse("{{a}}"), [Text("{"), Gap("a"), Text("}")]);
    assert_eq!(parse(""), []);
}

#[test]
fn hand_wins_over_record_and_record_over_practice() {
    let engagement = EngagementDraft {
        scope: Some("leading a team".into()),
        delivery: Some(Delivery::Video),
        start_date: NaiveDate::from_ymd_opt(2026, 3, 4),
        planned_sessions: Some(6),
        ..EngagementDraft::default()
    };
    let clauses = initial_clauses(Jurisdiction::Elsewhere);
    let practice = [words("notice_hours", "24"), words("methods", "questions"), words("fee_text", "100")];
    let fills = [words("engagement.scope", "a new role"), words("notice_hours", "  "), line("governing_law")];
    let filled = sheet(&fills, &practice, &engagement, &clauses);
    assert_eq!(
        printed(&filled, "parties"),
        "This agreement is between Maria Keller (\"the coach\") and Ana (\"the client\"). It starts on 4 March 2026."
    );
    assert!(printed(&filled, "scope").starts_with("The work concerns: a new role."));
    assert!(printed(&filled, "scheduling_cancellation").contains("until 24 hours before"));
    assert_eq!(printed(&filled, "law"), "____ applies.");
    assert_eq!(printed(&filled, "methods"), "The coach may use questions. The client may decline any exercise.");
    let missing: Vec<&str> = filled.missing.iter().map(|gap| gap.key.as_str()).collect();
    // A fee is never carried from one client to another, whatever was kept.
    assert!(missing.contains(&"fee_text"));
    assert!(missing.contains(&"cadence") && missing.contains(&"ethics_url"));
    for settled in ["governing_law", "methods", "notice_hours", "refund_terms", "limit", "mediation"] {
        assert!(!missing.contains(&settled), "{settled}");
    }
    assert!(filled.missing.iter().all(|gap| !gap.label.is_empty()));
}

#[test]
fn a_sentence_that_is_whole_without_its_gap_stays_whole() {
    let clauses = initial_clauses(Jurisdiction::Elsewhere);
    let engagement = EngagementDraft::default();
    let empty = sheet(&[], &[], &engagement, &clauses);
    assert!(printed(&empty, "ending").ends_with("not held are refunded."));
    let full = sheet(&[words("refund_terms", "within 14 days")], &[], &engagement, &clauses);
    assert!(printed(&full, "ending").ends_with("are refunded within 14 days."));
}
