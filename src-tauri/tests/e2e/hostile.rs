//! Words that are written to be taken for code: shown as they were typed, on every screen, and nothing else happens.
//!
//! The words are put into the book without the window, 300 of them into lines and each kind of text in turn. They are
//! written for this test after the families of the known lists: tags with handlers, schemes, break-outs of attributes,
//! markup that changes when it is read twice, templates, styles, things that are fetched.

use crate::driver::{App, Home};
use crate::steps;
use coachbook_core::{
    ClientId, EngagementId, SessionId, Uid,
    book::CoachProfile,
    client::{ClientDraft, Person},
    engagement::EngagementDraft,
    note::{NoteDraft, Visibility},
    question::OwnQuestion,
    results::{Action, DevelopmentArea, FollowUp, Insight, Owner, Resource, Strength},
    session::SessionRow,
};
use coachbook_vault::{
    Argon2Cost, BookId, BookPlaces, Passphrase, RandomUids, StartFrom, SystemClock, UidSource, Vault,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

const PAYLOADS: &str = include_str!("hostile/payloads.txt");
const PHRASE: &str = "quiet lantern over seven invented rivers";
/// Lines of one session: as many as its page shows at once.
const LINES: usize = 50;

/// Sees what must not be: code that ran, elements nobody wrote, requests that left, rules that were broken.
const PROBE: &str = "
    const named = (css) => [...document.querySelectorAll(css)].map((found) => found.outerHTML.slice(0, 80));
    const handlers = [...document.querySelectorAll('*')].filter((found) => [...found.attributes].some(({ name }) => name.startsWith('on')));
    const away = performance.getEntriesByType('resource').map(({ name }) => name)
      .filter((name) => !name.startsWith(location.origin) && !name.startsWith('ipc:') && !name.startsWith('blob:'));
    return [
      ...('ran' in window ? ['code ran'] : []),
      ...named('iframe, object, embed, base, frame, portal, meta[http-equiv=refresh], script:not([src]), [href^=javascript], [src*=evil], [href*=evil], math, body body'),
      ...handlers.map((found) => found.outerHTML.slice(0, 80)),
      ...away, ...(window.brokenRules ?? []),
    ]";

/// What is on the screen, words in fields too.
const SHOWN: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.body.innerText, ...fields].join('\\n')";

fn payloads() -> Vec<&'static str> {
    PAYLOADS.lines().collect()
}

/// A book in which every kind of text is hostile. Returns the sessions.
fn hostile_book(home: &Home) -> Vec<SessionId> {
    let places = BookPlaces::new(home.data(), home.config());
    let book = places.create_book(BookId::from_bytes([5; 16]), "Practice", &Passphrase::new(PHRASE), Argon2Cost::FLOOR);
    let mut vault = Vault::new(book.expect("a book"), Box::new(SystemClock), Box::new(RandomUids));
    let words = payloads();
    let (client, engagement) = people(&mut vault, &words);
    let mut sessions = Vec::new();
    for lines in words.chunks(LINES) {
        let session = vault.sessions().start(StartFrom::Engagement(engagement), chrono_tz::Tz::UTC, 60);
        let session = session.expect("a session").session.id;
        for line in lines {
            let uid: Uid = RandomUids.next();
            let draft = NoteDraft { visibility: Visibility::Shared, ..NoteDraft::plain(line, "R", None) };
            vault.notes().keep(session, &uid, &draft, None, None).expect("a line");
        }
        for row in rows(lines) {
            vault.sessions().save_row(session, &row).expect("a row beside the lines");
        }
        vault.sessions().set_for_next_time(session, Some(lines[0])).expect("words for next time");
        vault.sessions().set_reflection(session, Some(lines[1])).expect("a reflection");
        vault.sessions().end(session).expect("an end");
        sessions.push(session);
    }
    assert_eq!(client, ClientId(1));
    vault.into_book().lock().1.expect("the book is closed");
    sessions
}

fn people(vault: &mut Vault, words: &[&str]) -> (ClientId, EngagementId) {
    let said = |nth: usize| Some(words[nth].to_owned());
    let coach = CoachProfile {
        legal_name: words[0].to_owned(),
        business_name: said(1),
        address: said(2),
        email: said(3),
        phone: said(4),
        website: said(5),
    };
    vault.practice().save_coach(&coach).expect("a coach");
    vault.practice().save_practice_answer("law", words[6]).expect("an answer");
    let question = OwnQuestion { phase: "R".to_owned(), intent: "own".to_owned(), text: words[7].to_owned() };
    vault.questions().save_own(None, &question).expect("a question");
    let draft = ClientDraft {
        legal_name: said(9),
        preferred_name: said(10),
        pronouns: said(11),
        email: said(12),
        phone: said(13),
        address: said(14),
        role_title: said(15),
        role_now: said(16),
        background: said(17),
        sector: said(18),
        organisation: said(19),
        call_link: said(20),
        ..ClientDraft::named(words[8])
    };
    let client = vault.clients().save(None, None, &draft).expect("a client").id;
    let draft = EngagementDraft {
        title: said(21),
        scope: said(22),
        cadence: said(23),
        fee_text: said(24),
        sponsor: said(25),
        sponsor_contact: said(26),
        ..EngagementDraft::default()
    };
    (client, vault.engagements().save(client, None, None, &draft).expect("an engagement").id)
}

