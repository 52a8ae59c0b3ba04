//! A second client, nothing like the first: three scripts in one name, a letter pasted as one note, forty promises.
//!
//! What a small fixture cannot show: words nobody foresaw, and more of them than fit on two pages.

use crate::driver::{App, Home, PATIENCE};
use crate::steps;
use coachbook_core::note::NoteKind;
use std::time::{Duration, Instant};

/// Polish, Arabic and Hindi, and a leaf. Nobody is called this.
const CLIENT: &str = "Żaneta Łęcka-Gżegżółka سلمى الحداد प्रिया शर्मा 🌿";

const TOPICS: [&str; 3] = ["Zażółcić gęślą jaźń", "الحديث مع المدير", "टीम से बातचीत 🌱"];

const ACTIONS: usize = 40;

#[test]
fn many_words_in_many_scripts() {
    let home = Home::new().set("TZ", "UTC");
    let app = App::start(&home);
    app.resize(1280, 960);
    let phrase = steps::start_my_book(&app);
    steps::add_client(&app, CLIENT);
    steps::start_writing(&app);
    for title in TOPICS {
        app.keys("#");
        app.type_text(title);
        app.keys("{Enter}");
        // The chip carries a short name, so the first word is what can be seen of it.
        app.wait_text(title.split(' ').next().unwrap_or_default());
    }
    let letter = letter();
    paste(&app, &letter);
    app.keys("{Enter}");
    steps::assert_caret_in_line(&app);
    assert_eq!(app.field("Writing line").value(), "", "the letter was not kept: it still stands in the writing line");
    for nth in 1..=ACTIONS {
        steps::keep_line(&app, &format!("> {} by Friday", promise(nth)));
    }
    app.button(&format!("{ACTIONS} actions")).wait();
    close(&app);
    the_summary_is_whole(&app);
    app.quit();
    everything_is_kept(&home, &phrase, &letter);
}

/// What the nth action says, in one of the scripts.
fn promise(nth: usize) -> String {
    let words = ["zadzwonić do źródła", "أكتب رسالة إلى سلمى", "प्रिया से बात करना", "walk ten minutes 🌿"];
    format!("{} {nth}", words[nth % words.len()])
}

/// Three thousand words, with lines in them that would be marks if someone typed them.
fn letter() -> String {
    let lines = [
        "> call them by Friday",
        "! nobody asked me",
        "= it is always so",
        "# the team",
        "प्रिया ने कहा",
        "سلمى لا توافق",
        "Żaneta myśli",
    ];
    let mut letter = String::from("> Dear coach, this begins like a mark.");
    let mut words = letter.split_whitespace().count();
    for at in 0.. {
        if words >= 3000 {
            break;
        }
        let line = format!("{} and then line {at} went on for a while as letters do 🌿", lines[at % lines.len()]);
        words += line.split_whitespace().count();
        letter.push('\n');
        letter.push_str(&line);
    }
    letter
}

/// Copies words out of another place on the screen and pastes them into the writing line, with the keys for it.
#[track_caller]
fn paste(app: &App, words: &str) {
    let quoted = serde_json::to_string(words).expect("words are quoted");
    // The other window she copies from.
    app.execute(&format!(
        "const page = document.createElement('textarea'); page.id = 'elsewhere'; page.value = {quoted};
         document.body.append(page); page.focus(); page.select()"
    ));
    app.keys("{Ctrl+c}");
    app.execute("document.getElementById('elsewhere').remove()");
    app.field("Writing line").click();
    app.keys("{Ctrl+v}");
    let begun = Instant::now();
    while app.field("Writing line").value() != words {
        let value = app.field("Writing line").value();
        assert!(
            begun.elapsed() < PATIENCE,
            "of {} characters pasted, {} stand in the writing line, from “{}”",
            words.chars().count(),
            value.chars().count(),
            value.chars().take(60).collect::<String>()
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[track_caller]
fn close(app: &App) {
    app.button("Close session").click();
    app.find("heading", "Closing").wait();
    app.button("End").click();
    app.wait_text("The session has ended.");
    app.button("Wrap up now").click();
    app.button("Finish").wait();
    app.wait_text("Page 3 of");
    app.button("Finish").click();
    app.button("Reopen").wait();
}

/// Every page is there to be looked at, and every character is on it.
#[track_caller]
fn the_summary_is_whole(app: &App) {
    app.button("Preview").click();
    app.find("heading", "Session summary").wait();
    app.wait_text("Page 3 of");
    let pages = steps::assert_pages_drawn(app);
    assert!(pages > 2, "forty actions stand on {pages} pages");
}

/// Opens the book without the app and compares.
#[track_caller]
fn everything_is_kept(home: &Home, phrase: &str, letter: &str) {
    let mut vault = steps::open_book(home, phrase);
    let clients = vault.clients().list().expect("clients are listed");
    assert_eq!(clients[0].client.fields.display_name, CLIENT, "the client’s name is not as it was typed");
    let sessions = vault.sessions().list_of_client(clients[0].client.id).expect("sessions are listed");
    let record = vault.sessions().get(sessions[0].id).expect("the session is read");
    let titles: Vec<_> = record.frame.topics.iter().map(|topic| topic.title.as_str()).collect();
    assert_eq!(titles, TOPICS, "the topics are not as they were typed");
    let plain: Vec<_> = record.notes.iter().filter(|note| note.fields.text.contains("Dear coach")).collect();
    assert_eq!(plain.len(), 1, "the letter became {} notes", plain.len());
    assert_eq!(plain[0].fields.text, letter, "the letter was changed on its way into the book");
    assert_eq!(plain[0].fields.kind, NoteKind::Plain, "the letter was read for marks");
    assert!(record.frame.insights.is_empty(), "an insight was made of a line of the letter");
    let kept: Vec<_> = record.frame.actions.iter().map(|action| action.what.clone()).collect();
    assert_eq!(kept, (1..=ACTIONS).map(promise).collect::<Vec<_>>(), "the actions are not as they were typed");
    let dated = record.frame.actions.iter().filter(|action| action.due.date.is_some()).count();
    assert_eq!(dated, ACTIONS, "not every “by Friday” was read as a day");
}
