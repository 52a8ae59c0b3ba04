//! The thirty-two moments of a session in their order, by keyboard alone, and what each costs in keys beyond its words.
//!
//! A capture is one thing kept. Its cost counts every key and chord that is not one of its words, *Enter* included.

mod hand;

use crate::driver::{App, Home};
use crate::john_doe::Record;
use crate::steps;
use coachbook_core::consent::{ConsentDecision, ConsentPurpose};
use coachbook_core::note::{Note, NoteKind, Visibility};
use coachbook_core::session::{AssessedBy, CheckKey, FocusSlot, MeasureResult};
use hand::Hand;

#[test]
fn every_moment_of_a_session_by_keyboard_alone() {
    let home = Home::new();
    let app = App::start(&home);
    app.resize(1280, 960);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, "Nadia Brook");
    steps::sign_agreement(&app, "Nadia Brook");
    steps::start_session(&app);
    let mut hand = Hand::new(&app);
    opening(&mut hand);
    focus(&mut hand);
    reality(&mut hand);
    options(&mut hand);
    second_topic(&mut hand);
    way_forward(&mut hand);
    ending(&mut hand);
    hand.put_down();
    app.wait_text("The session has ended.");
    app.quit();
    assert_everything_is_kept(&Record::read(&mut steps::open_book(&home, &phrase)));
}

fn opening(hand: &mut Hand<'_>) {
    m01_arrival(hand);
    m02_role_and_agreement(hand);
    m03_no_advice(hand);
    m04_confidentiality(hand);
    m05_recording(hand);
    m06_ready(hand);
}

fn focus(hand: &mut Hand<'_>) {
    m07_topic(hand);
    m08_what_else(hand);
    m09_wanted(hand);
    m10_importance(hand);
    m11_measures(hand);
}

fn reality(hand: &mut Hand<'_>) {
    m12_belief_and_what_loosens_it(hand);
    m13_generalisation(hand);
    m14_exception(hand);
    m15_worked_before(hand);
    m16_precise_meaning(hand);
    m17_other_view(hand);
}

fn options(hand: &mut Hand<'_>) {
    m18_options_and_action(hand);
    m19_with_whom(hand);
    m20_check_in(hand);
}

fn second_topic(hand: &mut Hand<'_>) {
    m21_back_to_the_second_topic(hand);
    m22_what_is_true(hand);
    m23_insights(hand);
    m24_strengths(hand);
    m25_skills(hand);
}

fn way_forward(hand: &mut Hand<'_>) {
    m26_next_step(hand);
    m27_dates(hand);
    m28_who_will_know(hand);
    m29_tracker(hand);
}

fn ending(hand: &mut Hand<'_>) {
    m30_anything_else(hand);
    m31_client_will_write(hand);
    m32_measures_met(hand);
    hand.act("End", "{Shift+Tab}{Shift+Tab}e");
}

fn m01_arrival(hand: &mut Hand<'_>) {
    hand.keep("M01 how she arrives", "{Shift+Tab}", "a little out of breath", "{Enter}");
}

fn m02_role_and_agreement(hand: &mut Hand<'_>) {
    hand.caret("My role as a coach");
    hand.keep("M02 role restated", "{Space}", "", "");
    hand.caret("The agreement and its scope");
    hand.keep("M02 agreement referred to", "{Space}", "", "");
}

fn m03_no_advice(hand: &mut Hand<'_>) {
    hand.caret("No solutions, no advice");
    hand.keep("M03 no advice", "{Space}", "", "");
}

fn m04_confidentiality(hand: &mut Hand<'_>) {
    hand.caret("What is said stays between us");
    hand.keep("M04 between us", "{Space}", "", "");
    hand.caret("The limits of confidentiality");
    hand.keep("M04 its limits", "{Space}", "", "");
}

fn m05_recording(hand: &mut Hand<'_>) {
    hand.caret("Ready to begin");
    hand.act("recording asked", "{Tab}{Enter}");
    hand.caret("Yes");
    hand.keep("M05 may record", "y", "", "");
    hand.keep("M05 may share", "y", "", "");
    hand.caret("Words of the answer");
    hand.keep("M05 words of the answer", "", "yes, for the two of them", "");
    hand.keep("M05 with whom", "{Tab}", "my supervisor", "");
    hand.keep("M05 only for", "{Tab}", "supervision", "{Enter}");
}

fn m06_ready(hand: &mut Hand<'_>) {
    hand.caret("Ready to begin");
    hand.keep("M06 ready", "{Space}", "", "");
}

fn m07_topic(hand: &mut Hand<'_>) {
    hand.caret("Topic");
    hand.keep("M07 topic", "", "the report that is always late", "{Enter}");
}

fn m08_what_else(hand: &mut Hand<'_>) {
    hand.app.button("report, now").wait();
    hand.keep("M08 what else: a second topic", "{Ctrl+e}", "asking my team for help", "{Enter}");
}

fn m09_wanted(hand: &mut Hand<'_>) {
    hand.keep("M09 wants from today", "{Ctrl+g}", "a first page by Friday", "{Enter}");
}

