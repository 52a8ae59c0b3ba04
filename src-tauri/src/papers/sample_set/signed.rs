//! Agreements, consent, session and plan of a case, for the client who has no book.

use coachbook_core::{
    agreement::{Clause, GapAnswer, GapFill},
    book::CoachProfile,
    clauses::{self, Jurisdiction, SIGNATURES},
    coach_copy::{NoteLine, Phase, Private},
    engagement::{Delivery, EngagementDraft},
    gaps::{self, Sources},
    note::NoteKind,
};
use coachbook_documents::{
    Doc, Labels, PaperSetup,
    papers::{
        self as paper, Accountable, Action, ActionPlan, AgreementPaper, ConsentPaper, Due, Measure, PlanScope,
        SessionSummary, Signatory,
    },
};

use super::{super::content, case::Case};
use crate::views;

/// P1 and P3 to P6.
pub(super) fn docs(case: &Case, coach: &CoachProfile, setup: &PaperSetup) -> Vec<(&'static str, Doc)> {
    let summary = summary(case, setup);
    vec![
        ("P1-coaching-agreement", paper::agreement(&agreement(case, coach), setup)),
        ("P3-recording-consent", paper::consent(&consent(case), setup)),
        ("P4-session-summary", paper::session_summary(&summary, setup)),
        ("P5-session-record", paper::session_record(&summary, &private(case), phase_name, setup)),
        ("P6-action-plan", paper::action_plan(&plan(case), setup)),
    ]
}

/// P2.
pub(super) fn three_way(case: &Case, coach: &CoachProfile, setup: &PaperSetup) -> Doc {
    let programme = EngagementDraft {
        sponsor: Some(case.sponsor.to_owned()),
        sponsor_contact: Some(case.signs_for_sponsor.to_owned()),
        ..EngagementDraft::default()
    };
    let clauses = clauses::with_sponsor(clauses::initial_clauses(Jurisdiction::EuropeanUnion), true);
    let paper = content::three_way(agreement_of(clauses, case, coach), &programme, setup.labels());
    paper::three_way_agreement(&paper, setup)
}

fn agreement(case: &Case, coach: &CoachProfile) -> AgreementPaper {
    agreement_of(clauses::initial_clauses(Jurisdiction::EuropeanUnion), case, coach)
}

fn agreement_of(mut clauses: Vec<Clause>, case: &Case, coach: &CoachProfile) -> AgreementPaper {
    clauses.retain(|clause| clause.included && clause.key != SIGNATURES);
    AgreementPaper {
        title: "Coaching agreement".to_owned(),
        client_name: Some(case.name()),
        effective_date: Some(case.on(-28)),
        version_no: Some(1),
        clauses: filled(&clauses, case, coach),
        schedule_goals: vec![case.shared_goal.title.clone()],
        fee_schedule: vec!["Each session 150 euros, due within 14 days of the invoice".to_owned()],
        privacy_notice: Vec::new(),
        signatures: vec![
            Signatory { role: "Coach".to_owned(), name: Some(coach.legal_name.clone()) },
            Signatory { role: "Client".to_owned(), name: Some(case.name()) },
        ],
    }
}

/// The clauses with the gaps filled that the case knows; the others are lines to write on.
fn filled(clauses: &[Clause], case: &Case, coach: &CoachProfile) -> Vec<paper::Clause> {
    let engagement = EngagementDraft {
        scope: Some(case.engagement.to_owned()),
        start_date: Some(case.on(-28)),
        planned_sessions: Some(8),
        session_minutes: Some(50),
        cadence: Some("every two weeks".to_owned()),
        delivery: Some(Delivery::Mixed),
        ..EngagementDraft::default()
    };
    let fill = |key: &str, words: &str| GapFill { key: key.to_owned(), answer: GapAnswer::Words(words.to_owned()) };
    let fills = [
        fill("sponsor.name", case.sponsor),
        fill("shared_goals", &case.shared_goal.title),
        fill("sponsor_end_terms", "Sessions that are paid for may still be held; the client decides whether to go on."),
    ];
    let spoken = views::spoken(&engagement, Labels::of("en"));
    let sources =
        Sources { fills: &fills, client: &case.client, engagement: &engagement, spoken: &spoken, coach, practice: &[] };
    let sheet = gaps::fill(clauses, sources);
    sheet
        .clauses
        .into_iter()
        .zip(clauses)
        .map(|(clause, stored)| content::clause_on_paper(clause, &stored.body, Labels::of("en")))
        .collect()
}

