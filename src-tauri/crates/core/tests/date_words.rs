//! The meanings of date words, by table, and what they must leave alone.
#![allow(
    clippy::type_complexity,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use coachbook_core::{
    date_words::{is_overdue, read, split_action},
    results::{Due, DueKind},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn due(words: &str, base: &str) -> Option<(DueKind, Option<NaiveDate>, Option<NaiveDate>)> {
    read(words, day(base), Weekday::Mon).map(|due| {
        assert_eq!(due.text.as_deref(), Some(words));
        assert!(due.read_from_words);
        (due.kind, due.from, due.date)
    })
}

#[test]
fn one_meaning_each() {
    use DueKind::{By, On, StartOn, Window};
    let table: &[(&str, &str, DueKind, Option<&str>, Option<&str>)] = &[
        // Wednesday 4 March 2026, the sample's day.
        ("2026-03-04", "tomorrow", By, None, Some("2026-03-05")),
        ("2026-03-04", "from tomorrow", StartOn, Some("2026-03-05"), None),
        ("2026-03-04", "in a week's time", By, None, Some("2026-03-11")),
        ("2026-03-04", "in a week\u{2019}s time", By, None, Some("2026-03-11")),
        ("2026-03-04", "In two weeks' time", By, None, Some("2026-03-18")),
        ("2026-03-04", "in a week", By, None, Some("2026-03-11")),
        ("2026-03-04", "next week", Window, Some("2026-03-09"), Some("2026-03-15")),
        ("2026-03-04", "from next week", StartOn, Some("2026-03-09"), None),
        ("2026-03-04", "by Friday", By, None, Some("2026-03-06")),
        ("2026-03-04", "Friday", By, None, Some("2026-03-06")),
        ("2026-03-04", "on Friday", On, None, Some("2026-03-06")),
        ("2026-03-04", "until Friday", By, None, Some("2026-03-06")),
        ("2026-03-04", "by fri", By, None, Some("2026-03-06")),
        ("2026-03-04", "Wednesday", By, None, Some("2026-03-11")),
        ("2026-03-04", "this Wednesday", By, None, Some("2026-03-04")),
        ("2026-03-04", "next Wednesday", By, None, Some("2026-03-11")),
        ("2026-03-04", "next Friday", By, None, Some("2026-03-13")),
        ("2026-03-04", "on next Monday", On, None, Some("2026-03-09")),
        ("2026-03-04", "end of month", By, None, Some("2026-03-31")),
        ("2026-03-04", "by the end of the month", By, None, Some("2026-03-31")),
        ("2026-03-04", "at the end of the month", By, None, Some("2026-03-31")),
        ("2026-03-04", "+10d", By, None, Some("2026-03-14")),
        ("2026-03-04", "in ten days", By, None, Some("2026-03-14")),
        ("2026-03-04", "in 3 months", By, None, Some("2026-06-04")),
        ("2026-03-04", "by 12 March", By, None, Some("2026-03-12")),
        ("2026-03-04", "by the 12th of March", By, None, Some("2026-03-12")),
        ("2026-03-04", "on March 12th, 2027", On, None, Some("2027-03-12")),
        ("2026-03-04", "on 2026-03-12", On, None, Some("2026-03-12")),
        ("2026-03-04", "by 3 March", By, None, Some("2027-03-03")),
        ("2026-03-04", "by 4 March", By, None, Some("2026-03-04")),
        // Month and year ends, leap years.
        ("2026-01-31", "in a month", By, None, Some("2026-02-28")),
        ("2028-01-31", "in a month", By, None, Some("2028-02-29")),
        ("2026-12-31", "tomorrow", By, None, Some("2027-01-01")),
        ("2026-12-31", "in a month", By, None, Some("2027-01-31")),
        ("2026-12-31", "end of month", By, None, Some("2026-12-31")),
        ("2028-02-03", "end of month", By, None, Some("2028-02-29")),
        ("2026-02-03", "end of month", By, None, Some("2026-02-28")),
        ("2026-12-30", "next week", Window, Some("2027-01-04"), Some("2027-01-10")),
        ("2028-02-28", "tomorrow", By, None, Some("2028-02-29")),
        ("2027-05-01", "by 29 February", By, None, Some("2028-02-29")),
        // Sunday: the week has not ended yet, so next week is the one that begins tomorrow.
        ("2026-03-08", "next week", Window, Some("2026-03-09"), Some("2026-03-15")),
        ("2026-03-08", "next Friday", By, None, Some("2026-03-13")),
        ("2026-03-08", "Sunday", By, None, Some("2026-03-15")),
    ];
    for (base, words, kind, from, date) in table {
        assert_eq!(due(words, base), Some((*kind, from.map(day), date.map(day))), "{words} on {base}");
    }
}

#[test]
fn what_is_unclear_stays_words() {
    let unread = [
        "",
        "by",
        "on",
        "soon",
        "next month",
        "by next week",
        "until next week",
        "in a while",
        "in a week or two",
        "Monday or Tuesday",
        "on Mondays",
        "Monday morning",
        "12/3",
        "by 12.3.",
        "in weeks",
        "on 2026-02-30",
        "by 31 April",
        "on 2026-3-12",
        "+d",
        "+10",
        "+10x",
        "in 1000 days",
        "in -1 days",
        "by the 12th",
        "by by Friday",
        "from in a week",
        "by 29 February",
        "then",
        "after the holidays",
        "nächste Woche",
        "明日",
    ];
    for words in unread {
        assert_eq!(read(words, day("2025-03-04"), Weekday::Mon), None, "{words:?}");
    }
}

#[test]
fn every_weekday_as_the_base() {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    for offset in 0..800_u64 {
        let base = day("2027-12-20") + Days::new(offset);
        for (week_start, weeks_first) in
            [(Weekday::Mon, "Monday"), (Weekday::Sun, "Sunday"), (Weekday::Sat, "Saturday")]
        {
            let week = read("next week", base, week_start).unwrap();
            let (first, last) = (week.from.unwrap(), week.date.unwrap());
            assert_eq!(NAMES[first.weekday().num_days_from_monday() as usize], weeks_first);
            assert_eq!((last - first).num_days(), 6);
            assert!((1..=7).contains(&(first - base).num_days()), "{base}");
            for name in NAMES {
                let plain = read(name, base, week_start).unwrap().date.unwrap();
                let this = read(&format!("this {name}"), base, week_start).unwrap().date.unwrap();
                let next = read(&format!("next {name}"), base, week_start).unwrap().date.unwrap();
                assert!((1..=7).contains(&(plain - base).num_days()));
                assert!((0..=6).contains(&(this - base).num_days()));
                assert!(first <= next && next <= last);
                for date in [plain, this, next] {
                    assert_eq!(NAMES[date.weekday().num_days_from_monday() as usize], name);
                }
            }
        }
    }
}

#[test]
fn an_action_gives_up_its_last_words_only() {
    let table = [
        ("Finalise the course in a week's time", "Finalise the course", "in a week's time", DueKind::By),
        ("Start the free courses from tomorrow", "Start the free courses", "from tomorrow", DueKind::StartOn),
        ("Connect with mentors next week", "Connect with mentors", "next week", DueKind::Window),
        ("email Mr. X by Friday.", "email Mr. X", "by Friday", DueKind::By),
        ("email Mr. X (by Friday)", "email Mr. X", "by Friday", DueKind::By),
        ("Call Ana, tomorrow", "Call Ana", "tomorrow", DueKind::By),
        ("Call Ana this Friday", "Call Ana", "this Friday", DueKind::By),
        ("Decide on Friday", "Decide", "on Friday", DueKind::On),
        ("Report end of month", "Report", "end of month", DueKind::By),
        ("Ask again +10d", "Ask again", "+10d", DueKind::By),
        ("Plan the week by Friday", "Plan the week", "by Friday", DueKind::By),
        ("Talk to Bo the day after tomorrow", "Talk to Bo", "the day after tomorrow", DueKind::By),
        ("Écrire à Zoë by 12 March", "Écrire à Zoë", "by 12 March", DueKind::By),
    ];
    for (line, what, words, kind) in table {
        let (left, due) = split_action(line, day("2026-03-04"), Weekday::Mon);
        assert_eq!((left.as_str(), due.text.as_deref(), due.kind), (what, Some(words), kind), "{line}");
        assert!(due.read_from_words);
    }
}

#[test]
fn a_line_that_is_less_clear_keeps_all_its_words() {
    let lines = [
        "",
        "tomorrow",
        "by Friday",
        "Prepare for Friday",
        "Not before tomorrow",
        "Walk every Friday",
        "Be there between Monday and Friday",
        "Work from Monday to Friday",
        "Walk on Monday or Tuesday",
        "Finish by next week",
        "Start a week from tomorrow",
        "Meet a week on Friday",
        "Tomorrow call Ana",
        "Call Ana tomorrow morning",
        "Watch the sun",
        "Write down what I learned today",
        "Read the report 2026-03-02",
        "Take a walk",
        "Run from 12 March until 14 March",
        "Call Ana Tuesday, Friday",
        "no later than Friday",
        "Wait until",
        "— tomorrow",
        "Think about last Friday",
    ];
    for line in lines {
        let (what, due) = split_action(line, day("2026-03-04"), Weekday::Mon);
        assert_eq!((what.as_str(), &due), (line, &Due::none()), "{line}");
    }
}

#[test]
fn overdue_after_the_last_day_only() {
    let dated = |words| read(words, day("2026-03-04"), Weekday::Mon).unwrap();
    for (words, last) in [("by Friday", "2026-03-06"), ("on Friday", "2026-03-06"), ("next week", "2026-03-15")] {
        assert!(!is_overdue(&dated(words), day(last)), "{words}");
        assert!(is_overdue(&dated(words), day(last).succ_opt().unwrap()), "{words}");
    }
    assert!(!is_overdue(&dated("from tomorrow"), day("2030-01-01")));
    assert!(!is_overdue(&Due::none(), day("2030-01-01")));
    let ongoing = Due { kind: DueKind::Ongoing, date: Some(day("2026-03-05")), ..Due::none() };
    assert!(!is_overdue(&ongoing, day("2030-01-01")));
}

#[test]
fn no_line_and_no_day_makes_it_fall_over() {
    let parts = [
        "by",
        "on",
        "from",
        "until",
        "in",
        "a",
        "week",
        "week's",
        "time",
        "next",
        "this",
        "Friday",
        "sun",
        "+10d",
        "+999m",
        "999",
        "months",
        "12",
        "March",
        "2026",
        "2026-02-30",
        "end",
        "of",
        "the",
        "month",
        "tomorrow",
        "day",
        "after",
        "İ",
        "ß",
        "שלום",
        "👩‍👩‍👧",
        "’",
        "(",
        ")",
        "\u{a0}",
        "\t",
        "-",
        "9999-12-31",
        "29",
        "February",
        "x",
    ];
    let bases = [
        NaiveDate::MAX,
        NaiveDate::MAX.pred_opt().unwrap(),
        NaiveDate::MAX - Days::new(40),
        NaiveDate::MIN,
        day("2026-03-04"),
        day("2028-02-29"),
    ];
    let mut state = 11_u64;
    let mut pick = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for round in 0..30_000 {
        let glue = ["", " ", " ", "  "];
        let line: String = (0..pick(9)).map(|_| format!("{}{}", parts[pick(parts.len())], glue[pick(4)])).collect();
        let base = bases[round % bases.len()];
        let week_start = Weekday::try_from(u8::try_from(pick(7)).unwrap()).unwrap();
        let _ = read(&line, base, week_start);
        let (what, due) = split_action(&line, base, week_start);
        assert!(line.contains(&what), "{line:?}");
        assert!(due.text.as_ref().is_none_or(|words| line.contains(words)), "{line:?}");
        assert_eq!(due.read_from_words, due.from.is_some() || due.date.is_some());
    }
}
