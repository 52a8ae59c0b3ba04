//! The session sheet: what it recalls, that nothing is dropped, and that there is room to write.

use coachbook_documents::papers::*;
use coachbook_documents::{PageSize, placed_text};

use crate::people::*;

fn second() -> SessionSheet {
    SessionSheet {
        client_name: "Ana".to_owned(),
        session_no: Some(2),
        sessions_planned: Some(6),
        planned: some("Wed 11 March, 10:00"),
        addressed: some("Ana, she"),
        for_next_time: some("Ask about the letter first"),
        wanted: texts(&["Say no without guilt: Partly"]),
        clear: texts(&["“I can be late with an answer”"]),
        actions: (1..=7).map(|no| Action { no, what: format!("Promise number {no}"), ..Action::default() }).collect(),
        topics: texts(&["The move to Lyon"]),
        promises: texts(&["You: send the article"]),
        people: texts(&["Mr. X, the head of the other team"]),
        works: texts(&["Walking before answering"]),
        standing: texts(&["Agreement signed 3 February 2026"]),
    }
}

#[test]
fn the_sheet_recalls_everything_and_leaves_room() {
    let setup = setup(PageSize::A4);
    let doc = session_sheet(&second(), &setup);
    assert!(!doc.title.contains("Ana"), "window titles show a paper's title");
    let pdf = pdf(&doc, &setup);
    let text = read_back("session-sheet.pdf", &pdf);
    assert_eq!(pdf.pages, 2, "what to recall and the room to write stand on two sides of one sheet");
    let Some(text) = text else { return };
    let actions: Vec<String> = (1..=7).map(|no| format!("Promise number {no}")).collect();
    let recalled = ["2 of 6", "Wed 11 March, 10:00", "Ask about the letter first", "Partly", "The move to Lyon"];
    let kept = ["send the article", "Mr. X, the head of the other team", "Walking before answering", "signed"];
    for words in actions.iter().map(String::as_str).chain(recalled).chain(kept) {
        assert!(text.contains(words), "{words}");
    }
    for label in ["topic", "we will know by", "what, by when, with whom", "for you alone"] {
        assert!(text.contains(label), "no room for “{label}”");
    }
}

#[test]
fn a_first_meeting_has_nothing_to_recall_and_the_same_room() {
    let setup = setup(PageSize::A4);
    let empty = SessionSheet { client_name: "Ana".to_owned(), ..SessionSheet::default() };
    let text = placed_text(&session_sheet(&empty, &setup), &setup, &mut coachbook_documents::Fonts::bundled());
    for absent in ["Last time", "Open actions", "To keep in mind", "When", "No date yet"] {
        assert!(!text.contains(absent), "an empty section was printed: {absent}");
    }
    for label in ["topic", "Notes", "Actions", "for you alone"] {
        assert!(text.contains(label), "no room for “{label}”");
    }
}
