//! Invented people, their papers, and the tools that read the files back.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use coachbook_documents::blocks::Block;
use coachbook_documents::papers::*;
use coachbook_documents::{DateStyle, Doc, Fonts, Letterhead, PageSize, PaperSetup, Pdf, Stationery, typeset};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn setup(size: PageSize) -> PaperSetup {
    PaperSetup {
        size,
        language: "en".to_owned(),
        generated_on: day(2026, 3, 4),
        date_style: DateStyle::Long,
        letterhead: Letterhead {
            coach_name: "Zofia Łuczak".to_owned(),
            business_name: some("Still Water Coaching"),
            address: some("ul. Zmyślona 7\n00-000 Nibylandia"),
            email: some("zofia@stillwater.example"),
            phone: some("+48 00 000 00 00"),
            website: some("stillwater.example"),
            logo: None,
        },
        stationery: Stationery::default(),
    }
}

/// A paper that is nothing but these blocks.
pub fn trial(blocks: Vec<Block>) -> Doc {
    Doc {
        title: "Trial".into(),
        author: "Nobody".into(),
        running_head: String::new(),
        mark: "Trial".into(),
        watermark: None,
        behind: None,
        blocks,
    }
}

pub fn pdf(doc: &Doc, setup: &PaperSetup) -> Pdf {
    typeset(doc, setup, &mut Fonts::bundled()).unwrap()
}

/// Writes a file where it can be looked at, and returns its path.
pub fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Runs an outside tool; `None`, with the reason printed, where it is not installed.
pub fn tool(name: &str, arguments: &[&str], file: &Path) -> Option<(bool, String)> {
    let mut command = Command::new(name);
    // pdftotext writes to its last argument; the others ignore none.
    command.args(arguments).arg(file);
    if name == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(out) => {
            let text = [out.stdout, out.stderr].concat();
            Some((out.status.success(), String::from_utf8_lossy(&text).into_owned()))
        }
        Err(_) => {
            eprintln!("left out: {name} is not installed (Debian: poppler-utils, qpdf)");
            None
        }
    }
}

