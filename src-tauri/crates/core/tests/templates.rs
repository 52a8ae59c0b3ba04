//! Templates: their fields, what is wrong in them, and what they become when they are filled.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::{
    agreement::Clause,
    book::CoachProfile,
    client::ClientDraft,
    engagement::EngagementDraft,
    gaps::{Part, Sources, Spoken, fill, parse},
    template::{
        Fault, Known, LONGEST_NAME, Merged, Template, TemplateKind, TemplatePart, Unfit, as_line, as_text, check,
        field, fields, merge, seen, starting,
    },
};

fn part(key: &str, body: &str) -> TemplatePart {
    TemplatePart { key: key.into(), heading: String::new(), body: body.into(), included: true }
}

fn template(kind: TemplateKind, parts: Vec<TemplatePart>) -> Template {
    Template { kind, name: "Mine".into(), language: "en".into(), parts }
}

fn opening(words: &str) -> Template {
    template(TemplateKind::OpeningScript, vec![part("words", words)])
}

fn clause(words: &str) -> Template {
    template(TemplateKind::Agreement, vec![part("own:1", words)])
}

/// The words each finding is about, and what is wrong with them.
fn found(template: &Template) -> Vec<(String, Fault)> {
    let of = |at: &coachbook_core::template::Finding| template.parts[at.part].body[at.at.clone()].to_owned();
    check(template).iter().map(|finding| (of(finding), finding.fault.clone())).collect()
}

fn unknown(nearest: Option<&'static str>) -> Fault {
    Fault::Unknown { nearest }
}

#[test]
fn a_slip_is_found_where_it_stands_with_what_was_meant() {
    for (words, at, fault) in [
        ("Dear {client.nmae},", "{client.nmae}", unknown(Some("client.name"))),
        ("é {Client.Name}", "{Client.Name}", unknown(Some("client.name"))),
        ("{ client name }", "{ client name }", unknown(Some("client.name"))),
        ("{coach.nane}", "{coach.nane}", unknown(Some("coach.name"))),
        ("{see the annex}", "{see the annex}", unknown(None)),
        ("{}", "{}", unknown(None)),
        ("{fee_text}", "{fee_text}", Fault::Misplaced),
        ("{paper.text}", "{paper.text}", Fault::Misplaced),
        ("{client.name", "{", Fault::Unclosed),
        ("{client.name\n}", "{", Fault::Unclosed),
        ("client.name}", "}", Fault::Unopened),
    ] {
        let all = found(&opening(words));
        assert_eq!(all.first(), Some(&(at.to_owned(), fault)), "{words:?}");
    }
    assert_eq!(found(&opening("{{client.name}")), [("{".to_owned(), Fault::Unclosed)]);
    assert_eq!(found(&opening("Good day, {client.name}. I am {coach.name}.")), []);
}

#[test]
fn in_an_agreement_a_key_of_her_own_is_a_gap_unless_it_looks_like_a_slip() {
    assert_eq!(found(&clause("We meet in {place}.")), []);
    assert_eq!(found(&opening("We meet in {place}.")), [("{place}".to_owned(), unknown(None))]);
    assert_eq!(found(&clause("{fee_txt}")), [("{fee_txt}".to_owned(), unknown(Some("fee_text")))]);
    assert_eq!(found(&clause("{session.date}")), [("{session.date}".to_owned(), Fault::Misplaced)]);
    assert_eq!(found(&clause("{My place}")), [("{My place}".to_owned(), unknown(None))]);
}

#[test]
fn empty_parts_are_told_where_nothing_stands_in_for_them() {
    for kind in TemplateKind::ALL {
        let parts = kind.part_keys().iter().map(|key| part(key, " \n ")).collect();
        let told = check(&template(*kind, parts)).iter().filter(|one| one.fault == Fault::Empty).count();
        assert_eq!(told, if kind.may_be_empty() { 0 } else { kind.part_keys().len() }, "{}", kind.key());
    }
    let mut left_out = clause("");
    assert_eq!(found(&left_out), [(String::new(), Fault::Empty)]);
    left_out.parts[0].included = false;
    assert_eq!(check(&left_out), [], "a clause that is left out is nobody's trouble");
    left_out.parts[0] = TemplatePart { heading: "For {client.name}".into(), ..part("own:1", "x") };
    assert_eq!(check(&left_out)[0].fault, Fault::InHeading);
    assert_eq!(check(&left_out)[0].at, 4..17);
}

