//! John Doe's session from Start to End without a mouse: every key goes to whatever has the focus.

use crate::driver::{App, Home};
use crate::john_doe::{assert_kept, before_the_session, lines, wrap_up};
use crate::steps;
use coachbook_core::TopicId;
use coachbook_core::results::{AccountabilityKind, Action};
use coachbook_core::session::{FocusSlot, MeasureResult, Standing};
use coachbook_exchange::sample::{SampleRecord, sample};

#[test]
fn john_does_session_by_keyboard_alone() {
    let home = Home::new().set("TZ", "UTC");
    let app = App::start(&home);
    app.resize(1280, 960);
    let said = sample().expect("the fixture is read");
    let phrase = before_the_session(&app, &said);
    live(&app, &said);
    wrap_up(&app, &said);
    app.quit();
    assert_kept(&home, &phrase, &said);
}

fn live(app: &App, said: &SampleRecord) {
    let session = &said.session;
    reach(app, "Tab", "Start session");
    app.keys("{Enter}");
    opening(app, said);
    focus_and_first_lines(app, said);
    lines(app, &session.notes[3..26]);
    results(app, said, 1);
    app.keys("{Ctrl+t}");
    lines(app, &session.notes[26..]);
    results(app, said, 2);
    closing(app, said);
}

/// Presses Tab or Shift+Tab until the focus is where it is wanted.
#[track_caller]
fn reach(app: &App, key: &str, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..400 {
        let here = app.focused().1;
        if steps::is_called(&here, name) {
            return;
        }
        passed.push(here);
        app.keys(&format!("{{{key}}}"));
    }
    passed.dedup();
    panic!("{key} never came to “{name}”, but to {passed:?}");
}

fn write(app: &App, words: &str) {
    app.type_text(words);
    app.keys("{Enter}");
}

fn opening(app: &App, said: &SampleRecord) {
    steps::wait_caret(app, "My role as a coach");
    app.keys("{Space}");
    reach(app, "Shift+Tab", "Client agreed");
    app.keys("{Space}");
    for check in ["The agreement and its scope", "No solutions, no advice", "What is said stays between us"] {
        reach(app, "Tab", check);
        app.keys("{Space}");
    }
    let sharing = &said.session.consents[1];
    reach(app, "Tab", "Ask for recording");
    app.keys("{Enter}");
    steps::wait_caret(app, "Yes");
    app.keys("{Space}{Tab}{Up}{Up}");
    reach(app, "Tab", "With whom");
    app.type_text(sharing.recipient.as_deref().unwrap_or_default());
    reach(app, "Tab", "Only for");
    app.type_text(sharing.use_limit.as_deref().unwrap_or_default());
    for named in ["Client named", "Other people named"] {
        reach(app, "Tab", named);
        app.keys("Not n");
    }
    reach(app, "Tab", "Words of the answer");
    app.type_text(sharing.quote.as_deref().unwrap_or_default());
    reach(app, "Tab", "Keep the answer");
    app.keys("{Enter}");
    app.find("checkbox", "Ready to begin").wait();
    reach(app, "Tab", "Ready to begin");
    app.keys("{Space}");
    steps::wait_caret(app, "Topic");
}

fn focus_and_first_lines(app: &App, said: &SampleRecord) {
    let session = &said.session;
    write(app, &session.topics[0].title);
    app.keys("{Esc}");
    lines(app, &session.notes[..1]);
    app.keys("{Ctrl+e}#");
    write(app, &session.topics[1].title);
    lines(app, &session.notes[1..2]);
    app.keys("{Ctrl+t}");
    lines(app, &session.notes[2..3]);
    app.keys("{Ctrl+g}");
    steps::wait_caret(app, "Wants from today");
    for (label, slot) in [
        ("Wants from today", FocusSlot::WantedResult),
        ("Why it matters", FocusSlot::Importance),
        ("How it is now", FocusSlot::PresentState),
    ] {
        reach(app, "Tab", label);
        for line in session.focus.iter().filter(|line| line.slot == slot) {
            app.type_text(&line.text);
            app.keys("{Shift+Enter}");
        }
    }
    reach(app, "Shift+Tab", "We’ll know by");
    measure(app, said, 0);
    for topic in session.topics.iter().rev() {
        reach(app, "Shift+Tab", "Short name");
        app.keys("{Ctrl+a}");
        app.type_text(topic.short_name.as_deref().unwrap_or_default());
        app.keys("{Shift+Tab}");
    }
    app.keys("{Esc}{Ctrl+t}{Ctrl+g}");
    steps::wait_caret(app, "Needs looking at");
    reach(app, "Shift+Tab", "We’ll know by");
    measure(app, said, 1);
    app.keys("{Esc}{Ctrl+t}");
    steps::assert_caret_in_line(app);
}