/// Every kind of row that stands beside the lines.
fn rows(words: &[&str]) -> Vec<SessionRow> {
    let said = |nth: usize| Some(words[nth % words.len()].to_owned());
    let action =
        Action { wording: said(2), support: said(3), success_sign: said(4), obstacle: said(5), ..Action::of(words[1]) };
    let next = FollowUp {
        id: None,
        owner: Owner::Coach,
        what: words[9].to_owned(),
        due_date: None,
        done: false,
        visibility: Visibility::Shared,
    };
    vec![
        SessionRow::Action(action),
        SessionRow::Insight(Insight { in_client_words: true, ..Insight::of(words[6]) }),
        SessionRow::Strength(Strength::of(words[7])),
        SessionRow::Resource(Resource::of(words[8])),
        SessionRow::Skill(DevelopmentArea::of(words[10])),
        SessionRow::FollowUp(next),
        SessionRow::Person(Person { id: None, alias: words[11].to_owned(), relation: said(12) }),
    ]
}

/// Goes to a page, waits until it is drawn, and looks.
#[track_caller]
fn look_at(app: &App, hash: &str, shown: &mut String) {
    app.execute(&format!("location.hash = '{hash}'"));
    std::thread::sleep(Duration::from_millis(900));
    let found = app.execute(PROBE);
    assert_eq!(found, json!([]), "on {hash}");
    shown.push_str(app.execute(SHOWN).as_str().unwrap_or_default());
    shown.push('\n');
}

#[test]
fn hostile_words_are_words_on_every_screen() {
    let home = Home::new();
    let sessions = hostile_book(&home);
    let app = App::start(&home);
    app.execute("window.brokenRules = []; document.addEventListener('securitypolicyviolation', (event) => window.brokenRules.push(event.violatedDirective + ' ' + event.blockedURI))");
    steps::unlock(&app, PHRASE);
    app.find("heading", "Today").wait();
    let mut shown = String::new();
    for hash in [
        "#/",
        "#/clients",
        "#/client/1/overview",
        "#/client/1/sessions",
        "#/client/1/plan",
        "#/client/1/papers",
        "#/client/1/privacy",
        "#/agreement/1",
        "#/access/1",
        "#/sponsor/1",
        "#/settings",
        "#/settings/questions",
        "#/templates",
        "#/practice-papers",
        "#/recovery",
        "#/paper/coaching_plan/1",
        "#/paper/privacy_notice",
    ] {
        look_at(&app, hash, &mut shown);
    }
    for SessionId(id) in &sessions {
        look_at(&app, &format!("#/session/{id}"), &mut shown);
        look_at(&app, &format!("#/session/{id}/wrap-up"), &mut shown);
        look_at(&app, &format!("#/paper/session_summary/{id}"), &mut shown);
    }
    everything(&app, &mut shown);
    let missing: BTreeSet<&str> = payloads().into_iter().filter(|words| !shown.contains(words)).collect();
    assert_eq!(missing, BTreeSet::new(), "not shown as they were typed");
    assert!(app.window_titles().iter().all(|title| !title.contains("ran")), "{:?}", app.window_titles());
}

/// The list that is searched.
fn everything(app: &App, shown: &mut String) {
    app.execute("location.hash = '#/'");
    app.find("heading", "Today").wait();
    app.keys("{Ctrl+k}<img");
    std::thread::sleep(Duration::from_millis(900));
    assert_eq!(app.execute(PROBE), json!([]), "in the list of everything");
    shown.push_str(app.execute(SHOWN).as_str().unwrap_or_default());
}

#[test]
fn the_probe_sees_what_it_looks_for() {
    let home = Home::new();
    let app = App::start(&home);
    app.button("Start my book").wait();
    assert_eq!(app.execute(PROBE), json!([]));
    let made = "const made = document.createElement('iframe'); document.body.append(made, document.createElement('object')); window.ran = 1";
    app.execute(made);
    assert_eq!(app.execute(PROBE).as_array().map(Vec::len), Some(3), "{}", app.execute(PROBE));
}

/// What the window's policy does, as the web view of this system keeps it.
#[test]
fn the_policy_is_kept_by_the_web_view() {
    let home = Home::new();
    let app = App::start(&home);
    app.button("Start my book").wait();
    let tries = app.execute_async(
        "const done = arguments[0], answers = {};
         const told = (name, act) => { try { act(); answers[name] = 'done'; } catch (error) { answers[name] = error.name; } };
         answers.trustedTypes = typeof window.trustedTypes;
         told('markup', () => { document.createElement('div').innerHTML = '<b>x</b>'; });
         told('policy', () => window.trustedTypes?.createPolicy('other', { createHTML: (text) => text }));
         told('frozen', () => { 'use strict'; Object.prototype.polluted = 1; });
         answers.polluted = 'polluted' in {};
         const script = document.createElement('script');
         told('script', () => { script.textContent = 'window.ran = 1'; document.body.append(script); });
         const style = document.createElement('style');
         style.textContent = 'body { outline: 7px solid red }';
         document.body.append(style);
         const picture = new Image(), seen = new Promise((on) => { picture.onload = () => on('done'); picture.onerror = () => on('refused'); });
         picture.src = 'http://127.0.0.1:9/x.png';
         (async () => {
           answers.fetch = await fetch('http://127.0.0.1:9/').then(() => 'done', (error) => error.name);
           answers.picture = await seen;
           answers.ran = 'ran' in window;
           answers.style = getComputedStyle(document.body).outlineWidth;
           done(answers);
         })()",
    );
    let is = |name: &str, wanted: Value| assert_eq!(tries[name], wanted, "{name} in {tries:#}");
    is("trustedTypes", json!("object"));
    is("markup", json!("TypeError"));
    is("policy", json!("TypeError"));
    is("polluted", json!(false));
    is("fetch", json!("TypeError"));
    is("picture", json!("refused"));
    is("ran", json!(false));
    assert_ne!(tries["style"], json!("7px"), "a style of nobody's was used");
}