#[test]
fn what_a_copy_begins_with_has_nothing_wrong_in_it() {
    for kind in TemplateKind::ALL {
        let begun = template(*kind, starting(*kind));
        assert_eq!(check(&begun), [], "{}", kind.key());
        assert_eq!(begun.clone().settled(), Ok(begun), "{}", kind.key());
    }
}

#[test]
fn every_field_has_a_name_a_sample_and_one_row() {
    for kind in TemplateKind::ALL {
        let all = fields(*kind);
        for (nth, one) in all.iter().enumerate() {
            assert!(!one.label.is_empty() && !one.example.is_empty(), "{}", one.key);
            assert!(!one.label.contains('_') && !one.label.contains('{'), "{}", one.key);
            assert!(all.iter().skip(nth + 1).all(|other| other.key != one.key), "{} stands twice", one.key);
            assert_eq!(field(one.key).as_ref(), Some(one));
        }
        assert!(all.iter().any(|one| one.key == "client.name") && all.iter().any(|one| one.key == "coach.name"));
    }
    assert_eq!(field("client.nmae"), None);
}

fn maria() -> CoachProfile {
    CoachProfile {
        legal_name: "Maria Keller".into(),
        address: Some("3 Linden Road\n\nBasel ".into()),
        ..Default::default()
    }
}

