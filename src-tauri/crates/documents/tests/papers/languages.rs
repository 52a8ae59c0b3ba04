//! Papers in every language they can speak: all of their fixed words, nothing left to fill in, days as they are written
//! there. Whoever is named is invented.

use std::collections::BTreeSet;

use coachbook_core::invoice::InvoiceKind;
use coachbook_core::protection::CopiesKept;
use coachbook_documents::papers::*;
use coachbook_documents::{Doc, Fonts, Labels, PageSize, PaperSetup, languages, placed_text, typeset};

use crate::people::*;

fn in_language(tag: &str) -> PaperSetup {
    PaperSetup { language: tag.to_owned(), ..setup(PageSize::A4) }
}

/// A summary whose words are of the language, too.
fn summary(tag: &str) -> SessionSummary {
    let labels = Labels::of(tag);
    let (name, insight, action) = match tag {
        "de" => ("Käthe Erfunden", "Eine Entscheidung, die ich behalte, lernt niemand.", "Die Schichtübergabe abgeben"),
        "fr" => ("Aurélie Inventée", "Une décision que je garde, personne ne l’apprend.", "Confier une décision"),
        "es" => ("Ana Inventada", "La decisión que guardo nadie la aprende.", "Delegar una decisión"),
        "pt" => ("Inês Inventada", "A decisão que guardo ninguém aprende.", "Delegar uma decisão"),
        "it" => ("Elena Inventata", "La decisione che tengo nessuno la impara.", "Delegare una decisione"),
        "nl" => ("Marijke Verzonnen", "Een besluit dat ik houd, leert niemand.", "Een besluit overdragen"),
        "pl" => ("Małgorzata Zmyślona", "Decyzji, którą zatrzymuję, nikt się nie uczy.", "Przekazać jedną decyzję"),
        "ar" => ("محمد الخيالي", "القرار الذي أحتفظ به لا يتعلمه أحد.", "تسليم قرار واحد إلى النائب"),
        "hi" => ("रितु काल्पनिक", "जो निर्णय मैं अपने पास रखता हूँ, उसे कोई नहीं सीखता।", "एक निर्णय सौंपना"),
        _ => ("Ada Invented", "A decision I keep is one nobody learns.", "Hand over one decision"),
    };
    SessionSummary {
        client_name: name.to_owned(),
        session_no: Some(3),
        sessions_planned: Some(8),
        held_on: day(2026, 3, 11),
        length_minutes: Some(50),
        delivery: Some(labels.by_video.to_owned()),
        key_insight: some(&labels.quoted(insight)),
        next_action_no: Some(1),
        topics: texts(&[action]),
        wanted: texts(&[action]),
        importance: texts(&[insight]),
        success_measures: texts(&[action]),
        insights: texts(&[insight, action]),
        strengths: texts(&[action]),
        already_works: texts(&[action]),
        actions: vec![
            Action {
                due: Due::By { date: day(2026, 3, 13), words: None },
                with_whom: some(name),
                ..self::action(1, action)
            },
            Action {
                due: Due::Window { from: day(2026, 3, 16), to: day(2026, 3, 22), words: None },
                ..self::action(2, action)
            },
            Action { due: Due::After { action_no: 1 }, sign_of_success: some(insight), ..self::action(3, action) },
        ],
        accountability: vec![Accountable { who: name.to_owned(), covers: vec![1, 2], how_often: None }],
        skills: texts(&[action]),
        measures: vec![Measure { measure: action.to_owned(), result: some(labels.met), own_words: some(insight) }],
        follow_up: texts(&[labels.will_write]),
        next_session: some(&labels.date(day(2026, 3, 25))),
        recording: texts(&[labels.was_recorded, labels.confidential_between]),
        ..SessionSummary::default()
    }
}