fn m10_importance(hand: &mut Hand<'_>) {
    hand.caret("Why it matters");
    hand.keep("M10 why it matters", "", "my evenings", "{Enter}");
}

fn m11_measures(hand: &mut Hand<'_>) {
    hand.caret("We’ll know by");
    hand.keep("M11 we’ll know by", "", "a plan for the report", "{Enter}");
    hand.caret("How you’ll know");
    hand.keep("M11 how she’ll know", "", "I can say the first step", "{Enter}");
    hand.caret("Needs looking at");
    hand.keep("M09 how it is now", "{Enter}", "three drafts, none sent", "{Enter}");
    hand.line();
}

fn m12_belief_and_what_loosens_it(hand: &mut Hand<'_>) {
    hand.act("Reality", "{Ctrl+2}");
    hand.keep("M12 belief", "=", "it has to be perfect", "{Enter}");
    hand.keep("M12 evidence against it", "<", "the last one went out with two gaps", "{Enter}");
}

fn m13_generalisation(hand: &mut Hand<'_>) {
    hand.keep("M13 a general belief", "=", "everybody reads every line", "{Enter}");
}

fn m14_exception(hand: &mut Hand<'_>) {
    hand.keep("M14 was different", "", "in March it was on time", "{Ctrl+Shift+x}");
}

fn m15_worked_before(hand: &mut Hand<'_>) {
    hand.keep("M15 worked before, kept", "", "wrote the last page first", "{Ctrl+Shift+r}");
}

fn m16_precise_meaning(hand: &mut Hand<'_>) {
    hand.keep("M16 meaning", "", "late: after the Monday meeting", "{Enter}");
}

fn m17_other_view(hand: &mut Hand<'_>) {
    hand.keep("M17 other view", "", "her readers want three numbers", "{Ctrl+Shift+v}");
}

fn m18_options_and_action(hand: &mut Hand<'_>) {
    hand.keep("M18 option", "{Ctrl+3}", "could send the numbers alone", "{Enter}");
    hand.keep("M18 one more option", "", "would ask for a template", "{Enter}");
    hand.keep("M18 action", "", "send the three numbers", "{Ctrl+Enter}");
}

fn m19_with_whom(hand: &mut Hand<'_>) {
    hand.keep("M19 with whom", "", "with Sol from accounts", "{Ctrl+Shift+j}");
}

fn m20_check_in(hand: &mut Hand<'_>) {
    hand.keep("M20 check-in", "", "lighter", "{Ctrl+Shift+c}");
}

fn m21_back_to_the_second_topic(hand: &mut Hand<'_>) {
    hand.keep("M21 the second topic", "{Ctrl+t}", "", "");
    hand.app.button("asking, now").wait();
}

fn m22_what_is_true(hand: &mut Hand<'_>) {
    hand.keep("M22 what is true", "{Ctrl+2}", "two of five offered in May", "{Enter}");
    hand.keep("M22 a belief about helping", "", "asking is weak", "{Ctrl+Shift+b}");
}

fn m23_insights(hand: &mut Hand<'_>) {
    hand.keep("M23 insight in her words", "\"", "I never asked them", "{Ctrl+i}");
}

fn m24_strengths(hand: &mut Hand<'_>) {
    hand.keep("M24 strength", "", "sees the numbers at once", "{Ctrl+Shift+g}");
}

fn m25_skills(hand: &mut Hand<'_>) {
    hand.keep("M25 skill to build", "", "asking early", "{Ctrl+Shift+k}");
}

fn m26_next_step(hand: &mut Hand<'_>) {
    hand.act("Way forward", "{Ctrl+4}");
    hand.keep("M26 next step", "", "practise asking with Sol", "{Ctrl+Enter}");
}

fn m27_dates(hand: &mut Hand<'_>) {
    hand.keep("M27 an action with its date", "", "ask two people by tomorrow", "{Ctrl+Enter}");
}

fn m28_who_will_know(hand: &mut Hand<'_>) {
    hand.keep("M28 who will know", "", "her sister", "{Ctrl+Shift+w}");
}

fn m29_tracker(hand: &mut Hand<'_>) {
    hand.keep("M29 into her own list", "", "put both into my yearly goals", "{Ctrl+Enter}");
}

fn m30_anything_else(hand: &mut Hand<'_>) {
    hand.keep("M30 anything else", "", "no, that is all", "{Ctrl+Shift+y}");
}

fn m31_client_will_write(hand: &mut Hand<'_>) {
    hand.keep("M31 client will write", "{Ctrl+5}w", "", "");
    hand.app.find("checkbox", "Client will write").wait();
}

fn m32_measures_met(hand: &mut Hand<'_>) {
    hand.keep("M32 measure met, in her words", "m", "I know the first step", "");
    hand.keep("M32 who said so", "{Tab}", "", "U");
}