#[test]
fn known_values_are_filled_in_and_the_rest_stays_empty() {
    let (coach, client) = (maria(), ClientDraft::named("Ana Silva"));
    let known = Known { coach: Some(&coach), client: Some(&client), session_number: Some(4), ..Known::default() };
    let merged = merge("{client.name}, {coach.address}, no {session.number} on {session.date}.", &known);
    assert_eq!(as_text(&merged), "Ana, 3 Linden Road, Basel, no 4 on .");
    let empty: Vec<&str> = merged
        .iter()
        .filter_map(|piece| match piece {
            Merged::Field { label, value: None, .. } => Some(label.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(empty, ["Day of the session"]);
    let sample = Known { samples: Some(TemplateKind::SummaryWording), ..known };
    assert_eq!(
        as_text(&merge("{client.name} {session.date}", &sample)),
        "Ana 4 March 2026",
        "what is known comes first"
    );
    assert_eq!(as_text(&merge("{paper.text}{fee_text}", &sample)), "", "no sample where a field is never filled");
    assert_eq!(as_line(&merge("a\n {client.name} \t b", &sample)), "a Ana b");
}

#[test]
fn a_value_is_never_read_again() {
    let coach = maria();
    for name in ["{coach.name}", "{{coach.name}}", "}{coach.name}{", "{client.name}"] {
        let client = ClientDraft { preferred_name: Some(name.into()), ..ClientDraft::named("Ana") };
        let known = Known { coach: Some(&coach), client: Some(&client), ..Known::default() };
        assert_eq!(as_text(&merge("a {client.name} b", &known)), format!("a {name} b"));
        let clauses = [Clause::from(TemplatePart { included: true, ..part("own:1", "a {client.name} b") })];
        let engagement = EngagementDraft::default();
        let sheet = fill(
            &clauses,
            Sources {
                fills: &[],
                client: &client,
                engagement: &engagement,
                spoken: &Spoken::default(),
                coach: &coach,
                practice: &[],
            },
        );
        assert!(matches!(&sheet.clauses[0].parts[1], Part::Gap { value: Some(value), .. } if value == name));
    }
    // The control: the same words in the template are a field.
    let known = Known { coach: Some(&coach), ..Known::default() };
    assert_eq!(as_text(&merge("{coach.name}", &known)), "Maria Keller");
}

#[test]
fn only_what_is_a_template_can_be_kept() {
    let good = opening("Good day");
    assert_eq!(good.clone().settled(), Ok(good.clone()));
    let cases: [(&str, Template, Unfit); 12] = [
        ("no name", Template { name: " ".into(), ..good.clone() }, Unfit::Name),
        ("long name", Template { name: "n".repeat(LONGEST_NAME + 1), ..good.clone() }, Unfit::Name),
        ("name of two lines", Template { name: "a\nb".into(), ..good.clone() }, Unfit::Name),
        ("no language", Template { language: String::new(), ..good.clone() }, Unfit::Language),
        ("a path", Template { language: "../en".into(), ..good.clone() }, Unfit::Language),
        ("capitals", Template { language: "EN".into(), ..good.clone() }, Unfit::Language),
        ("foreign part", template(TemplateKind::Email, vec![part("words", "x")]), Unfit::Parts),
        ("missing part", template(TemplateKind::Email, vec![part("subject", "x")]), Unfit::Parts),
        ("no clause", template(TemplateKind::Agreement, vec![]), Unfit::Parts),
        (
            "a part left out",
            template(TemplateKind::OpeningScript, vec![TemplatePart { included: false, ..part("words", "x") }]),
            Unfit::Parts,
        ),
        (
            "the same clause",
            template(TemplateKind::Agreement, vec![part("own:1", "x"), part("own:1", "y")]),
            Unfit::Twice,
        ),
        ("a million letters", opening(&"x".repeat(1_000_000)), Unfit::TooLong),
    ];
    for (what, template, unfit) in cases {
        assert_eq!(template.settled(), Err(unfit), "{what}");
    }
    for tag in ["de", "pt-BR", "zh-Hant", "fil"] {
        assert!(Template { language: tag.into(), ..good.clone() }.fit().is_ok(), "{tag}");
    }
}

#[test]
fn hidden_signs_are_taken_out_when_she_writes_and_refused_when_they_come_from_outside() {
    let hidden = opening("a\u{0}b\u{202E}c\u{2066}d\r\ne\tf\u{FFFC}");
    assert_eq!(hidden.fit(), Err(Unfit::Hidden));
    assert_eq!(hidden.settled().unwrap().parts[0].body, "abcd\ne\tf");
    assert_eq!(seen("שלום \u{200F}a"), "שלום \u{200F}a", "a mark of direction is a letter's, and stays");
    let two_lines = template(TemplateKind::Email, vec![part("subject", "a\nBcc: b"), part("body", "x")]);
    assert_eq!(two_lines.fit(), Err(Unfit::Hidden));
    assert_eq!(two_lines.settled().unwrap().parts[0].body, "a Bcc: b");
}

/// Small and always the same: words thrown together from braces, keys and letters of several bytes.
fn thrown(seed: u64) -> String {
    const BITS: [&str; 16] = [
        "{",
        "}",
        "{{",
        "}}",
        "client.name",
        "coach.nam",
        "{paper.text}",
        "é",
        "𓀀",
        "\n",
        " ",
        ".",
        "_",
        "{}",
        "שם",
        "\u{0}",
    ];
    let mut state = seed;
    (0..24)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            BITS[(state >> 60) as usize]
        })
        .collect()
}

#[test]
fn no_words_stop_the_check_or_the_merge_and_every_place_is_a_place() {
    let (coach, client) = (maria(), ClientDraft::named("{coach.name} {"));
    let known = Known { coach: Some(&coach), client: Some(&client), ..Known::default() };
    for seed in 0..4_000 {
        let words = thrown(seed);
        for kind in TemplateKind::ALL {
            let template = template(*kind, vec![TemplatePart { heading: words.clone(), ..part("own:1", &words) }]);
            for finding in check(&template) {
                let (heading, body) = (words.get(finding.at.clone()), words.get(finding.at));
                assert!(heading.is_some() && body.is_some(), "{words:?}");
            }
        }
        let merged = merge(&words, &known);
        let fields = parse(&words).iter().filter(|piece| matches!(piece, coachbook_core::gaps::Piece::Gap(_))).count();
        let filled = merged.iter().filter(|piece| matches!(piece, Merged::Field { .. })).count();
        assert_eq!(fields, filled, "as many fields come out as went in: {words:?}");
        let text: String = merged
            .iter()
            .filter_map(|piece| if let Merged::Text(text) = piece { Some(text.as_str()) } else { None })
            .collect();
        let kept: String = parse(&words)
            .iter()
            .filter_map(|piece| if let coachbook_core::gaps::Piece::Text(text) = piece { Some(*text) } else { None })
            .collect();
        assert_eq!(text, kept, "the template's own words stay as they are");
    }
}
