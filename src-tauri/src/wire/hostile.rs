//! Everything a record is made of when it comes from the window, read from bytes nobody vouches for. For the trial of
//! hostile bytes; the program itself does not have it.

use coachbook_core::{
    book as core_book, client as core_client, consent as core_consent, engagement as core_engagement, giving,
    note as core_note, results as core_results, session as core_session,
};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    book, clients, language_tag, notes,
    papers::{PaperRequest, RecordReview},
    read_day, read_moment, read_time, results, sessions, signing,
    templates::TemplateWords,
};

/// Reads bytes as each kind of argument there is, and makes a record of those that are one; returns how many took them.
pub fn read_as_each(bytes: &[u8]) -> usize {
    let as_record = [
        is_record::<notes::NoteFields, core_note::NoteDraft>,
        is_record::<clients::ClientFields, core_client::ClientDraft>,
        is_record::<clients::Person, core_client::Person>,
        is_record::<clients::EngagementFields, core_engagement::EngagementDraft>,
        is_record::<book::Coach, core_book::CoachProfile>,
        is_record::<book::PaperLook, core_book::PaperLook>,
        is_record::<sessions::Topic, core_session::Topic>,
        is_record::<sessions::FocusLine, core_session::FocusLine>,
        is_record::<sessions::Measure, core_session::Measure>,
        is_record::<sessions::Consent, core_consent::Consent>,
        is_record::<results::Insight, core_results::Insight>,
        is_record::<results::Strength, core_results::Strength>,
        is_record::<results::Action, core_results::Action>,
        is_record::<results::Accountability, core_results::Accountability>,
        is_record::<results::FollowUp, core_results::FollowUp>,
        is_record::<signing::SignatureWanted, giving::SignatureDraft>,
    ];
    let words = String::from_utf8_lossy(bytes);
    let as_words = [
        read_day(Some(&words)).is_ok(),
        read_moment(&words).is_ok(),
        read_time(&words).is_ok(),
        language_tag(&words).is_ok(),
        serde_json::from_slice::<PaperRequest>(bytes).is_ok(),
        serde_json::from_slice::<RecordReview>(bytes).is_ok_and(|review| review.decision().is_ok()),
        serde_json::from_slice::<TemplateWords>(bytes).is_ok(),
        serde_json::from_slice::<sessions::SessionRow>(bytes).is_ok(),
    ];
    as_record.into_iter().filter(|is| is(bytes)).count() + as_words.into_iter().filter(|is| *is).count()
}

fn is_record<Sent: DeserializeOwned, Record: TryFrom<Sent>>(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Sent>(bytes).is_ok_and(|sent| Record::try_from(sent).is_ok())
}

/// Arguments as the window sends them.
pub fn examples() -> Vec<Vec<u8>> {
    let written = [
        json(&notes::NoteFields::from(core_note::NoteDraft::plain("words", "R", None))),
        json(&clients::ClientFields::from(core_client::ClientDraft::named("Ada Trial"))),
        json(&clients::EngagementFields::from(core_engagement::EngagementDraft::default())),
        json(&book::Coach::from(core_book::CoachProfile::default())),
        json(&book::PaperLook::from(core_book::PaperLook::default())),
        json(&results::Insight::from(core_results::Insight::of("it is a choice"))),
        json(&results::Action::from(core_results::Action::of("send the first draft"))),
    ];
    let typed = [
        r#"{"kind":"hours_log","from":"2026-01-01","until":null}"#,
        r#"{"key":"note:1","choice":"renamed","words":"her friend"}"#,
        r#"{"kind":"action_plan","sessionId":null,"engagementId":7,"lastSession":false}"#,
        r#"{"sha256":"00","role":"client","name":"Ada","place":null,"day":"2026-03-04","intent":"yes","strokes":[[[10,10],[300,90]]]}"#,
        r#"{"name":"mine","language":"pt-BR","parts":[{"key":"a","heading":"b","body":"{client.name|}","included":true}]}"#,
        r#"{"id":null,"topicId":3,"text":"sleeps","howKnown":null,"standing":{"result":"met","evidence":"she said so","assessedBy":"coach"}}"#,
        "2026-03-04",
        "2026-03-04T09:00:00.000Z",
        "14:30",
        "pt-BR",
    ];
    written.into_iter().chain(typed.map(|text| text.as_bytes().to_vec())).collect()
}

fn json(sent: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(sent).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_one_as_it_stands_and_none_when_cut() {
        for example in examples() {
            let text = String::from_utf8_lossy(&example).into_owned();
            assert!(read_as_each(&example) > 0, "{text}");
            if text.starts_with('{') {
                assert_eq!(read_as_each(&example[..example.len() - 1]), 0, "control: {text}");
            }
        }
    }
}