/// Every paper somebody else is given.
fn given(setup: &PaperSetup) -> Vec<(&'static str, Doc)> {
    let titled = |title: &str, paper: AgreementPaper| AgreementPaper { title: title.to_owned(), ..paper };
    let labels = setup.labels();
    let mut all = vec![
        ("agreement", agreement(&titled(labels.coaching_agreement, contract()), setup)),
        ("three", three_way_agreement(&crate::programmes::three(labels), setup)),
        ("consent", consent(&asked(), setup)),
        ("summary", session_summary(&summary(&setup.language), setup)),
        ("plan", action_plan(&plan(), setup)),
        ("development", coaching_plan(&crate::programmes::development(), setup)),
        ("closing", closing_report(&crate::programmes::closing(), setup)),
        ("sponsor", crate::programmes::sponsors(true, setup)),
        ("sponsor-draft", crate::programmes::sponsors(false, setup)),
        ("wheel", wheel_of_life("Ana Inventada", &crate::wheels::two_days(), setup)),
        ("access", access_export(&crate::accounts::asked_for(setup.labels()), setup)),
        ("invoice", invoice(&crate::accounts::bill(InvoiceKind::Invoice), setup).unwrap()),
        ("signatures", evidence_page(&crate::signatures::signed(labels), setup)),
        ("notice", privacy_notice(&crate::forms::privacy(setup.labels()), setup)),
        ("record-of-processing", processing_record(&crate::forms::privacy(setup.labels()), setup)),
        ("data-handling", data_handling(&crate::forms::handling(CopiesKept::Synced), setup)),
    ];
    all.extend(crate::forms::blanks(setup));
    all
}

/// Headings of the summary, in the order they stand on the paper.
fn headings(labels: &Labels) -> [&'static str; 12] {
    [
        labels.summary_title,
        labels.at_a_glance,
        labels.wanted_from_session,
        labels.why_it_matters,
        labels.became_clear,
        labels.build_on,
        labels.actions,
        labels.no_date_yet,
        labels.skills_to_build,
        labels.how_measures_stand,
        labels.next_session,
        labels.confidential,
    ]
}

/// Without marks of direction and without white space: a heading may stand on two lines.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'))
        .collect()
}

#[test]
fn a_summary_says_its_headings_in_each_language() {
    for language in languages() {
        let (setup, labels) = (in_language(language.tag), Labels::of(language.tag));
        let pdf = typeset(&session_summary(&summary(language.tag), &setup), &setup, &mut Fonts::bundled()).unwrap();
        assert_eq!(pdf.missing, [' '; 0], "{}: letters no face has", language.tag);
        let Some(text) = read_back(&format!("language-{}.pdf", language.tag), &pdf) else { return };
        let text = bare(&text);
        for heading in headings(labels) {
            assert!(text.contains(&bare(heading)), "{}: {heading} in {text}", language.tag);
        }
        for day in [labels.date(day(2026, 3, 11)), labels.date(day(2026, 3, 13)), labels.date(day(2026, 3, 16))] {
            assert!(text.contains(&bare(&day)), "{}: {day} in {text}", language.tag);
        }
        // *Actions* is French, too.
        let own = headings(labels);
        let english = headings(Labels::of("en"))
            .into_iter()
            .filter(|heading| text.contains(&bare(heading)) && (language.tag == "en" || !own.contains(heading)));
        assert_eq!(english.count() == 0, language.tag != "en", "{}: an English heading, and the control", language.tag);
    }
}

/// What the coach wrote herself in the papers of these tests, though a label says the same.
const HERS: &[&str] = &["The coach does", "The coach does not"];

/// English labels that are not of this language, too. Short ones may stand in what a coach wrote herself.
fn english_but_not(labels: &Labels) -> BTreeSet<&'static str> {
    let all = |labels: &Labels| Labels::KEYS.iter().filter_map(|key| labels.get(key)).collect::<BTreeSet<_>>();
    let own = all(labels);
    all(Labels::of("en"))
        .into_iter()
        .filter(|label| label.len() > 7 && !own.contains(label) && !HERS.contains(label))
        .collect()
}

