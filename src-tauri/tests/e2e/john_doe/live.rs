//! The session itself, by mouse and keys.

use crate::driver::App;
use crate::steps;
use coachbook_core::note::NoteKind;
use coachbook_core::session::{FocusSlot, MeasureResult, Standing};
use coachbook_exchange::sample::{SampleNote, SampleRecord};

/// From Start to End as a coach does it, one hand on the mouse.
pub(crate) fn by_hand(app: &App, said: &SampleRecord) {
    steps::start_session(app);
    opening(app, said);
    focus_and_first_lines(app, said);
    lines(app, &said.session.notes[3..26]);
    results(app, said, 1);
    app.keys("{Ctrl+t}");
    lines(app, &said.session.notes[26..]);
    results(app, said, 2);
    closing(app, said);
}

fn opening(app: &App, said: &SampleRecord) {
    app.find("checkbox", "My role as a coach").tick();
    app.find("checkbox", "Client agreed").tick();
    for check in ["The agreement and its scope", "No solutions, no advice", "What is said stays between us"] {
        app.find("checkbox", check).tick();
    }
    app.button("Ask for recording").click();
    app.find("heading", "Recording").wait();
    let sharing = &said.session.consents[1];
    app.find("radio", "Yes").click();
    app.find("radio", "Yes").nth(1).click();
    app.field("With whom").type_text(sharing.recipient.as_deref().unwrap_or_default());
    app.field("Only for").type_text(sharing.use_limit.as_deref().unwrap_or_default());
    app.field("Client named").choose("Not named");
    app.field("Other people named").choose("Not named");
    app.field("Words of the answer").type_text(sharing.quote.as_deref().unwrap_or_default());
    app.button("Keep the answer").click();
    app.button("Recording").wait();
    // The last of the list: it goes away with its tick.
    app.find("checkbox", "Ready to begin").click();
    app.find("heading", "Focus for today").wait();
}

/// Topics arise one after the other, and so do the lines of the goal; the card is filled between them.
fn focus_and_first_lines(app: &App, said: &SampleRecord) {
    let session = &said.session;
    app.field("Topic").type_text(&session.topics[0].title);
    app.keys("{Enter}{Esc}");
    lines(app, &session.notes[..1]);
    app.button("What else?").click();
    app.keys("#");
    app.type_text(&session.topics[1].title);
    app.keys("{Enter}");
    app.find("button", "Building rapport, now").wait();
    lines(app, &session.notes[1..2]);
    app.keys("{Ctrl+t}");
    lines(app, &session.notes[2..3]);
    app.keys("{Ctrl+g}");
    app.field("Wants from today").wait();
    for (label, slot) in [
        ("Wants from today", FocusSlot::WantedResult),
        ("Why it matters", FocusSlot::Importance),
        ("How it is now", FocusSlot::PresentState),
    ] {
        for line in session.focus.iter().filter(|line| line.slot == slot) {
            app.field(label).type_text(&line.text);
            app.keys("{Shift+Enter}");
        }
    }
    for (at, topic) in session.topics.iter().enumerate() {
        app.field("Short name").nth(at).replace_text(topic.short_name.as_deref().unwrap_or_default());
        app.keys("{Enter}");
    }
    app.field("We’ll know by").click();
    measure(app, said, 0);
    app.keys("{Esc}{Ctrl+t}{Ctrl+g}");
    steps::wait_caret(app, "Needs looking at");
    app.keys("{Shift+Tab}{Shift+Tab}");
    steps::wait_caret(app, "We’ll know by");
    measure(app, said, 1);
    app.keys("{Esc}{Ctrl+t}");
    steps::assert_caret_in_line(app);
}

fn measure(app: &App, said: &SampleRecord, nth: usize) {
    let measure = &said.session.measures[nth];
    app.type_text(&measure.text);
    app.keys("{Enter}");
    app.type_text(measure.how_known.as_deref().unwrap_or_default());
    app.keys("{Enter}");
    app.field(&format!("How you’ll know: {}", measure.text)).wait();
}

/// Keeps lines with their phase and kind, the way EXPERIENCE 3.4 and 3.6 teach it.
pub(crate) fn lines(app: &App, notes: &[SampleNote]) {
    let mut phase = String::new();
    for note in notes {
        let fields = &note.fields;
        if fields.phase != phase && fields.phase != "CLOSE" {
            let key = ["G", "R", "O", "W"].iter().position(|each| *each == fields.phase).expect("a phase of GROW") + 1;
            app.keys(&format!("{{Ctrl+{key}}}"));
            phase.clone_from(&fields.phase);
        }
        let (before, after) = strokes_of(fields.kind, &fields.phase);
        app.keys(before);
        app.type_text(&fields.text);
        app.keys("{Enter}");
        app.keys(after);
    }
}

