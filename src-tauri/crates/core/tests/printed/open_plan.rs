//! The plan of everything still open: nothing open is dropped, nothing private or finished gets in.

use coachbook_core::{
    AccountabilityId, ActionId, SessionId,
    engagement::EngagementDraft,
    note::Visibility,
    printed::{ActionPlanContent, open_plan},
    results::{Accountability, AccountabilityKind, Action, ActionStatus},
    session::{Session, SessionFrame},
};

use crate::{People, day, empty, session};

fn frame(id: i64, actions: Vec<Action>, accountability: Vec<Accountability>) -> SessionFrame {
    let session = Session { id: SessionId(id), number: u32::try_from(id).ok(), ..session() };
    SessionFrame { session, actions, accountability, ..empty().frame }
}

fn action(id: i64, what: &str) -> Action {
    Action { id: Some(ActionId(id)), ..Action::of(what) }
}

fn knows(who: &str, actions: &[i64]) -> Accountability {
    Accountability {
        id: Some(AccountabilityId(1)),
        kind: AccountabilityKind::Person,
        who: who.into(),
        how: None,
        how_often: None,
        actions: actions.iter().map(|id| ActionId(*id)).collect(),
        visibility: Visibility::Shared,
    }
}

fn plan(frames: &[SessionFrame]) -> ActionPlanContent {
    let mut people = People::new();
    people.engagement.fields = EngagementDraft { title: Some("Speaking up".into()), ..EngagementDraft::default() };
    open_plan(frames, people.context(), day("2026-03-20"))
}

#[test]
fn what_is_open_of_every_session_is_numbered_through() {
    let after = Action { after_action_id: Some(ActionId(2)), ..action(4, "follows the second") };
    let first = frame(1, vec![action(1, "first"), action(2, "second")], vec![knows("a friend", &[1])]);
    let second = frame(2, vec![action(3, "third"), after], vec![knows("a friend", &[3]), knows("nobody here", &[])]);
    let content = plan(&[first, second]);
    let rows: Vec<(usize, &str)> = content.undated.iter().map(|row| (row.number, row.what.as_str())).collect();
    assert_eq!(rows, [(1, "first"), (2, "second"), (3, "third"), (4, "follows the second")]);
    assert_eq!(content.undated[3].after, Some(2));
    assert_eq!(content.accountability.len(), 1, "one friend is named once");
    assert_eq!(content.accountability[0].actions, [1, 3]);
    assert_eq!((content.head.session_number, content.head.engagement.as_deref()), (None, Some("Speaking up")));
}

#[test]
fn what_is_done_let_go_or_hers_alone_is_not_on_it() {
    let with = |id, status| Action { status, ..action(id, "closed") };
    let mine = Action { visibility: Visibility::Private, ..action(5, "hers alone") };
    let closed = [ActionStatus::Done, ActionStatus::NotDone, ActionStatus::Dropped];
    let mut actions: Vec<Action> = (1..).zip(closed).map(|(id, status)| with(id, status)).collect();
    actions.push(mine);
    actions.push(Action { after_action_id: Some(ActionId(1)), ..with(4, ActionStatus::Doing) });
    let content = plan(&[frame(1, actions, vec![knows("a friend", &[1, 5])])]);
    assert_eq!(content.undated.len(), 1, "only what was begun and is not done");
    assert_eq!(content.undated[0].after, None, "it follows something that is done");
    assert!(content.accountability.is_empty(), "who knew of closed actions is not named");
    assert!(!content.for_own_tracker.contains("hers"));
}

#[test]
fn a_programme_without_open_actions_has_an_empty_plan() {
    let content = plan(&[]);
    assert!(content.dated.is_empty() && content.undated.is_empty() && content.accountability.is_empty());
}