#[test]
fn no_paper_leaves_a_label_in_english_or_a_gap_in_a_sentence() {
    let mut left = Vec::new();
    for language in languages() {
        let (setup, english) = (in_language(language.tag), english_but_not(Labels::of(language.tag)));
        for (name, doc) in given(&setup) {
            // The blank agreement prints clauses that are in English.
            if name == "blank-agreement" {
                continue;
            }
            let pdf = typeset(&doc, &setup, &mut Fonts::bundled()).unwrap();
            assert_eq!(pdf.missing, [' '; 0], "{}, {name}: letters no face has", language.tag);
            kept(&format!("{name}-{}.pdf", language.tag), &pdf.bytes);
            let placed = placed_text(&doc, &setup, &mut Fonts::bundled());
            assert!(!placed.contains(['{', '}']), "{}, {name}: something is not filled in", language.tag);
            let found = labels_of(&placed).into_iter().filter(|label| english.contains(label.as_str()));
            left.extend(found.map(|label| format!("{}, {name}: {label}", language.tag)));
        }
    }
    assert_eq!(left, [""; 0]);
    // The control: in the English papers the same labels are found.
    let setup = in_language("en");
    let english = english_but_not(Labels::of("de"));
    let placed: String = given(&setup).iter().map(|(_, doc)| placed_text(doc, &setup, &mut Fonts::bundled())).collect();
    let found = labels_of(&placed).into_iter().filter(|label| english.contains(label.as_str())).count();
    assert!(found > 100, "only {found} labels were looked at");
}

/// What each mark of a set paper says.
fn labels_of(placed: &str) -> BTreeSet<String> {
    placed.lines().map(|line| line.split_whitespace().skip(4).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn how_data_are_handled_is_one_page_in_every_language() {
    let mut fonts = Fonts::bundled();
    for language in languages() {
        let setup = in_language(language.tag);
        let placed =
            placed_text(&data_handling(&crate::forms::handling(CopiesKept::Synced), &setup), &setup, &mut fonts);
        assert!(!placed.contains("== page 2"), "{}", language.tag);
    }
}

#[test]
fn what_the_coach_alone_reads_stays_in_english_whole() {
    let setup = in_language("de");
    let log = hours_log(&crate::programmes::log(), &setup);
    assert_eq!(log, hours_log(&crate::programmes::log(), &in_language("en")));
    assert_eq!(log.mark, "Confidential");
    assert_eq!(crate::forms::envelope(&setup), crate::forms::envelope(&in_language("en")));
    let plans = [&setup, &in_language("en")].map(|setup| action_plan(&plan(), setup));
    assert_ne!(plans[0], plans[1], "control: the plan is translated");
}

#[test]
fn papers_in_german_and_arabic_stand_where_they_stood() {
    for tag in ["de", "ar"] {
        let setup = in_language(tag);
        let docs = [
            (
                "agreement",
                agreement(
                    &AgreementPaper { title: Labels::of(tag).coaching_agreement.to_owned(), ..contract() },
                    &setup,
                ),
            ),
            ("summary", session_summary(&summary(tag), &setup)),
            ("plan", action_plan(&ActionPlan { actions: summary(tag).actions, ..plan() }, &setup)),
        ];
        for (name, doc) in docs {
            crate::golden::check_on(&format!("{name}-{tag}-a4"), &doc, &setup);
        }
    }
}

#[test]
fn the_texts_for_an_e_mail_follow_the_language() {
    let setup = in_language("de");
    let text = session_summary_text(&summary("de"), &setup);
    for words in [
        "Zusammenfassung der Sitzung, 11. März 2026",
        "noch kein Termin, nach Schritt 1",
        "16. März 2026 bis 22. März 2026",
        "Käthe Erfunden für die Schritte 1, 2",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(action_plan_text(&plan(), &setup).starts_with("Schritteplan, 4. März 2026"));
}
