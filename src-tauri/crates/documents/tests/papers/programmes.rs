//! A programme from its agreement of three to its closing report, with the sponsor's report and the log of hours.
//! Everybody in it is invented.

use coachbook_core::consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose};
use coachbook_core::goals::{Goal, GoalMeasure, GoalStatus};
use coachbook_core::hours::{
    Activity, CredentialTarget, HoursContent, HoursFilter, LoggedClient, LoggedSession, PaidClass, hours_log as counted,
};
use coachbook_core::session::SessionStatus;
use coachbook_core::sponsor::{Approval, SponsorReport, Work, for_client, for_sponsor};
use coachbook_core::wheel::Place;
use coachbook_documents::blocks::Block;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, Labels, PageSize, PaperSetup, placed_text};

use crate::people::*;

const NAME: &str = "Dr. Μαρία-Ελένη Παπαδοπούλου-Φανταστική";
const SPONSOR: &str = "Zmyślone Zakłady Papiernicze Spółka z ograniczoną odpowiedzialnością";

/// The sponsor's clauses, their headings in the language of the paper.
fn sponsors_clauses(labels: &Labels) -> Vec<Clause> {
    let clause = |heading: &str, words: &str| Clause {
        heading: heading.to_owned(),
        parts: vec![ClausePart::Text(words.to_owned())],
        columns: None,
    };
    let columns = Columns {
        left_heading: labels.sponsor_receives.to_owned(),
        left: texts(&["dates and number of sessions", "invoices", "a progress text the client has approved"]),
        right_heading: labels.sponsor_receives_not.to_owned(),
        right: texts(&["what is said", "notes", "assessments", "recordings"]),
    };
    vec![
        clause(labels.roles, "The sponsor pays; the client is the person being coached."),
        clause(labels.goals_shared, "- lead the plant's change of shift\n- keep two key people"),
        Clause { heading: labels.sponsor_reporting.to_owned(), parts: Vec::new(), columns: Some(columns) },
        clause(
            labels.pays_and_schedules,
            "The sponsor pays each invoice. Client and coach find the dates between them.",
        ),
        clause(labels.if_it_ends, "Sessions that are paid for may still be held within three months."),
    ]
}

pub fn three(labels: &Labels) -> ThreeWayAgreement {
    let of_two = contract();
    ThreeWayAgreement {
        agreement: AgreementPaper {
            title: labels.coaching_agreement_of_three.to_owned(),
            client_name: some(NAME),
            clauses: of_two.clauses.iter().cloned().chain(sponsors_clauses(labels)).collect(),
            ..of_two
        },
        sponsor: some(SPONSOR),
        represented_by: some("Jan Niktważny"),
    }
}

#[test]
fn an_agreement_of_three_has_three_parties_the_sponsors_clauses_and_three_signatures() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&three_way_agreement(&three(setup.labels()), &setup), &setup);
    let Some(said) = read_back("three-read.pdf", &paper) else { return };
    let mut rest = said.as_str();
    for words in [
        "Coach",
        "Client",
        "Sponsor",
        "What coaching is",
        "Whole agreement",
        "Roles",
        "Goals shared",
        "What the sponsor receives and does not receive",
        "Who pays, who schedules",
        "If employment or sponsorship ends",
        "Schedule A",
        "Signatures",
        "Sponsor",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words} is missing or out of order"));
        rest = &rest[at..];
    }
    let two = pdf(&agreement(&contract(), &setup), &setup);
    let two = read_back("two-read.pdf", &two).unwrap();
    assert_eq!((said.matches("Name in print").count(), two.matches("Name in print").count()), (3, 2));
    assert!(!two.contains("Sponsor"), "control");
}

fn sessions() -> Vec<LoggedSession> {
    [(2026, 1, 13), (2026, 1, 27), (2026, 2, 10), (2026, 2, 24)]
        .map(|(year, month, on)| LoggedSession {
            on: day(year, month, on),
            minutes: 50,
            activity: Activity::Coaching,
            paid: PaidClass::ThirdParty,
            status: SessionStatus::Completed,
        })
        .to_vec()
}

fn goals() -> Vec<Goal> {
    let measure = |text: &str, baseline: &str, target: &str| GoalMeasure {
        text: text.to_owned(),
        baseline: some(baseline),
        target: some(target),
    };
    vec![
        Goal {
            why: some("the night shift has lost four people in a year"),
            present_state: some("decides alone, late in the evening"),
            measures: vec![
                measure("decisions taken in the morning round", "1 of 10", "7 of 10"),
                measure("evenings free in a week", "1", "4"),
            ],
            target_date: Some(day(2026, 9, 30)),
            status: GoalStatus::Reached,
            agreed_with_sponsor: true,
            ..Goal::of("Lead the plant's change of shift with the team, not for it")
        },
        Goal { why: some("canary: thinks of leaving"), ..Goal::of("Know by summer whether to stay") },
    ]
}