/// What is pressed before a line of a kind, and on the empty line after it.
fn strokes_of(kind: NoteKind, phase: &str) -> (&'static str, &'static str) {
    match kind {
        NoteKind::Assumption => ("=", ""),
        NoteKind::Feeling => ("", "/f"),
        NoteKind::Exception => ("", "/x"),
        NoteKind::PastSuccess => ("", "/p"),
        NoteKind::Perspective => ("", "/v"),
        NoteKind::CheckIn => ("/c", ""),
        NoteKind::Evidence => ("?what supports that view{Enter}", ""),
        NoteKind::Pattern => ("?where have you met this situation{Enter}", ""),
        NoteKind::Option if phase != "O" => ("+", ""),
        _ => ("", ""),
    }
}

/// What became clear and what will be done, for one topic, in the drawer.
fn results(app: &App, said: &SampleRecord, topic: i64) {
    let session = &said.session;
    let of_topic = |id: Option<coachbook_core::TopicId>| id.is_some_and(|id| id.0 == topic);
    open_drawer(app);
    for action in session.actions.iter().filter(|action| of_topic(action.topic_id)) {
        let when = action.due.text.as_deref().filter(|_| action.after_action_id.is_none());
        app.field("Add an action").type_text(&action.what);
        app.type_text(&when.map(|when| format!(" {when}")).unwrap_or_default());
        app.keys("{Enter}");
        app.field("What").wait();
    }
    for (at, action) in session.actions.iter().enumerate().filter(|(_, action)| of_topic(action.topic_id)) {
        app.field("Said as").nth(at).type_text(action.wording.as_deref().unwrap_or_default());
        if let Some(support) = &action.support {
            app.field("With").nth(at).type_text(support);
        }
        if action.after_action_id.is_some() {
            app.field("By when").nth(at).type_text(action.due.text.as_deref().unwrap_or_default());
        }
        app.keys("{Enter}");
        if action.after_action_id.is_some() {
            app.field("After").nth(at).choose(&session.actions[0].what);
        }
    }
    for insight in session.insights.iter().filter(|insight| of_topic(insight.topic_id)) {
        add(app, "Add an insight", &insight.text);
    }
    if topic == 2 {
        for strength in &session.strengths {
            add(app, "Add a strength", &strength.text);
        }
        for skill in &session.skills {
            add(app, "Add a skill", &skill.text);
        }
        for resource in &session.resources {
            add(app, "Add what worked before", &resource.text);
        }
        who_will_know(app, said);
        people(app, said);
    }
    app.keys("{Esc}");
    steps::assert_caret_in_line(app);
}

fn open_drawer(app: &App) {
    let button = ["0 actions", "5 actions"].into_iter().find(|name| app.button(name).is_there());
    app.button(button.expect("the number of actions stands at the foot")).click();
    app.field("Add an action").wait();
}

fn add(app: &App, field: &str, words: &str) {
    app.field(field).type_text(words);
    app.keys("{Enter}");
}

fn who_will_know(app: &App, said: &SampleRecord) {
    for (at, row) in said.session.accountability.iter().enumerate() {
        add(app, "Add who will know", &row.who);
        app.field(&format!("Change “{}”", row.who)).wait();
        if row.kind == coachbook_core::results::AccountabilityKind::Tracker {
            app.field("Kind").nth(at).choose("A list or tracker");
        }
        for id in &row.actions {
            let action = &said.session.actions[usize::try_from(id.0 - 1).unwrap_or_default()];
            app.find("checkbox", &action.what).nth(at).tick();
        }
    }
}

fn people(app: &App, said: &SampleRecord) {
    for person in &said.people {
        add(app, "Add a person", &person.alias);
    }
    for (at, person) in said.people.iter().enumerate() {
        add_nth(app, "Who they are", at, person.relation.as_deref().unwrap_or_default());
    }
    app.keys("{Esc}");
}

fn add_nth(app: &App, field: &str, nth: usize, words: &str) {
    app.field(field).nth(nth).type_text(words);
    app.keys("{Enter}");
}

fn closing(app: &App, said: &SampleRecord) {
    let session = &said.session;
    app.button("Close session").click();
    app.find("heading", "Closing").wait();
    for measure in &session.measures {
        standing(app, &measure.text, &measure.standing);
    }
    for line in session.focus.iter().filter(|line| line.slot == FocusSlot::WantedResult) {
        standing(app, &line.text, &line.standing);
    }
    for line in session.focus.iter().filter(|line| line.slot == FocusSlot::StateAfter) {
        add(app, "How it is now", &line.text);
    }
    add(app, "Anything else", "nothing more");
    app.find("checkbox", "Client will write").tick();
    app.button("End").click();
    app.wait_text("The session has ended.");
}

fn standing(app: &App, text: &str, standing: &Standing) {
    let word = match standing.result {
        MeasureResult::Met => "Met",
        MeasureResult::CarriedForward => "Goes on",
        _ => return,
    };
    app.button(&format!("{word}: {text}")).click();
    let by = if word == "Met" { "Unasked, the client said so" } else { "From my notes" };
    app.field(&format!("Who said so: {text}")).choose(by);
    add(app, &format!("The client’s words: {text}"), standing.evidence.as_deref().unwrap_or_default());
}
