//! What the writing line promises: it never moves, it always has the caret, and the page around it fits every window.

use crate::driver::{App, Home, Theme};
use crate::steps;
use serde_json::Value;

/// The sides of the writing line's field, in pixels: left, top, bottom.
fn sides(app: &App) -> [f64; 3] {
    let [x, y, _, height] = app.field("Writing line").place();
    [x, y, y + height]
}

/// A session with a client that has just begun; the caret stands in the line.
fn writing(home: &Home, client: &str) -> App {
    let app = App::start(home);
    app.resize(1280, 720);
    steps::start_my_book(&app);
    steps::add_client(&app, client);
    steps::start_writing(&app);
    app
}

#[test]
fn the_line_stays_where_it_is_whatever_is_done() {
    let home = Home::new();
    let app = writing(&home, "Mira Holm");
    let still = sides(&app);
    let stays = |what: &str| assert_eq!(sides(&app), still, "the line moved: {what}");
    for (what, keys) in [
        ("phase", "{Ctrl+2}"),
        ("mark", "!"),
        ("mark given back", "{Backspace}{Backspace}"),
        ("half a line", "half a line"),
        ("kept", "{Enter}"),
        ("insight", "clear now{Ctrl+i}"),
        ("action", "write by tomorrow{Ctrl+Enter}"),
        ("what else", "{Ctrl+e}"),
        ("topic", "{Backspace}#a new topic{Enter}"),
        ("list of letters", "/"),
        ("letter", "x"),
        ("taken back", "{Ctrl+z}"),
        ("question", "?what supports that view{Enter}"),
        ("kind given back", "{Backspace}"),
        ("next topic", "{Ctrl+t}"),
        ("focus card", "{Ctrl+g}"),
        ("back", "{Esc}"),
        ("closing", "{Ctrl+5}"),
        ("back again", "{Esc}"),
        ("cover", "{Ctrl+Shift+h}"),
        ("uncovered", "{Ctrl+Shift+h}"),
    ] {
        app.keys(keys);
        stays(what);
    }
    steps::assert_caret_in_line(&app);
    grows_upward(&app, still);
}

/// From one line to six the bottom edge stays; a seventh scrolls.
fn grows_upward(app: &App, still: [f64; 3]) {
    let mut tops = vec![still[1]];
    for line in 2..=7 {
        app.keys("a{Shift+Enter}");
        let [left, top, bottom] = sides(app);
        assert_eq!([left, bottom], [still[0], still[2]], "line {line}: the bottom edge moved");
        tops.push(top);
    }
    assert!(tops[..6].windows(2).all(|pair| pair[1] < pair[0]), "the line does not grow upward: {tops:?}");
    assert_eq!(tops[5], tops[6], "a seventh line makes it grow further");
    app.keys("{Ctrl+a}{Delete}");
    assert_eq!(sides(app), still, "emptied, it is not where it was");
}

#[test]
fn one_esc_from_anywhere_returns_to_the_line_and_no_first_key_is_lost() {
    let home = Home::new();
    let app = writing(&home, "Mira Holm");
    watch_for_dialogs(&app);
    steps::keep_line(&app, "a first line");
    let elements = "[...document.querySelectorAll('.session button, .session a, .session input, .session [tabindex]')]\
                    .filter((each) => each.checkVisibility() && !each.disabled)";
    let count = app.execute(&format!("return {elements}.length")).as_u64().unwrap_or_default();
    assert!(count > 15, "only {count} controls were found");
    for nth in 0..count {
        app.execute(&format!("{elements}[{nth}]?.focus()"));
        app.keys("{Esc}");
        steps::assert_caret_in_line(&app);
    }
    for nth in 0..50 {
        // What the window's coming to the front does to the page; the switching itself belongs to the system.
        app.execute("document.activeElement.blur(); window.dispatchEvent(new Event('focus'))");
        app.keys("x");
        assert_eq!(app.field("Writing line").value().len(), nth + 1, "the first key after switch {nth} was lost");
    }
    app.keys("{Ctrl+a}{Delete}{Ctrl+0}{Esc}{Esc}{Ctrl+g}{Esc}{Ctrl+5}{Esc}");
    assert_eq!(app.execute("return window.dialogs"), Value::from(0), "a dialog was opened in a running session");
    app.execute("document.body.append(Object.assign(document.createElement('dialog'), { open: true }))");
    assert_ne!(app.execute("return window.dialogs"), Value::from(0), "control: a dialog goes unnoticed");
}

fn watch_for_dialogs(app: &App) {
    app.execute(
        "window.dialogs = document.querySelectorAll('dialog[open]').length;
         new MutationObserver(() => window.dialogs += document.querySelectorAll('dialog[open]').length)
           .observe(document.body, { subtree: true, childList: true, attributes: true });",
    );
}

#[test]
fn everything_is_found_by_name() {
    let home = Home::new();
    let app = App::start(&home);
    steps::start_my_book(&app);
    steps::add_client(&app, "Mira Holm");
    app.find("link", "Today").click();
    app.find("heading", "Today").wait();
    app.keys("{Ctrl+k}");
    steps::wait_caret(&app, "What would you like to do?");
    app.keys("hol{Enter}");
    app.find("heading", "Mira Holm").wait();
    steps::start_writing(&app);
    app.type_text("half a line");
    app.keys("{Ctrl+k}");
    steps::wait_caret(&app, "What would you like to do?");
    app.keys("real{Enter}");
    steps::assert_caret_in_line(&app);
    app.find("button", "Reality").wait();
    assert_eq!(app.field("Writing line").value(), "half a line");
    app.keys("{Enter}{Ctrl+k}clos{Enter}");
    app.find("heading", "Closing").wait();
}