fn report(approved: bool) -> SponsorReport {
    let progress = "The change of shift is now planned in the morning round.\n\n- two key people stayed";
    SponsorReport {
        sponsor: SPONSOR.into(),
        to: some("Jan Niktważny, head of people"),
        from: Some(day(2026, 1, 1)),
        until: Some(day(2026, 3, 31)),
        progress: progress.into(),
        approval: approved.then(|| Approval { text: progress.into(), by: NAME.into(), on: day(2026, 4, 2) }),
    }
}

pub fn sponsors(approved: bool, setup: &PaperSetup) -> Doc {
    let (sessions, goals) = (sessions(), goals());
    let work = Work {
        client: NAME,
        engagement: Some("Leading a change of shift"),
        planned: Some(8),
        sessions: &sessions,
        goals: &goals,
    };
    let report = report(approved);
    let content = if approved { for_sponsor(&report, work) } else { for_client(&report, work) };
    sponsor_report(&content.unwrap(), setup)
}

#[test]
fn the_sponsor_reads_dates_shared_goals_and_approved_words_and_nothing_else() {
    let setup = setup(PageSize::A4);
    let sent = pdf(&sponsors(true, &setup), &setup);
    let Some(said) = read_back("sponsor-read.pdf", &sent) else { return };
    for words in ["4 of 8 planned", "13 January 2026", "change of shift", "reached", "approved by", "2 April 2026"] {
        assert!(said.contains(words), "{words}");
    }
    for words in ["canary", "stay or", "decides alone", "night shift", "free in a week", "Not yet approved"] {
        assert!(!said.contains(words), "{words} is not the sponsor's");
    }
    let draft = placed_text(&sponsors(false, &setup), &setup, &mut Fonts::bundled());
    assert!(draft.contains("Not yet approved") && draft.contains("Signature") && !draft.contains("approved by"));
}

pub fn development() -> CoachingPlan {
    CoachingPlan {
        client_name: NAME.into(),
        engagement: some("Leading a change of shift"),
        period: Some((day(2026, 1, 13), Some(day(2026, 9, 30)))),
        present: texts(&["Leads forty people on two shifts", "Is asked for every decision"]),
        goals: goals(),
        strengths: texts(&["fairness", "knows every machine"]),
        resources: texts(&["a deputy who wants more", "the morning round"]),
        skills: vec![
            Skill {
                skill: "handing over a decision".into(),
                why: some("the team waits for her"),
                practice: some("one decision a day"),
                evidence: some("nobody calls at night"),
                status: some("practising"),
            },
            Skill { skill: "saying what she sees".into(), ..Skill::default() },
        ],
        milestones: vec![Milestone {
            what: "The deputy leads the round".into(),
            by: Some(day(2026, 5, 1)),
            sessions: some("3 and 4"),
        }],
        support: texts(&["her deputy", "a former colleague"]),
        accountability: vec![Accountable { who: "her deputy".into(), covers: vec![], how_often: some("on Fridays") }],
        reviews: vec![(day(2026, 5, 5), None), (day(2026, 9, 30), some("With the sponsor, all three"))],
        signatures: vec![
            Signatory { role: "Client".into(), name: some(NAME) },
            Signatory { role: "Coach".into(), name: some("Zofia Łuczak") },
        ],
    }
}

pub fn closing() -> ClosingReport {
    let series = |name: &str, places: &[(u32, u32, u8)]| Series {
        name: name.to_owned(),
        places: places.iter().map(|(month, on, place)| (day(2026, *month, *on), Place::of(*place).unwrap())).collect(),
    };
    ClosingReport {
        client_name: NAME.into(),
        engagement: some("Leading a change of shift"),
        period: Some((day(2026, 1, 13), day(2026, 9, 30))),
        goals: goals()
            .into_iter()
            .map(|goal| EndedGoal { own_words: goal.agreed_with_sponsor.then(|| "we do it together now".into()), goal })
            .collect(),
        measures: vec![
            series("confidence in the morning round", &[(1, 13, 3), (2, 24, 5), (5, 5, 6), (9, 30, 8)]),
            series("evenings that are hers", &[(1, 13, 1), (5, 5, 4), (9, 30, 8)]),
            series("ease with the board", &[(2, 24, 6), (9, 30, 7)]),
        ],
        insights: texts(&["A decision I keep is one nobody learns."]),
        strengths: texts(&["fairness", "humour"]),
        skills: texts(&["handing over a decision"]),
        goes_on_with: texts(&["the Friday talk with her deputy"]),
        feedback: texts(&["“The silence was the best of it.”"]),
        sessions: sessions().iter().map(|session| session.on).collect(),
        planned: Some(8),
        thanks: some("Thank you for the trust.\n\nThe agreement ends with this report; confidentiality does not."),
    }
}

