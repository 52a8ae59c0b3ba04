//! The papers about a whole programme: the newest word on how it is, each thing once, and no count it cannot have.

use coachbook_core::{
    engagement::EngagementDraft,
    printed::{ProgrammeContent, programme},
    results::{Insight, Strength},
    session::{FocusLine, FocusSlot, MeasureResult, SessionFrame, Standing},
};

use crate::{People, day, empty};

fn line(slot: FocusSlot, text: &str, result: MeasureResult) -> FocusLine {
    FocusLine { id: None, slot, text: text.into(), standing: Standing { result, ..Standing::unknown() } }
}

fn frame(focus: Vec<FocusLine>) -> SessionFrame {
    SessionFrame { focus, ..empty().frame }
}

fn content(frames: &[SessionFrame], fields: EngagementDraft) -> ProgrammeContent {
    let mut people = People::new();
    people.engagement.fields = fields;
    programme(frames, people.context())
}

#[test]
fn the_newest_session_that_said_it_says_how_it_is_and_what_is_wanted() {
    use {FocusSlot::*, MeasureResult::*};
    let frames = [
        frame(vec![line(PresentState, "stuck", Unknown), line(WantedResult, "a first step", Met)]),
        frame(vec![
            line(PresentState, "moving", Unknown),
            line(StateAfter, "on the way", Unknown),
            line(WantedResult, "the next step", Met),
            line(WantedResult, "an end", Partly),
        ]),
        frame(vec![]),
    ];
    let said = content(&frames, EngagementDraft::default());
    assert_eq!((said.present, said.wanted), (vec!["on the way".to_owned()], vec!["an end".to_owned()]));
    let said = content(&frames[..1], EngagementDraft::default());
    assert_eq!((said.present, said.wanted), (vec!["stuck".to_owned()], vec![]), "what is met is not wanted any more");
}

#[test]
fn what_was_named_twice_stands_once() {
    let twice = SessionFrame {
        strengths: vec![Strength::of("patience"), Strength::of("humour")],
        insights: vec![Insight::of("it is about time")],
        ..frame(vec![])
    };
    let said = content(&[twice.clone(), twice], EngagementDraft::default());
    assert_eq!(said.strengths, ["patience", "humour"]);
    assert_eq!((said.insights.len(), said.sessions.len()), (1, 2));
}

#[test]
fn sessions_before_the_book_have_no_days_and_take_the_count_away() {
    let planned = |before| EngagementDraft { planned_sessions: Some(6), sessions_before: before, ..Default::default() };
    assert_eq!(content(&[frame(vec![])], planned(None)).planned, Some(6));
    assert_eq!(content(&[frame(vec![])], planned(Some(3))).planned, None, "one of six would be wrong");
    let said = content(&[frame(vec![])], planned(None));
    assert_eq!((said.first, said.agreed_end), (Some(day("2026-03-04")), None));
}