/// The text a reader gets from a paper, its white space made single; `None` without pdftotext.
pub fn read_back(name: &str, pdf: &Pdf) -> Option<String> {
    let path = kept(name, &pdf.bytes);
    let (ok, text) = tool("pdftotext", &["-enc", "UTF-8"], &path)?;
    assert!(ok, "{text}");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

pub fn action(no: u32, what: &str) -> Action {
    Action { no, what: what.to_owned(), ..Action::default() }
}

/// The session of the seed: John Doe and everyone he speaks of are fiction.
pub fn john() -> SessionSummary {
    SessionSummary {
        client_name: "John Doe".to_owned(),
        held_on: day(2026, 3, 4),
        key_insight: some(
            "Many questions may be cross-checking rather than disagreement; otherwise he would have rejected the idea outright.",
        ),
        next_action_no: Some(7),
        topics: texts(&[
            "The argument with Mr. X and its effect on the upcoming project, the appraisal and growth",
            "Building rapport with this client and with other clients",
        ]),
        wanted: texts(&[
            "a way out of the situation",
            "feel relaxed and manage state of mind",
            "work on overall customer relationship management skills",
        ]),
        importance: texts(&[
            "the client belongs to an influential company that brings consistent business and has long been loyal",
            "recent promotion to a senior client-facing role in which rapport with clients is most of the work",
        ]),
        success_measures: texts(&[
            "A plan for handling this client and the situation",
            "A plan that can also be used to build client relationship skills",
        ]),
        insights: texts(&[
            "Many questions may be cross-checking rather than disagreement; otherwise he would have rejected the idea outright.",
            "Never looked at it from Mr. X's side; was in my own world, thinking about signing the deal.",
            "My mindset may have made me overlook valid points, such as the value of more experts onsite.",
            "What seemed a false commitment was sales being unable to make a proper assessment ('such a revelation').",
            "Being in sales shows me its pressures, and my technical background equips me to manage them.",
            "Sales need not be hard with skill, the people needed at the moment needed, and clear facts; realistic commitment builds trust.",
        ]),
        strengths: texts(&["technical background", "being upfront with clients", "sharing accurate facts"]),
        already_works: texts(&[
            "stays calm and manages state of mind while presenting facts",
            "brings in the boss with the long-term view",
        ]),
        actions: john_actions(),
        accountability: vec![
            Accountable { who: "friend at work".to_owned(), covers: vec![6, 7, 8], how_often: None },
            Accountable { who: "yearly appraisal tracker".to_owned(), covers: vec![6, 7, 8], how_often: None },
        ],
        skills: texts(&[
            "listening",
            "mental and emotional state management",
            "presentation skills",
            "influence and persuasion",
        ]),
        measures: vec![
            Measure {
                measure: "A plan for handling this client and the situation".to_owned(),
                result: some("Met"),
                own_words: some("leaves with options and a clear plan"),
            },
            Measure {
                measure: "A plan that can also be used to build client relationship skills".to_owned(),
                result: some("Met"),
                own_words: some("clear plan of action"),
            },
        ],
        follow_up: texts(&["You will write to schedule the next session."]),
        recording: texts(&[
            "Recorded with your permission, and shared with the XYZ accreditation body for evaluation only.",
        ]),
        confidentiality: some("This session is confidential: what is discussed stays between coach and client."),
        ..SessionSummary::default()
    }
}

pub fn john_actions() -> Vec<Action> {
    let said = |no, what: &str, wording: &str, due, with: Option<&str>| Action {
        wording: some(wording),
        due,
        with_whom: with.map(str::to_owned),
        ..action(no, what)
    };
    vec![
        said(
            1,
            "Email Mr. X: a summary of the discussion with past case studies and industry benchmarks that show the long-term benefits of the plan",
            "can",
            Due::None,
            None,
        ),
        said(2, "Check whether Mr. X has open questions", "can", Due::After { action_no: 1 }, None),
        said(
            3,
            "Think it through again: re-look at the points Mr. X raised and redo the calculation with them",
            "will / could",
            Due::None,
            None,
        ),
        said(
            4,
            "Have an open discussion with the manager and ask for his advice",
            "would prefer / could",
            Due::None,
            Some("John's manager"),
        ),
        said(5, "Ask the manager to join a few conference calls with Mr. X", "can", Due::None, Some("John's manager")),
        said(
            6,
            "Finalise the online course(s) to take (communication; influence and persuasion)",
            "will",
            Due::By { date: day(2026, 3, 11), words: some("in a week's time") },
            None,
        ),
        said(
            7,
            "Start the free courses in the company's learning portal",
            "can",
            Due::From { date: day(2026, 3, 5), words: some("from tomorrow") },
            None,
        ),
        said(
            8,
            "Connect with mentors (people with good persuasion skills) for help and tips",
            "will / can",
            Due::Window { from: day(2026, 3, 9), to: day(2026, 3, 15), words: some("next week") },
            Some("mentors"),
        ),
        said(9, "Ask a friend at work to hold him accountable", "will", Due::None, Some("friend at work")),
        said(10, "Put these goals down as a development area in the yearly appraisal tracker", "can", Due::None, None),
    ]
}

pub fn plan() -> ActionPlan {
    let mut actions = john_actions();
    actions[5].obstacle = some("no time in the working week");
    actions[5].answer = some("block Friday mornings");
    actions[5].topic = some("Building rapport with this client and with other clients");
    actions[5].commitment = some("firm");
    actions[6].done = true;
    actions[7].sign_of_success = some("two conversations held");
    ActionPlan {
        client_name: "John Doe".to_owned(),
        engagement: some("Rapport with clients"),
        as_of: day(2026, 3, 4),
        scope: PlanScope::FromSession(1),
        accountability: john().accountability,
        actions,
        review_on: Some(day(2026, 4, 1)),
    }
}

fn clause(heading: &str, text: &str) -> Clause {
    Clause { heading: heading.to_owned(), parts: vec![ClausePart::Text(text.to_owned())], columns: None }
}

fn gap(value: Option<&str>, label: &str) -> ClausePart {
    ClausePart::Gap { value: value.map(str::to_owned), label: label.to_owned() }
}

pub fn contract() -> AgreementPaper {
    let long = "The coach keeps what is said to himself. He breaks silence only where the law asks it, where there is a serious risk to life, or where the client asks him to in writing. Before he does, he says so to the client unless that would bring danger. ";
    AgreementPaper {
        title: "Coaching agreement".to_owned(),
        client_name: some("Żaneta Wójcik-Brzęczyszczykiewicz"),
        effective_date: Some(day(2026, 2, 3)),
        version_no: Some(2),
        clauses: vec![
            clause(
                "What coaching is",
                "Coaching is a conversation in which the client finds her own way to what she wants. It is **not** therapy, consulting, mentoring or teaching.\n\nThe client remains responsible for her decisions.",
            ),
            clause(
                "The coach's role and scope",
                "The coach:\n- listens and asks;\n- keeps to the time agreed;\n- works within his competence, and says so when it ends.",
            ),
            Clause {
                heading: "What the coach does and does not do".to_owned(),
                parts: vec![],
                columns: Some(Columns {
                    left_heading: "The coach does".to_owned(),
                    left: texts(&[
                        "ask questions and listen",
                        "keep the time and the frame of the session",
                        "say what he notices, and leave it with the client",
                    ]),
                    right_heading: "The coach does not".to_owned(),
                    right: texts(&[
                        "give solutions or advice",
                        "guide or decide for the client, in matters of work or of private life",
                    ]),
                }),
            },
            Clause {
                heading: "Services".to_owned(),
                parts: vec![
                    ClausePart::Text("The programme has ".to_owned()),
                    gap(Some("six"), "number"),
                    ClausePart::Text(" sessions of ".to_owned()),
                    gap(None, "minutes"),
                    ClausePart::Text(" each, held ".to_owned()),
                    gap(None, "in person or by video"),
                    ClausePart::Text(", over at most six months from the date above.".to_owned()),
                ],
                columns: None,
            },
            clause("Confidentiality and its limits", &long.repeat(3)),
            clause(
                "Changing or missing a session",
                "1. A session can be moved up to 24 hours before it begins.\n2. A session missed without word is counted as held.\n3. If the coach cannot come, a new time is found at no cost.",
            ),
            clause("Records and retention", &long.repeat(4)),
            clause("Ending", &long.repeat(2)),
            clause("Whole agreement", "This paper and its schedules hold all that was agreed."),
        ],
        schedule_goals: texts(&[
            "Lead the team of twelve without losing the evenings",
            "A way of saying no that keeps the door open",
        ]),
        fee_schedule: texts(&["Each session 400 PLN, due within 14 days of the invoice"]),
        privacy_notice: texts(&[
            "The coach is the controller of the data in this notice.",
            "- contact details, to reach you\n- notes of sessions, to prepare the next",
        ]),
        signatures: vec![
            Signatory { role: "Coach".to_owned(), name: some("Zofia Łuczak") },
            Signatory { role: "Client".to_owned(), name: None },
        ],
    }
}

pub fn asked() -> ConsentPaper {
    ConsentPaper {
        client_name: some("John Doe"),
        sessions: some("the session of 4 March 2026"),
        purpose: some("evaluation of the coach"),
        hearers: some("two assessors of the XYZ accreditation body"),
        share_with: some("the XYZ accreditation body"),
        ..ConsentPaper::default()
    }
}
