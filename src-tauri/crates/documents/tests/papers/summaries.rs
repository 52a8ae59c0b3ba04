//! Session summary and action plan: what must be in the text, what must not, and what empty sections leave.

use coachbook_documents::papers::*;
use coachbook_documents::{DateStyle, PageSize, PaperSetup};

use crate::people::*;

const MUST: &[&str] = &[
    "John Doe",
    "The argument with Mr. X and its effect",
    "Building rapport with this client and with other clients",
    "A plan for handling this client and the situation",
    "A plan that can also be used to build client relationship skills",
    "technical background",
    "being upfront with clients",
    "sharing accurate facts",
    "from tomorrow",
    "in a week's time",
    "next week",
    "No date yet",
    "after action 1",
    "friend at work",
    "yearly appraisal tracker",
    "Met",
    "Recorded with your permission",
    "XYZ accreditation body",
    "You will write to schedule the next session",
];

fn iso() -> PaperSetup {
    PaperSetup { date_style: DateStyle::Iso, ..setup(PageSize::A4) }
}

#[test]
fn johns_summary_holds_what_it_must_and_not_what_it_must_not() {
    let setup = iso();
    let pdf = pdf(&session_summary(&john(), &setup), &setup);
    let Some(text) = read_back("summary-read.pdf", &pdf) else { return };
    let insights = john().insights;
    let actions = john_actions();
    let all = MUST
        .iter()
        .copied()
        .chain(insights.iter().map(String::as_str))
        .chain(actions.iter().map(|one| one.what.as_str()));
    for words in all.chain(["2026-03-05", "2026-03-09", "2026-03-11", "2026-03-15"]) {
        // Words of a cell come back in lines: compare without the breaks at the hyphens of the layout.
        assert!(text.contains(words) || spread(&text, words), "{words}");
    }
    for words in ["score", "Score", "pass ", "passed", "Commitment", "Next session"] {
        assert!(!text.contains(words), "{words} must not be there");
    }
    assert!(pdf.missing.is_empty());
}

/// Whether the words come in this order, with other columns' words between them.
fn spread(text: &str, words: &str) -> bool {
    let mut rest = text;
    words.split_whitespace().all(|word| match rest.find(word) {
        Some(at) => {
            rest = &rest[at + word.len()..];
            true
        }
        None => false,
    })
}