#[test]
fn a_key_of_her_own_choice_counts_and_stays_after_a_restart() {
    let home = Home::new();
    let app = App::start(&home);
    let phrase = steps::start_my_book(&app);
    app.find("link", "Settings").click();
    app.button("Cover: Ctrl Shift H").click();
    app.keys("{Ctrl+l}");
    app.wait_text("belongs to the window or to the system");
    app.button("Cover: Ctrl Shift H").click();
    app.keys("{Ctrl+b}");
    app.button("Cover: Ctrl B").wait();
    app.quit();
    let app = App::start(&home);
    steps::unlock(&app, &phrase);
    steps::add_client(&app, "Mira Holm");
    steps::start_writing(&app);
    app.keys("{Ctrl+b}");
    app.wait_text("Ctrl+B uncovers");
    app.keys("{Ctrl+b}");
    app.wait_no_text("Ctrl+B uncovers");
    steps::assert_caret_in_line(&app);
}

#[test]
fn every_form_shows_four_lines_and_cuts_nothing_off_in_the_light() {
    every_form_fits(Theme::Light);
}

#[test]
fn every_form_shows_four_lines_and_cuts_nothing_off_in_the_dark() {
    every_form_fits(Theme::Dark);
}

fn every_form_fits(theme: Theme) {
    let home = Home::with_theme(theme);
    let app = writing(&home, "نور الهدى Abdurrahman-Kowalczykowska");
    app.keys("#the argument with the head of the department{Enter}#a second topic that has a long name too{Enter}");
    steps::keep_line(&app, "قالت إن الوقت كان قصيرا جدا");
    for nth in 0..12 {
        app.type_text(&format!("line {nth} of what she said"));
        app.keys(if nth % 4 == 3 { "{Ctrl+i}" } else { "{Enter}" });
    }
    // Window and text size; the strip is lower than any other form and shows one line.
    for (width, height, percent, lines) in [
        (1280, 720, 100, 4),
        (1280, 720, 200, 4),
        (760, 720, 100, 4),
        (760, 720, 200, 4),
        (640, 720, 100, 4),
        (640, 720, 200, 4),
        (480, 720, 100, 4),
        (640, 132, 100, 1),
    ] {
        app.resize(width, height);
        app.execute(&format!("document.documentElement.dataset.text = '{percent}'"));
        std::thread::sleep(std::time::Duration::from_millis(300));
        let form = format!("{width} × {height} at {percent} %");
        let seen = app.execute(LINES_IN_VIEW).as_u64().unwrap_or_default();
        assert!(seen >= lines, "{form}: {seen} lines of notes are in view");
        let cut = app.execute(CUT_OFF);
        assert_eq!(cut, Value::Array(Vec::new()), "{form}: this is cut off");
        app.assert_accessible(&form);
    }
    the_measures_object(&app);
}

/// The control: a button that stands outside and a stream without room are noticed.
fn the_measures_object(app: &App) {
    app.resize(1280, 720);
    app.execute(
        "const outside = document.createElement('button'); outside.textContent = 'outside';
         outside.style.cssText = 'position: fixed; left: -40px; width: 100px; height: 40px; top: 10px';
         document.querySelector('.session').append(outside);
         document.querySelector('.stream').style.cssText = 'flex: none; height: 10px; max-height: 10px';",
    );
    assert_eq!(app.execute(CUT_OFF), serde_json::json!(["outside stands outside"]));
    assert_eq!(app.execute(LINES_IN_VIEW).as_u64(), Some(0));
}

/// Lines of the stream whose whole box is inside it and the window; in the strip the last line stands in the bar.
const LINES_IN_VIEW: &str = "
    const stream = document.querySelector('.stream');
    if (!stream?.checkVisibility()) return document.querySelector('.status__last, .session__last')?.checkVisibility() ? 1 : 0;
    const box = stream.getBoundingClientRect();
    return [...stream.querySelectorAll('.note')].filter((note) => {
      const { top, bottom } = note.getBoundingClientRect();
      return top >= box.top - 1 && bottom <= Math.min(box.bottom, innerHeight) + 1;
    }).length;";

/// Controls that reach over the window's edge or whose words do not fit into them, and a page that scrolls.
const CUT_OFF: &str = "
    const out = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth + 1) out.push(`the page is ${page.scrollWidth} wide`);
    if (page.scrollHeight > innerHeight + 1) out.push(`the page is ${page.scrollHeight} high`);
    for (const each of document.querySelectorAll('.session button, .session select, .session textarea')) {
      if (!each.checkVisibility() || each.closest('[popover]:not(:popover-open), details:not([open])')) continue;
      const { left, right, top, bottom, width } = each.getBoundingClientRect();
      const name = each.getAttribute('aria-label') || each.textContent.trim();
      if (!width) continue;
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) out.push(`${name} stands outside`);
      const clipped = each.tagName === 'BUTTON' && each.scrollWidth > each.clientWidth + 1;
      if (clipped && getComputedStyle(each).textOverflow !== 'ellipsis') out.push(`${name} is cut`);
    }
    return out;";