fn measure(app: &App, said: &SampleRecord, nth: usize) {
    let measure = &said.session.measures[nth];
    write(app, &measure.text);
    steps::wait_caret(app, "How you’ll know");
    write(app, measure.how_known.as_deref().unwrap_or_default());
}

fn results(app: &App, said: &SampleRecord, topic: i64) {
    let session = &said.session;
    let of_topic = |id: Option<TopicId>| id.is_some_and(|id| id.0 == topic);
    let before = if topic == 1 { "0 actions" } else { "5 actions" };
    reach(app, "Tab", before);
    app.keys("{Enter}");
    steps::wait_caret(app, "Add an action");
    for action in session.actions.iter().filter(|action| of_topic(action.topic_id)) {
        act(app, action);
    }
    if topic == 2 {
        reach(app, "Tab", "Add who will know");
        who_will_know(app, said);
    }
    reach(app, "Tab", "Add an insight");
    for insight in session.insights.iter().filter(|insight| of_topic(insight.topic_id)) {
        write(app, &insight.text);
    }
    if topic == 2 {
        for (field, words) in [
            ("Add a strength", session.strengths.iter().map(|row| &row.text).collect::<Vec<_>>()),
            ("Add a skill", session.skills.iter().map(|row| &row.text).collect()),
            ("Add what worked before", session.resources.iter().map(|row| &row.text).collect()),
        ] {
            reach(app, "Tab", field);
            words.into_iter().for_each(|words| write(app, words));
        }
        reach(app, "Tab", "Add a person");
        for person in &said.people {
            write(app, &person.alias);
            app.field(&format!("Change “{}”", person.alias)).wait();
            reach(app, "Shift+Tab", "Who they are");
            app.type_text(person.relation.as_deref().unwrap_or_default());
            reach(app, "Tab", "Add a person");
        }
    }
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
}

/// One action, then back to what was said about it, and forward again.
fn act(app: &App, action: &Action) {
    let when = action.due.text.as_deref().filter(|_| action.after_action_id.is_none());
    app.type_text(&action.what);
    write(app, &when.map(|when| format!(" {when}")).unwrap_or_default());
    app.field(&format!("What {}", action.what)).wait();
    if action.after_action_id.is_some() {
        reach(app, "Shift+Tab", "By when");
        app.type_text(action.due.text.as_deref().unwrap_or_default());
        reach(app, "Tab", "After");
        app.keys("Email");
    }
    reach(app, "Shift+Tab", "Said as");
    app.type_text(action.wording.as_deref().unwrap_or_default());
    if let Some(support) = &action.support {
        reach(app, "Shift+Tab", "With");
        app.type_text(support);
    }
    reach(app, "Tab", "Add an action");
}

fn who_will_know(app: &App, said: &SampleRecord) {
    for row in &said.session.accountability {
        write(app, &row.who);
        app.field(&format!("Change “{}”", row.who)).wait();
        for (nth, id) in row.actions.iter().enumerate() {
            let way = if nth == 0 { "Shift+Tab" } else { "Tab" };
            reach(app, way, &said.session.actions[usize::try_from(id.0 - 1).unwrap_or_default()].what);
            app.keys("{Space}");
        }
        if row.kind == AccountabilityKind::Tracker {
            reach(app, "Shift+Tab", "Kind");
            app.keys("A list");
        }
        reach(app, "Tab", "Add who will know");
    }
}

fn closing(app: &App, said: &SampleRecord) {
    let session = &said.session;
    app.keys("{Ctrl+5}");
    app.find("heading", "Closing").wait();
    for measure in &session.measures {
        standing(app, &measure.text, &measure.standing);
    }
    for line in session.focus.iter().filter(|line| line.slot == FocusSlot::WantedResult) {
        standing(app, &line.text, &line.standing);
    }
    reach(app, "Tab", "How it is now");
    for line in session.focus.iter().filter(|line| line.slot == FocusSlot::StateAfter) {
        write(app, &line.text);
    }
    reach(app, "Tab", "Anything else");
    app.type_text("nothing more");
    reach(app, "Tab", "Client will write");
    app.keys("{Space}");
    reach(app, "Tab", "End");
    app.keys("{Enter}");
    app.wait_text("The session has ended.");
}

/// The letter marks; the client's words come next, and then who said so.
fn standing(app: &App, text: &str, standing: &Standing) {
    let (letter, by) = match standing.result {
        MeasureResult::Met => ("m", "U"),
        MeasureResult::CarriedForward => ("g", "From"),
        _ => return,
    };
    reach(app, "Tab", text);
    app.keys(letter);
    steps::wait_caret(app, &format!("The client’s words: {text}"));
    app.type_text(standing.evidence.as_deref().unwrap_or_default());
    reach(app, "Tab", &format!("Who said so: {text}"));
    app.keys(by);
}