#[test]
fn undated_actions_stand_under_their_heading_and_keep_their_numbers() {
    let setup = setup(PageSize::A4);
    let doc = session_summary(&john(), &setup);
    let rows = doc.blocks.iter().find_map(|block| match block {
        coachbook_documents::blocks::Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let numbers: Vec<String> = rows
        .unwrap()
        .iter()
        .map(|row| match row {
            coachbook_documents::blocks::Row::Band(text) => text.clone(),
            coachbook_documents::blocks::Row::Blank(_) => "blank".to_owned(),
            coachbook_documents::blocks::Row::Cells(cells) => {
                format!("{:?}", cells[0].lines[0]).split('"').nth(1).unwrap().to_owned()
            }
        })
        .collect();
    assert_eq!(numbers, ["6", "7", "8", "No date yet", "1", "2", "3", "4", "5", "9", "10"]);
}

#[test]
fn what_is_empty_is_left_out() {
    let setup = setup(PageSize::A4);
    let bare = SessionSummary {
        client_name: "Ana Inventada".to_owned(),
        held_on: day(2026, 3, 4),
        ..SessionSummary::default()
    };
    let headings = |doc: &coachbook_documents::Doc| {
        doc.blocks
            .iter()
            .filter(|block| {
                matches!(
                    block,
                    coachbook_documents::blocks::Block::Heading { .. }
                        | coachbook_documents::blocks::Block::Table { .. }
                )
            })
            .count()
    };
    assert_eq!(headings(&session_summary(&bare, &setup)), 0);
    assert_eq!(
        headings(&session_summary(&john(), &setup)),
        8 + 2,
        "control: the full one has its headings and two tables"
    );
    let blank_rows = SessionSummary { insights: texts(&["", " "]), actions: vec![action(1, "  ")], ..bare };
    assert_eq!(headings(&session_summary(&blank_rows, &setup)), 0);
    let plan = ActionPlan { client_name: "Ana Inventada".to_owned(), as_of: day(2026, 3, 4), ..ActionPlan::default() };
    assert_eq!(headings(&action_plan(&plan, &setup)), 0);
}

#[test]
fn the_summary_never_prints_what_belongs_to_the_plan() {
    let setup = setup(PageSize::A4);
    let mut summary = john();
    summary.actions = plan().actions;
    let show = |doc| coachbook_documents::placed_text(&doc, &setup, &mut coachbook_documents::Fonts::bundled());
    let (on_summary, on_plan) = (show(session_summary(&summary, &setup)), show(action_plan(&plan(), &setup)));
    for words in ["Commitment: firm", "Obstacle: no time"] {
        assert!(on_plan.contains(words), "control: the plan prints {words}");
        assert!(!on_summary.contains(words));
    }
}

#[test]
fn the_plan_ends_with_a_copy_in_plain_lines() {
    let setup = setup(PageSize::A4);
    let pdf = pdf(&action_plan(&plan(), &setup), &setup);
    let Some(text) = read_back("plan-read.pdf", &pdf) else { return };
    let copy = text.split("Copy for your own tracker").nth(1).expect("the copy");
    assert!(copy.contains("[ ] 6. Finalise the online course(s)") && copy.contains("[x] 7."), "{copy}");
    assert!(copy.contains("no date yet, after action 1"));
    assert!(text.contains("Review: 1 April 2026") && text.contains("block Friday mornings"));
}

#[test]
fn forty_actions_run_over_three_pages_with_the_head_on_each() {
    let setup = setup(PageSize::A4);
    let long = "Write down, on the evening of the same day, what was said in the meeting, what was meant by it, and what I will ask next time, in no more than a page";
    let actions: Vec<Action> = (1..=40)
        .map(|no| Action {
            due: Due::By { date: day(2026, 4, 1), words: None },
            with_whom: some("mentor"),
            sign_of_success: some("a page a week"),
            ..action(no, long)
        })
        .collect();
    let summary = SessionSummary {
        client_name: "Olga Zmyślona".to_owned(),
        held_on: day(2026, 3, 4),
        actions,
        ..SessionSummary::default()
    };
    let doc = session_summary(&summary, &setup);
    let pdf = pdf(&doc, &setup);
    kept("forty.pdf", &pdf.bytes);
    assert!(pdf.pages >= 3, "{} pages", pdf.pages);
    let placed = coachbook_documents::placed_text(&doc, &setup, &mut coachbook_documents::Fonts::bundled());
    for (nth, page) in placed.split("== page").skip(1).enumerate() {
        assert!(page.contains("By when") && page.contains("Sign of success"), "no table head on page {}", nth + 1);
    }
    for no in 1..=40 {
        assert_eq!(placed.lines().filter(|line| line.ends_with(&format!("Cell       {no}"))).count(), 1, "action {no}");
    }
}

#[test]
fn the_e_mail_says_what_the_paper_says() {
    let text = session_summary_text(&john(), &iso());
    for words in MUST.iter().filter(|words| !["John Doe", "No date yet"].contains(*words)) {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    assert!(text.contains("2. Check whether Mr. X has open questions (said as: can) | no date yet, after action 1"));
    assert!(!action_plan_text(&ActionPlan::default(), &iso()).contains("Actions"), "no empty section");
}

/// Own words with a field that is known and one that is not.
fn own(before: &str, value: Option<&str>, after: &str) -> Vec<ClausePart> {
    let gap = ClausePart::Gap { value: value.map(str::to_owned), label: "Day of the session".into() };
    vec![ClausePart::Text(before.into()), gap, ClausePart::Text(after.into())]
}

#[test]
fn her_own_words_stand_first_and_last_and_a_value_is_words() {
    let setup = iso();
    let summary = SessionSummary {
        opening: own("Dear **", Some("{coach.name} - **x"), "**,\n- one\n- two"),
        closing: own("Until ", None, "then."),
        ..john()
    };
    let blocks = session_summary(&summary, &setup).blocks;
    let said = format!("{blocks:?}");
    assert!(said.find("Dear ").unwrap() < said.find("At a glance").unwrap(), "before everything else");
    assert!(said.find("then.").unwrap() > said.find("You will write").unwrap(), "after everything else");
    assert!(said.contains("\"{coach.name} - **x\""), "a value is neither a field nor a sign");
    assert!(!said.contains("Day of the session"), "a summary is no form: what is not known leaves no line");
    let text = session_summary_text(&summary, &setup);
    let (head, rest) = text.split_once("\n\n").unwrap();
    assert!(head.starts_with("Session summary, ") && !head.contains('\n'));
    assert!(rest.starts_with("Dear {coach.name} - **x,\n- one\n- two\n\nAt a glance"), "{rest}");
    assert!(text.contains("\nUntil then.\n"));

    // Without words of her own there is nothing, not even space.
    let blank = SessionSummary { opening: own(" ", None, "\n"), closing: vec![ClausePart::Text(" ".into())], ..john() };
    assert_eq!(session_summary(&blank, &setup).blocks, session_summary(&john(), &setup).blocks);
    assert_eq!(session_summary_text(&blank, &setup), session_summary_text(&john(), &setup));
}

#[test]
fn her_own_words_on_refusing_stand_in_the_place_of_the_usual_ones() {
    let setup = iso();
    let usual = format!("{:?}", consent(&asked(), &setup).blocks);
    assert!(usual.contains("You may refuse, wholly or in part"));
    let own = ConsentPaper { refusal: own("Say no to ", Some("Maria"), " whenever you like."), ..asked() };
    let said = format!("{:?}", consent(&own, &setup).blocks);
    assert!(!said.contains("wholly or in part") && said.contains("whenever you like."));
}
