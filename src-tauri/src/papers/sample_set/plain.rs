//! The papers the app has no records for yet, made from a case.

use coachbook_core::{
    access::{self, Held, HeldFile, Review},
    clauses::Jurisdiction,
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    continuity,
    hours::{CredentialTarget, HoursFilter, LoggedClient, hours_log},
    invoice::{Invoice, InvoiceKind, InvoiceLine, Party, Payment},
    processing::{RecordClass, default_register, default_rules},
    protection::{CopiesKept, Protection},
    reflection::{Form, Question, Segment, Speaker, Turn, figures},
    sponsor::{Approval, SponsorReport, Work, for_client, for_sponsor},
    wheel::{Place, laid_over},
};
use coachbook_documents::{
    Doc, Labels, PaperSetup,
    papers::{
        self as paper, ClosingReport, CoachingPlan, DataHandling, EndedGoal, Milestone, Privacy, ReflectionReport,
        Series, Signatory, Skill,
    },
};

use super::case::Case;
use crate::{papers::unprintable, wire::CommandError};

/// P7 to P16 and the continuity sheet. P16 stands in six forms.
pub(super) fn docs(case: &Case, setup: &PaperSetup) -> Result<Vec<(&'static str, Doc)>, CommandError> {
    let (report, draft) = sponsor_reports(case, setup)?;
    let (wheel, earlier) = case.wheels();
    let wheel = laid_over(&wheel, Some(&earlier)).map_err(|_| unprintable())?;
    Ok(vec![
        ("P7-coaching-plan", paper::coaching_plan(&coaching_plan(case), setup)),
        ("P8-hours-log", paper::hours_log(&log(case), setup)),
        ("P9-closing-report", paper::closing_report(&closing(case), setup)),
        ("P10-sponsor-report", report),
        ("P10-sponsor-report-to-approve", draft),
        ("P11-wheel-of-life", paper::wheel_of_life(&case.name(), &wheel, setup)),
        ("P12-your-data", paper::access_export(&answer(case, setup.labels())?, setup)),
        ("P13-reflection-report", paper::reflection_report(&reflection(case), setup)),
        ("P14-invoice", paper::invoice(&invoice(case), setup).map_err(|_| unprintable())?),
        ("P15-privacy-notice", paper::privacy_notice(&privacy(setup.labels()), setup)),
        ("P15-record-of-processing", paper::processing_record(&privacy(setup.labels()), setup)),
        ("P15-data-handling", paper::data_handling(&handling(), setup)),
        ("P16-blank-agreement", paper::blank_agreement(Jurisdiction::EuropeanUnion, setup)),
        ("P16-blank-consent", paper::consent(&paper::ConsentPaper::default(), setup)),
        ("P16-blank-before-session", paper::before_session_form(setup)),
        ("P16-blank-grow-sheet", paper::grow_sheet(setup)),
        ("P16-blank-action-plan", paper::blank_action_plan(setup)),
        ("P16-blank-wheel", paper::blank_wheel(setup)),
        ("continuity-sheet", continuity_sheet(case, setup)),
    ])
}

fn handling() -> DataHandling {
    let protection = Protection {
        idle_lock_minutes: 10,
        sheet_confirmed: true,
        hears_the_system: true,
        keychain: false,
        copies: CopiesKept::OtherDisk,
    };
    DataHandling { protection, rules: default_rules() }
}

fn coaching_plan(case: &Case) -> CoachingPlan {
    CoachingPlan {
        client_name: case.name(),
        engagement: Some(case.engagement.to_owned()),
        period: Some((case.on(-28), Some(case.on(180)))),
        present: vec!["New in the role, and asked for every decision".to_owned()],
        goals: vec![case.shared_goal.clone(), case.own_goal.clone()],
        strengths: vec!["fairness".to_owned(), "knows the matter from the ground".to_owned()],
        resources: vec!["a colleague who listens".to_owned(), "a walk before meetings".to_owned()],
        skills: vec![Skill {
            skill: case.skill.to_owned(),
            why: Some("others wait for it".to_owned()),
            practice: Some("once a day".to_owned()),
            evidence: Some("others speak first".to_owned()),
            status: Some("practising".to_owned()),
        }],
        milestones: vec![Milestone {
            what: "Half way: the new way of working is tried with two people".to_owned(),
            by: Some(case.on(60)),
            sessions: Some("4 and 5".to_owned()),
        }],
        support: vec!["a former colleague".to_owned()],
        accountability: Vec::new(),
        reviews: vec![(case.on(60), None), (case.on(180), Some("All three, at one table".to_owned()))],
        signatures: vec![
            Signatory { role: "Client".to_owned(), name: Some(case.name()) },
            Signatory { role: "Coach".to_owned(), name: None },
        ],
    }
}