#[test]
fn plan_and_closing_report_have_their_sections_in_order_and_no_empty_one() {
    let setup = setup(PageSize::A4);
    let heads = |doc: &Doc| -> Vec<String> {
        let head = |block: &Block| match block {
            Block::Heading { level: 1, text, .. } => Some(text.clone()),
            Block::Keep(blocks) => blocks.iter().find_map(|block| match block {
                Block::Heading { text, .. } => Some(text.clone()),
                _ => None,
            }),
            _ => None,
        };
        doc.blocks.iter().filter_map(head).collect()
    };
    assert_eq!(
        heads(&coaching_plan(&development(), &setup)),
        [
            "Where you are now",
            "Where you want to be",
            "Strengths and resources",
            "Skills to build",
            "Milestones and sessions",
            "Support and accountability",
            "Review points",
            "Signatures",
        ]
    );
    assert_eq!(
        heads(&closing_report(&closing(), &setup)),
        [
            "Your goals and how they ended",
            "Measures over time",
            "Key insights",
            "Strengths",
            "Skills",
            "What you go on with",
            "Your feedback",
            "Sessions held",
            "Thanks",
        ]
    );
    assert!(heads(&coaching_plan(&CoachingPlan::default(), &setup)).is_empty());
    let blank =
        ClosingReport { insights: texts(&[" "]), measures: vec![Series::default()], ..ClosingReport::default() };
    assert!(heads(&closing_report(&blank, &setup)).is_empty());
}

#[test]
fn lines_that_end_together_keep_their_names_apart() {
    let setup = setup(PageSize::A4);
    let placed = placed_text(&closing_report(&closing(), &setup), &setup, &mut Fonts::bundled());
    let names = placed.lines().filter(|line| line.contains("Drawing(0)") && line.trim_start().starts_with("4"));
    let heights: Vec<f32> = names
        .filter(|line| !line.contains("path"))
        .map(|line| line.split_whitespace().nth(1).unwrap().parse().unwrap())
        .collect();
    assert!(heights.len() >= 3, "control: the names are found: {placed}");
    for (nth, one) in heights.iter().enumerate() {
        assert!(heights.iter().skip(nth + 1).all(|other| (one - other).abs() > 9.0), "{heights:?}");
    }
    for look in ["1.4 Accent\n", "1.4 Text 4.0/2.5", "1.4 Accent 0.8/2.0"] {
        assert!(placed.contains(look), "no line is drawn as {look}");
    }
}

fn listed(name: &str, granted: bool, sessions: Vec<LoggedSession>) -> LoggedClient {
    let consent = Consent::answered(
        ConsentPurpose::ListInHoursLog,
        if granted { ConsentDecision::Granted } else { ConsentDecision::Refused },
        ConsentMethod::Written,
    );
    LoggedClient {
        name: name.to_owned(),
        alias: None,
        contact: some("someone.with.a.long.address@quite-a-long-domain.example"),
        group_size: None,
        consents: vec![consent],
        sessions,
        earlier: None,
        erased: false,
    }
}

pub fn log() -> HoursContent {
    let three_times_fifty = || sessions().into_iter().take(3).collect::<Vec<_>>();
    let free =
        sessions().into_iter().map(|one| LoggedSession { paid: PaidClass::ProBono, minutes: 45, ..one }).collect();
    let clients = [
        listed(NAME, true, sessions()),
        listed("John Doe", true, three_times_fifty()),
        listed("Ghostina Left-Off", false, three_times_fifty()),
        LoggedClient { alias: some("Confidential client 1"), ..listed("Hidden Name", true, free) },
        LoggedClient { group_size: Some(8), ..listed("محمد الخيالي", true, three_times_fifty()) },
    ];
    let target = CredentialTarget {
        name: "a first credential".into(),
        hours: 100,
        paid_hours: 75,
        clients: 8,
        recent: Some((25, 18)),
        checked_on: day(2026, 1, 2),
        source: some("the body's own page"),
    };
    let filter = HoursFilter {
        from: Some(day(2025, 1, 1)),
        until: day(2026, 3, 31),
        training_began: Some(day(2025, 2, 1)),
        group_max: 15,
    };
    counted(&clients, &filter, Some(&target))
}

#[test]
fn the_log_counts_minutes_and_names_nobody_who_has_not_agreed() {
    let setup = setup(PageSize::A4);
    let paper = pdf(&hours_log(&log(), &setup), &setup);
    let Some(said) = read_back("hours-read.pdf", &paper) else { return };
    for words in
        ["John Doe", "2.50", "3.33", "Confidential client 1", "1 client has not agreed", "checked on 2 January 2026"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(!said.contains("2.49"), "fifty minutes are not rounded one by one");
    for words in ["Ghostina", "Hidden"] {
        assert!(!said.contains(words), "{words} has not agreed to be named");
    }
    assert!(said.contains("8.33"), "500 paid minutes: {said}");
}

#[test]
fn three_hundred_clients_repeat_the_head_on_every_page() {
    let setup = setup(PageSize::Letter);
    let clients: Vec<LoggedClient> = (0..300).map(|nth| listed(&format!("Client {nth}"), true, sessions())).collect();
    let filter = HoursFilter { from: None, until: day(2026, 12, 31), training_began: None, group_max: 15 };
    let doc = hours_log(&counted(&clients, &filter, None), &setup);
    let placed = placed_text(&doc, &setup, &mut Fonts::bundled());
    let pages: Vec<&str> = placed.split("== page").skip(1).collect();
    assert!(pages.len() > 8);
    assert!(pages.iter().take(pages.len() - 1).all(|page| page.contains("Client, contact")));
    assert!(placed.contains("1000.00"), "300 times 200 minutes are a thousand hours");
}
