use std::collections::HashSet;

use super::*;

#[test]
fn the_word_list_is_long_distinct_and_easy_to_type() {
    let words: Vec<&str> = WORDS.lines().collect();
    assert!(words.len() >= 1024, "{}", words.len());
    assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len());
    assert!(words.iter().all(|w| (3..=10).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase())));
    // 50 bits even when the list is known.
    assert!((words.len() as f64).log2() * SUGGESTED_WORDS as f64 >= 50.0);
}

#[test]
fn suggestions_are_strong_and_differ() {
    let suggested: HashSet<String> = (0..200).map(|_| suggest_phrase().unwrap().to_string()).collect();
    assert_eq!(suggested.len(), 200);
    for phrase in &suggested {
        assert_eq!(phrase.split(' ').count(), SUGGESTED_WORDS);
        assert!(judge_phrase(phrase, &["Anna Berg"]).strong, "{phrase}");
    }
}

#[test]
fn the_draw_is_fair() {
    let mut seen = [0_u32; 7];
    for _ in 0..70_000 {
        seen[random_below(7).unwrap()] += 1;
    }
    // 10,000 each; six standard deviations are 556.
    assert!(seen.iter().all(|n| n.abs_diff(10_000) < 600), "{seen:?}");
}

#[test]
fn weak_phrases_are_refused() {
    let weak = include_str!("weak.txt");
    assert!(weak.lines().count() >= 60);
    let accepted: Vec<_> = weak
        .lines()
        .map(|phrase| (phrase, judge_phrase(phrase, &["Anna Berg", "Berg Coaching", "Leipzig"])))
        .filter(|(_, judged)| judged.strong || judged.advice.is_empty())
        .collect();
    assert!(accepted.is_empty(), "{accepted:?}");
}

#[test]
fn good_phrases_pass() {
    for phrase in ["lantern gravel otter sonnet plum", "vK9#qLz!7wTe2$mB", "mein Hund trägt heute blaue Gummistiefel"]
    {
        assert!(judge_phrase(phrase, &[]).strong, "{phrase}");
    }
}

#[test]
fn advice_names_the_reason() {
    assert!(judge_phrase("", &[]).advice.starts_with("Type"));
    assert!(judge_phrase("aaaaaaaaaaaaaaaa", &[]).advice.starts_with("Repeating"));
    assert!(judge_phrase("Correct Horse, Battery Staple!", &[]).advice.starts_with("This is a saying"));
    assert!(judge_phrase("kittens", &[]).advice.starts_with("Too short"));
}

#[test]
fn passwords_for_papers_are_four_words_that_every_reader_takes() {
    let drawn: HashSet<String> = (0..100).map(|_| suggest_paper_password().unwrap().to_string()).collect();
    assert_eq!(drawn.len(), 100, "none is drawn twice");
    assert!(drawn.iter().all(|password| password.split(' ').count() == PAPER_WORDS && password.len() <= PAPER_LETTERS));
}