fn closing(case: &Case) -> ClosingReport {
    let series = |name: &str, places: [(i64, u8); 3]| Series {
        name: name.to_owned(),
        places: places.into_iter().filter_map(|(days, place)| Some((case.on(days), Place::of(place)?))).collect(),
    };
    ClosingReport {
        client_name: case.name(),
        engagement: Some(case.engagement.to_owned()),
        period: Some((case.on(-28), case.day)),
        goals: [&case.shared_goal, &case.own_goal]
            .map(|goal| EndedGoal { goal: goal.clone(), own_words: Some("further than I had thought".to_owned()) })
            .to_vec(),
        measures: vec![
            series("confidence in meetings", [(-28, 3), (-14, 5), (0, 8)]),
            series("evenings that are free", [(-28, 1), (-14, 4), (0, 8)]),
        ],
        insights: vec![case.insight.to_owned()],
        strengths: vec!["fairness".to_owned(), "humour".to_owned()],
        skills: vec![case.skill.to_owned()],
        goes_on_with: vec!["a talk on Fridays with a colleague".to_owned()],
        feedback: vec!["\u{201c}The silence was the best of it.\u{201d}".to_owned()],
        sessions: case.sessions().iter().map(|session| session.on).collect(),
        planned: Some(3),
        thanks: Some("Thank you for the trust.\n\nThe programme ends here; confidentiality does not.".to_owned()),
    }
}

fn sponsor_reports(case: &Case, setup: &PaperSetup) -> Result<(Doc, Doc), CommandError> {
    let approval = Approval { text: case.progress.to_owned(), by: case.name(), on: case.on(2) };
    let report = SponsorReport {
        sponsor: case.sponsor.to_owned(),
        to: Some(case.signs_for_sponsor.to_owned()),
        from: Some(case.on(-28)),
        until: Some(case.day),
        progress: case.progress.to_owned(),
        approval: Some(approval),
    };
    let (name, sessions) = (case.name(), case.sessions());
    let goals = [case.shared_goal.clone(), case.own_goal.clone()];
    let work =
        Work { client: &name, engagement: Some(case.engagement), planned: Some(8), sessions: &sessions, goals: &goals };
    let set = |content: Result<_, _>| content.map(|content| paper::sponsor_report(&content, setup));
    let both = set(for_sponsor(&report, work)).and_then(|sent| Ok((sent, set(for_client(&report, work))?)));
    both.map_err(|_| unprintable())
}

fn log(case: &Case) -> coachbook_core::hours::HoursContent {
    let client = |name: String, listed: bool| LoggedClient {
        name,
        alias: None,
        contact: case.client.email.clone().or_else(|| case.client.phone.clone()),
        group_size: None,
        consents: if listed { vec![agreed_to_be_listed()] } else { Vec::new() },
        sessions: case.sessions(),
        earlier: None,
        erased: false,
    };
    let clients = [client(case.name(), true), client("Somebody who has not agreed".to_owned(), false)];
    let filter = HoursFilter { from: None, until: case.day, training_began: Some(case.on(-400)), group_max: 15 };
    let target = CredentialTarget {
        name: "a first credential".to_owned(),
        hours: 100,
        paid_hours: 75,
        clients: 8,
        recent: Some((25, 18)),
        checked_on: case.on(-30),
        source: None,
    };
    hours_log(&clients, &filter, Some(&target))
}

const fn agreed_to_be_listed() -> Consent {
    Consent::answered(ConsentPurpose::ListInHoursLog, ConsentDecision::Granted, ConsentMethod::Written)
}