fn consent(case: &Case) -> ConsentPaper {
    ConsentPaper {
        client_name: Some(case.name()),
        sessions: Some("one session, to be named on the day".to_owned()),
        recorded: Some("sound".to_owned()),
        purpose: Some("evaluation of the coach".to_owned()),
        hearers: Some("two assessors of an invented body".to_owned()),
        share_with: Some("an invented body".to_owned()),
        kept_until: Some(case.on(90)),
        ..ConsentPaper::default()
    }
}

fn actions(case: &Case) -> Vec<Action> {
    vec![
        Action {
            no: 1,
            what: "Hand over one decision to the deputy, and say so in the round".to_owned(),
            wording: Some("will".to_owned()),
            due: Due::By { date: case.on(2), words: Some("by Friday".to_owned()) },
            with_whom: Some("her deputy".to_owned()),
            sign_of_success: Some("nobody asks back".to_owned()),
            ..Action::default()
        },
        Action {
            no: 2, what: "Μιλώ με τον Νίκο".to_owned(), due: Due::After { action_no: 1 }, ..Action::default()
        },
    ]
}

pub(super) fn summary(case: &Case, setup: &PaperSetup) -> SessionSummary {
    let labels = setup.labels();
    SessionSummary {
        client_name: case.name(),
        session_no: Some(3),
        sessions_planned: Some(8),
        held_on: case.day,
        length_minutes: Some(50),
        delivery: Some(labels.by_video.to_owned()),
        key_insight: Some(case.insight.to_owned()),
        next_action_no: Some(1),
        topics: vec!["The change of shift".to_owned()],
        wanted: vec!["one decision less on the desk".to_owned()],
        importance: vec!["the night shift has lost four people in a year".to_owned()],
        success_measures: vec!["to know which decision, and to whom it goes".to_owned()],
        insights: vec![case.insight.to_owned()],
        strengths: vec!["fairness".to_owned()],
        actions: actions(case),
        accountability: vec![Accountable { who: "her deputy".to_owned(), covers: vec![1], how_often: None }],
        skills: vec![case.skill.to_owned()],
        measures: vec![Measure {
            measure: "to know which decision, and to whom it goes".to_owned(),
            result: Some(labels.met.to_owned()),
            own_words: Some("it is the order of the machines".to_owned()),
        }],
        recording: vec![labels.confidential_between.to_owned()],
        ..SessionSummary::default()
    }
}

fn private(case: &Case) -> Private {
    let line = |minute, kind, text: &str| NoteLine {
        minute,
        kind,
        topic: Some("change of shift".to_owned()),
        text: text.to_owned(),
        in_client_words: false,
        commitment: None,
        shared: false,
    };
    let notes = [
        ("G", vec![line(3, NoteKind::Plain, "one thing, not three")]),
        (
            "R",
            vec![
                line(14, NoteKind::Feeling, "tired of being asked"),
                line(21, NoteKind::CoachObservation, case.insight),
            ],
        ),
        ("O", vec![line(33, NoteKind::Option, "the deputy leads the round")]),
    ];
    Private {
        phases: notes.into_iter().map(|(key, lines)| Phase { key: key.to_owned(), lines }).collect(),
        reflection: Some("I let the silence stand.".to_owned()),
        ..Private::default()
    }
}

/// How the default model names its phases on paper.
pub(super) fn phase_name(key: &str) -> String {
    match key {
        "OPEN" => "Opening",
        "G" => "Goal",
        "R" => "Reality",
        "O" => "Options",
        "W" => "Way forward",
        "CLOSE" => "Closing",
        other => other,
    }
    .to_owned()
}

fn plan(case: &Case) -> ActionPlan {
    ActionPlan {
        client_name: case.name(),
        engagement: Some(case.engagement.to_owned()),
        as_of: case.day,
        scope: PlanScope::AllOpen,
        accountability: vec![Accountable { who: "her deputy".to_owned(), covers: vec![1], how_often: None }],
        actions: actions(case),
        review_on: Some(case.on(14)),
    }
}
