use super::*;
use crate::blocks::{Block, Inline, ParaStyle, Span};

const MASK: &str = "[another person]";

fn paper(blocks: Vec<Block>) -> Doc {
    let none = String::new;
    Doc { title: none(), author: none(), running_head: none(), mark: none(), watermark: None, behind: None, blocks }
}

fn words(text: &str, bold: bool) -> Inline {
    Inline::Words(Span { text: text.to_owned(), bold, ..Span::default() })
}

fn pieces(doc: &Doc) -> Vec<String> {
    let mut doc = doc.clone();
    let mut pieces = Vec::new();
    each_passage(&mut doc, &mut |passage| pieces.extend(passage.iter().map(|piece| (*piece).clone())));
    pieces
}

#[test]
fn a_name_half_in_bold_is_one_name() {
    let line = vec![words("ask Mr. ", false), words("X", true), words(" and Mr. X", false)];
    let doc = paper(vec![Block::Para(ParaStyle::Body, line)]);
    let names = Names::new(["Mr. X"], []);
    assert_eq!(places(&doc, &names).len(), 2);
    assert_eq!(pieces(&masked(&doc, &names, &[0], MASK)), ["ask [another person]", "", " and Mr. X"]);
    assert_eq!(pieces(&masked(&doc, &names, &[0, 1], MASK)).concat(), "ask [another person] and [another person]");
}

#[test]
fn what_is_shown_and_replaced_are_the_letters_that_stand_there() {
    let line = vec![words("met Jose", true), words("\u{301}\u{a0}Nu\u{ad}n\u{303}ez", false), words(" twice", false)];
    let doc = paper(vec![Block::Para(ParaStyle::Body, line)]);
    let names = Names::new(["José Núñez"], []);
    let found = places(&doc, &names);
    assert_eq!(
        found,
        [Place { before: "met ".into(), found: "Jose\u{301}\u{a0}Nu\u{ad}n\u{303}ez".into(), after: " twice".into() }]
    );
    assert_eq!(pieces(&masked(&doc, &names, &[0], MASK)), ["met [another person]", "", " twice"]);
}

/// A paper with a line each, its places, and what its text becomes.
fn beside(lines: &[&str], chosen: &[usize], text: &str) -> String {
    let line = |text: &&str| Block::Para(ParaStyle::Body, vec![words(text, false)]);
    let doc = paper(lines.iter().map(line).collect());
    let names = Names::new(["Eva", "Mr. X"], ["Ana"]);
    masked_beside(text, &names, &places(&doc, &names), chosen, MASK)
}

#[test]
fn text_beside_a_paper_is_masked_as_the_paper_is() {
    let lines = ["Mr. X listens", "write to Mr. X", "Mr. X"];
    let text = "Hello Ana,\n- Mr. X  listens\n1. write to MR.\u{a0}X | no date, with Mr. X\n";
    assert_eq!(beside(&lines, &[0, 1, 2], text), text.replace("Mr. X", MASK).replace("MR.\u{a0}X", MASK));
    assert_eq!(beside(&lines, &[], text), text, "all may stay");
    assert_eq!(
        beside(&lines, &[1, 2], text),
        text.replace("with Mr. X", &format!("with {MASK}")).replace("MR.\u{a0}X", MASK)
    );
    let alone = beside(&lines, &[0, 1], text);
    assert_eq!(
        alone,
        text.replace("Mr. X  l", &format!("{MASK}  l")).replace("MR.\u{a0}X", MASK),
        "the words around decide"
    );
}

#[test]
fn a_name_the_paper_does_not_have_is_masked_and_so_is_one_in_doubt() {
    assert_eq!(beside(&["Mr. X"], &[], "Mr. X and Eva"), format!("Mr. X and {MASK}"));
    assert_eq!(beside(&["met Eva", "met Eva"], &[0], "met Eva"), format!("met {MASK}"));
    assert_eq!(beside(&["met Eva", "met Eva"], &[], "met Eva"), "met Eva", "control");
    assert_eq!(beside(&["at Eva", "Eva be"], &[], "that Eva bends"), format!("that {MASK} bends"), "other words");
}

#[test]
fn what_is_shown_around_a_name_is_cut_between_words_and_says_so() {
    let around = |text: &str| {
        let doc = paper(vec![Block::Para(ParaStyle::Body, vec![words(text, false)])]);
        let place = places(&doc, &Names::new(["Eva", "王小明"], [])).remove(0);
        (place.before, place.after)
    };
    assert_eq!(around("met Eva there"), ("met ".into(), " there".into()));
    let (before, after) = around("whoever had listened to what was said by Eva knows that it was quite another matter");
    assert_eq!((before.as_str(), after.as_str()), ("…listened to what was said by ", " knows that it was quite…"));
    let long = "这里写下的人都是虚构的没有一个是真的也没有一个和谁有关系只是为了试一试";
    let (before, after) = around(&format!("{long}王小明{long}"));
    assert_eq!((before.chars().count(), after.chars().count()), (31, 31), "no blank to cut at");
    let text = "whoever had listened to what was said by Eva knows that it was quite another matter";
    assert_eq!(beside(&[text], &[], text), text, "the sign of the cut is no word");
    assert_eq!(beside(&[text], &[0], text), text.replace("Eva", MASK), "control");
}
