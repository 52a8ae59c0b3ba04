//! The file a client receives beside the paper of her data.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use coachbook_core::{
    access::{AccessContent, Given, HeldFile},
    processing::RecordClass,
};
use coachbook_exchange::access_json;

#[test]
fn every_record_given_is_in_it_word_for_word() {
    let given = |text: &str, private| Given {
        class: RecordClass::Note,
        on: Some("2026-03-04".parse().unwrap()),
        title: "Note, Reality".to_owned(),
        text: text.to_owned(),
        private,
        renamed: private,
    };
    let odd = "“quoted”, \\ back, \u{202e}turned\n new line";
    let content = AccessContent {
        client: "Zofia Żółkiewska".to_owned(),
        as_of: "2026-03-05".parse().unwrap(),
        classes: Vec::new(),
        records: vec![given(odd, false), given("hers", true)],
        files: vec![HeldFile { name: "a.pdf".into(), kind: "scan".into(), bytes: 7, added_on: None }],
        left_out: 3,
    };
    let file: serde_json::Value = serde_json::from_slice(&access_json::write(&content).unwrap()).unwrap();
    assert_eq!((&file["client"], &file["as_of"]), (&"Zofia Żółkiewska".into(), &"2026-03-05".into()));
    assert_eq!(file["records"].as_array().unwrap().len(), 2);
    assert_eq!((&file["records"][0]["text"], &file["records"][0]["class"]), (&odd.into(), &"note".into()));
    assert_eq!(
        (&file["records"][1]["kept_by_the_coach_for_herself"], &file["left_out_for_others"]),
        (&true.into(), &3.into())
    );
    assert_eq!((&file["files"][0]["bytes"], &file["files"][0]["added_on"]), (&7.into(), &serde_json::Value::Null));
}