#[track_caller]
fn assert_everything_is_kept(kept: &Record) {
    let frame = &kept.session.frame;
    let topics: Vec<_> = frame.topics.iter().map(|topic| (topic.title.as_str(), topic.after_what_else)).collect();
    assert_eq!(topics, [("the report that is always late", false), ("asking my team for help", true)]);
    let said: Vec<_> = frame.checks.iter().map(|check| check.key).collect();
    for key in [
        CheckKey::RoleRestated,
        CheckKey::AgreementReferredTo,
        CheckKey::NoAdviceRestated,
        CheckKey::ConfidentialityRestated,
        CheckKey::ConfidentialityLimitsStated,
        CheckKey::RecordingConsentAsked,
        CheckKey::ReadyConfirmed,
        CheckKey::AnythingElseAsked,
    ] {
        assert!(said.contains(&key), "{} was not kept", key.key());
    }
    assert_consents(kept);
    assert_focus(kept);
    assert_lines(&kept.session.notes);
    assert_results(kept);
}

#[track_caller]
fn assert_consents(kept: &Record) {
    let consents = &kept.session.frame.consents;
    let purposes: Vec<_> = consents.iter().map(|consent| (consent.purpose, consent.decision)).collect();
    assert_eq!(
        purposes,
        [
            (ConsentPurpose::RecordAudio, ConsentDecision::Granted),
            (ConsentPurpose::ShareRecording, ConsentDecision::Granted)
        ]
    );
    assert_eq!(consents[1].recipient.as_deref(), Some("my supervisor"));
    assert!(consents.iter().all(|consent| consent.quote.as_deref() == Some("yes, for the two of them")));
}

#[track_caller]
fn assert_focus(kept: &Record) {
    let frame = &kept.session.frame;
    let line = |slot| kept.slot(slot).iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    assert_eq!(line(FocusSlot::WantedResult), ["a first page by Friday"]);
    assert_eq!(line(FocusSlot::Importance), ["my evenings"]);
    assert_eq!(line(FocusSlot::PresentState), ["three drafts, none sent"]);
    assert_eq!(line(FocusSlot::NeedToAddress), Vec::<String>::new());
    let measure = &frame.measures[0];
    assert_eq!(
        (measure.text.as_str(), measure.how_known.as_deref()),
        ("a plan for the report", Some("I can say the first step"))
    );
    assert_eq!(measure.standing.result, MeasureResult::Met);
    assert_eq!(measure.standing.evidence.as_deref(), Some("I know the first step"));
    assert_eq!(measure.standing.assessed_by, Some(AssessedBy::ClientVolunteered));
}

#[track_caller]
fn assert_lines(notes: &[Note]) {
    let kinds: Vec<_> = notes.iter().map(|note| (note.fields.phase.as_str(), note.fields.kind)).collect();
    let wanted = [
        ("OPEN", NoteKind::Arrival),
        ("R", NoteKind::Assumption),
        ("R", NoteKind::Evidence),
        ("R", NoteKind::Assumption),
        ("R", NoteKind::Exception),
        ("R", NoteKind::PastSuccess),
        ("R", NoteKind::Plain),
        ("R", NoteKind::Perspective),
        ("O", NoteKind::Option),
        ("O", NoteKind::Option),
        ("O", NoteKind::Plain),
        ("CLOSE", NoteKind::CheckIn),
        ("R", NoteKind::Plain),
        ("R", NoteKind::Assumption),
        ("R", NoteKind::Plain),
        ("R", NoteKind::Plain),
        ("R", NoteKind::Plain),
        ("W", NoteKind::Plain),
        ("W", NoteKind::Plain),
        ("W", NoteKind::Plain),
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(notes[2].fields.answers, Some(notes[1].id), "the evidence is not linked to the belief");
    assert!(notes.iter().all(|note| note.fields.visibility == Visibility::Private));
}

#[track_caller]
fn assert_results(kept: &Record) {
    let frame = &kept.session.frame;
    let texts = |rows: Vec<&String>| rows.into_iter().cloned().collect::<Vec<_>>();
    assert!(frame.insights.len() == 1 && frame.insights[0].in_client_words, "{:?}", frame.insights);
    assert_eq!(texts(frame.strengths.iter().map(|row| &row.text).collect()), ["sees the numbers at once"]);
    assert_eq!(texts(frame.skills.iter().map(|row| &row.text).collect()), ["asking early"]);
    assert_eq!(texts(frame.resources.iter().map(|row| &row.text).collect()), ["wrote the last page first"]);
    let actions: Vec<_> = frame.actions.iter().map(|row| (row.what.as_str(), row.support.as_deref())).collect();
    assert_eq!(
        actions,
        [
            ("send the three numbers", Some("with Sol from accounts")),
            ("practise asking with Sol", None),
            ("ask two people", None),
            ("put both into my yearly goals", None),
        ]
    );
    let day = frame.session.base_date().and_then(|day| day.succ_opt());
    assert_eq!((frame.actions[2].due.text.as_deref(), frame.actions[2].due.date), (Some("by tomorrow"), day));
    let who: Vec<_> = frame.accountability.iter().map(|row| (row.who.as_str(), row.actions.len())).collect();
    assert_eq!(who, [("her sister", 1)]);
    assert_eq!(frame.follow_ups.len(), 1);
}
