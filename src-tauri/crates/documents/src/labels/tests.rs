use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use coachbook_core::processing::{Period, RecordClass, RetentionRule, Trigger};

use super::counting::form;
use super::filling::next_key;
use super::{ENGLISH, Labels, OTHERS, file, language, languages};

/// What is wrong with a language's file, measured against the English one.
fn faults(text: &'static str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeMap::new();
    for line in file::lines(text) {
        let Some((key, words)) = line.split_once(" = ") else {
            faults.push(format!("no label: {line}"));
            continue;
        };
        if words.trim().is_empty() || seen.insert(key, words).is_some() {
            faults.push(format!("empty or said twice: {key}"));
        }
    }
    let english = ENGLISH.labels();
    for key in Labels::KEYS {
        match seen.remove(key) {
            Some(words) if keys_in(words) == keys_in(english.get(key).unwrap()) => {}
            Some(words) => faults.push(format!("other things to fill in: {key} = {words}")),
            None => faults.push(format!("missing: {key}")),
        }
    }
    faults.extend(seen.keys().map(|key| format!("unknown: {key}")));
    faults
}

fn keys_in(label: &str) -> BTreeSet<&str> {
    let mut keys = BTreeSet::new();
    let mut rest = label;
    while let Some((_, key, after)) = next_key(rest) {
        keys.insert(key);
        rest = after;
    }
    keys
}

#[test]
fn every_language_says_everything() {
    for catalogue in std::iter::once(&ENGLISH).chain(&OTHERS) {
        assert_eq!(faults(catalogue.text), [""; 0], "{}", catalogue.tag);
    }
    // The control: each kind of fault is found.
    let broken: &'static str = Box::leak(
        ENGLISH
            .text
            .replace("\nname = Name\n", "\nnome = Name\n")
            .replace("{n} of {count}", "{n}")
            .replace("\nfile = File\n", "\nfile = File\nfile = File\nfile\n")
            .into_boxed_str(),
    );
    let found = faults(broken).join("\n");
    for fault in
        ["missing: name", "unknown: nome", "to fill in: of", "to fill in: page", "twice: file", "no label: file"]
    {
        assert!(found.contains(fault), "{fault} in {found}");
    }
}

#[test]
fn lists_of_names_and_counted_words_are_whole() {
    for catalogue in std::iter::once(&ENGLISH).chain(&OTHERS) {
        let labels = catalogue.labels();
        assert_eq!(labels.months.split('|').count(), 12, "{}", catalogue.tag);
        assert_eq!(labels.weekdays.split('|').count(), 7, "{}", catalogue.tag);
        let forms = match catalogue.tag {
            "pl" => 3,
            "ar" => 5,
            _ => 2,
        };
        let counted = [
            labels.minutes,
            labels.held_so_far,
            labels.some_left_out,
            labels.some_renamed,
            labels.records,
            labels.days,
            labels.months_long,
            labels.years,
        ];
        for label in counted {
            assert_eq!(label.split('|').count(), forms, "{}: {label}", catalogue.tag);
            for n in [0, 1, 2, 3, 11, 100] {
                assert!(form(label, n).contains("{n}"), "{}: {label}", catalogue.tag);
            }
        }
        let single = Labels::KEYS.iter().filter(|key| labels.get(key).unwrap().contains('|')).count();
        assert_eq!(single, counted.len() + 2, "{}: a label with forms nobody counts", catalogue.tag);
    }
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    for (tag, written, first) in [
        ("en", "11 March 2026", "1 May 2026"),
        ("de", "11. März 2026", "1. Mai 2026"),
        ("fr", "11 mars 2026", "1er mai 2026"),
        ("es", "11 de marzo de 2026", "1 de mayo de 2026"),
        ("pt", "11 de março de 2026", "1 de maio de 2026"),
        ("it", "11 marzo 2026", "1º maggio 2026"),
        ("nl", "11 maart 2026", "1 mei 2026"),
        ("pl", "11 marca 2026", "1 maja 2026"),
        ("ar", "\u{200f}11 مارس 2026\u{200f}", "\u{200f}1 مايو 2026\u{200f}"),
        ("hi", "11 मार्च 2026", "1 मई 2026"),
    ] {
        let labels = Labels::of(tag);
        assert_eq!(
            (labels.date(day("2026-03-11")).as_str(), labels.date(day("2026-05-01")).as_str()),
            (written, first)
        );
    }
    assert_eq!(Labels::of("de").weekday_date(day("2026-03-11")), "Mittwoch, 11. März 2026");
    assert_eq!(Labels::of("en").weekday_date(day("2026-03-15")), "Sunday 15 March 2026");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    for catalogue in std::iter::once(&ENGLISH).chain(&OTHERS) {
        let labels = catalogue.labels();
        assert_eq!(labels.number(123_456_789, 2), labels.number, "{}: its own sample", catalogue.tag);
    }
    let said = |tag: &str| {
        let labels = Labels::of(tag);
        [labels.number(-123_450, 2), labels.number(1_234, 0), labels.hundredths(150), labels.percent(2_350)].join("|")
    };
    assert_eq!(said("en"), "\u{2212}1\u{202f}234.50|1\u{202f}234|1.5|23.5 %");
    assert_eq!(said("de"), "\u{2212}1.234,50|1.234|1,5|23,5 %");
    assert_eq!(said("pl"), "\u{2212}1\u{202f}234,50|1\u{202f}234|1,5|23,5%");
    assert_eq!(said("hi"), "\u{2212}1,234.50|1,234|1.5|23.5%");
    assert_eq!(Labels::of("hi").number(1_234_567_800, 2), "1,23,45,678.00");
    assert_eq!([Labels::of("de").number(5, 2), Labels::of("de").number(5, 0)], ["0,05", "5"]);
    assert_eq!([100, 125, -50, 0].map(|n| Labels::of("en").hundredths(n)), ["1", "1.25", "\u{2212}0.5", "0"]);
}

#[test]
fn how_long_records_are_kept_is_a_sentence_of_the_language() {
    let said =
        |tag: &str, period, from| Labels::of(tag).retention(&RetentionRule { class: RecordClass::Note, period, from });
    assert_eq!(said("en", Period::Months(36), Trigger::EngagementEnd), "3 years after the last session");
    assert_eq!(said("en", Period::Months(1), Trigger::Created), "1 month after it was made");
    assert_eq!(
        said("en", Period::Days(90), Trigger::EvaluationDone),
        "90 days at most, or until the evaluation is done"
    );
    assert_eq!(said("pl", Period::Months(36), Trigger::EngagementEnd), "3 lata od ostatniej sesji");
    assert_eq!(said("pl", Period::Months(84), Trigger::TaxYearEnd), "7 lat od końca roku podatkowego");
    assert_eq!(said("ar", Period::Months(36), Trigger::EngagementEnd), "3 سنوات بعد آخر جلسة");
}

#[test]
fn a_tag_finds_its_language_and_an_unknown_one_speaks_english() {
    for (tag, found) in [("de", "de"), ("DE-at", "de"), ("pt_BR", "pt"), ("ar-EG", "ar"), ("sv", "en"), ("", "en")] {
        assert_eq!(language(tag).tag, found, "{tag}");
    }
    let reviewed: Vec<&str> = languages().iter().filter(|one| one.reviewed).map(|one| one.tag).collect();
    assert_eq!(reviewed, ["en"], "who marks a language as reviewed says so here, too");
    assert_eq!(language("hi").in_english, "Hindi");
}