fn answer(case: &Case, labels: &Labels) -> Result<access::AccessContent, CommandError> {
    let held = |class, title: &str, text: &str, private, review| Held {
        class,
        on: Some(case.day),
        title: title.to_owned(),
        text: text.to_owned(),
        private,
        review,
    };
    let renamed = Some(Review::Renamed("a colleague was angry".to_owned()));
    let records = [
        held(RecordClass::Contact, "Contact details", &case.name(), false, None),
        held(RecordClass::Note, "Note, Goal", "wants to stay calm when numbers are read out", false, None),
        held(RecordClass::Note, "Note, Reality", "speaks faster when the board comes up", true, None),
        held(RecordClass::Note, "Note, Reality", "Mr. Q was angry", true, renamed),
        held(RecordClass::Note, "Note, Reality", "Mr. Q is ill", true, Some(Review::LeftOut)),
        held(RecordClass::SessionRecord, "Insight", case.insight, false, None),
    ];
    let files = [HeldFile {
        name: "recording-consent.pdf".to_owned(),
        kind: "signed consent".to_owned(),
        bytes: 48_200,
        added_on: Some(case.day),
    }];
    let request = access::Request {
        client: &case.name(),
        as_of: case.day,
        records: &records,
        files: &files,
        third_persons: &["Mr. Q".to_owned()],
        register: &default_register(|one| labels.activity(one)),
        rules: &default_rules(),
    };
    access::access(request).map_err(|_| unprintable())
}

/// A short invented talk; no transcript is shipped.
fn reflection(case: &Case) -> ReflectionReport {
    let turns = [12, 140, 9, 88, 31, 60, 2, 45].iter().zip([Speaker::Coach, Speaker::Client].iter().cycle());
    let turns: Vec<Turn> =
        turns.map(|(words, speaker)| Turn { speaker: *speaker, paragraphs: 1, words: *words }).collect();
    let question = |turn, text: &str, form| Question {
        turn,
        text: text.to_owned(),
        marked: text.ends_with('?'),
        form,
        by_hand: None,
        what_else: text == "What else?",
        bare_what_else: text == "What else?",
        rejected: false,
    };
    let questions = [
        question(1, "What would you like to leave with today?", Form::Open),
        question(3, "Everyone?", Form::Elliptical),
        question(5, "What did you see then?", Form::Open),
        question(5, "Was it always so?", Form::Closed),
        question(7, "What else?", Form::Open),
    ];
    let segment =
        |name: &str, phase: &str, from, to| Segment { name: name.to_owned(), phase: phase.to_owned(), from, to };
    let segments = [segment("what is wanted", "G", 1, 2), segment("how it is", "R", 3, 8)];
    ReflectionReport {
        client: "Client 001".to_owned(),
        session_no: Some(1),
        held_on: Some(case.day),
        figures: figures(&turns, &questions, &segments),
        reflection: Some("I asked twice at once when I was moved.".to_owned()),
    }
}

fn invoice(case: &Case) -> Invoice {
    Invoice {
        kind: InvoiceKind::Invoice,
        number: Some("2026-007".to_owned()),
        corrects: None,
        issued_on: Some(case.day),
        delivered: Some((case.on(-28), case.day)),
        due_on: Some(case.on(14)),
        currency: "EUR".to_owned(),
        seller: Party { tax_number: Some("XX000000000".to_owned()), ..Party::default() },
        buyer: Party {
            name: case.sponsor.to_owned(),
            address: Some("1 Nowhere Street\n00000 Nibylandia".to_owned()),
            tax_number: Some("XX111111111".to_owned()),
            register_number: None,
        },
        buyer_reference: None,
        lines: vec![
            InvoiceLine { text: "Coaching sessions".to_owned(), hundredths: 300, unit_minor: 15_000, tax_rate: 2_300 },
            InvoiceLine { text: "Meeting of three".to_owned(), hundredths: 150, unit_minor: 9_999, tax_rate: 2_300 },
        ],
        reverse_charge: None,
        exemption: None,
        pay_to: Some("XX00 0000 0000 0000 0000".to_owned()),
        payments: vec![Payment { on: case.on(7), minor: 30_000, method: Some("transfer".to_owned()), reference: None }],
    }
}

fn privacy(labels: &Labels) -> Privacy {
    Privacy {
        register: default_register(|one| labels.activity(one)),
        rules: default_rules(),
        safeguards: Some(
            "- one encrypted book on the coach's own laptop, locked when it is not used\n\
             - safety copies that are encrypted, too\n- no cloud"
                .to_owned(),
        ),
        complaint_body: None,
        to_be_checked: true,
    }
}

fn continuity_sheet(case: &Case, setup: &PaperSetup) -> Doc {
    let sheet = continuity::sheet(&[(&case.client, Some(case.next()))], Some("Ewa Wymyślona".to_owned()), case.day);
    paper::continuity_sheet(&sheet, setup)
}
