//! Suggesting a passphrase and judging one.

use zeroize::Zeroizing;
use zxcvbn::matching::patterns::MatchPattern;

use crate::error::VaultError;
use crate::keys::Passphrase;

/// Words to draw from, our own list: short, distinct, inoffensive. 1,513 words give 10.56 bits each.
const WORDS: &str = include_str!("phrase/words.txt");
/// Sayings that many words do not make safe: every cracking list has them.
const FAMOUS: &str = include_str!("phrase/famous.txt");
/// Words of a suggestion: 5 × 10.56 = 52.8 bits even for someone who has the list.
const SUGGESTED_WORDS: usize = 5;
/// log10 of the guesses a phrase must withstand; `research/security.md` G2 (zxcvbn's own score 4 starts at 10).
pub const STRONG_LOG10: f64 = 12.0;

/// What is thought of a passphrase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhraseStrength {
    /// Decimal logarithm of the guesses it would take; 0 for an empty phrase.
    pub guesses_log10: f64,
    /// Whether Coachbook accepts it: at least [`STRONG_LOG10`].
    pub strong: bool,
    /// One plain English sentence for the coach.
    pub advice: &'static str,
}

/// Words of a password for one paper, and the letters it may have: some readers of PDF take no more than 32.
const PAPER_WORDS: usize = 4;
const PAPER_LETTERS: usize = 32;

/// Four random words to say over the telephone, for a paper that leaves the book.
///
/// # Errors
/// [`VaultError::Storage`] when the system has no randomness to give.
pub fn suggest_paper_password() -> Result<Zeroizing<String>, VaultError> {
    loop {
        let password = drawn(PAPER_WORDS)?;
        if password.len() <= PAPER_LETTERS {
            return Ok(password);
        }
    }
}

/// So many random words with spaces between them.
fn drawn(count: usize) -> Result<Zeroizing<String>, VaultError> {
    let words: Vec<&str> = WORDS.lines().collect();
    let mut phrase = Zeroizing::new(String::with_capacity(count * 12));
    for at in 0..count {
        if at > 0 {
            phrase.push(' ');
        }
        phrase.push_str(words.get(random_below(words.len())?).copied().unwrap_or_default());
    }
    Ok(phrase)
}

/// Five random words with spaces between them, judged strong.
///
/// # Errors
/// [`VaultError::Storage`] when the system has no randomness to give.
pub fn suggest_phrase() -> Result<Zeroizing<String>, VaultError> {
    loop {
        let phrase = drawn(SUGGESTED_WORDS)?;
        // Five times the same short word would be a fair draw and a bad phrase.
        if judge_phrase(&phrase, &[]).strong {
            return Ok(phrase);
        }
    }
}

/// A number below `bound`, every one equally likely: draws that would favour the low ones are thrown away.
fn random_below(bound: usize) -> Result<usize, VaultError> {
    let bound = u32::try_from(bound).unwrap_or(u32::MAX).max(1);
    let fair = u32::MAX - u32::MAX % bound;
    loop {
        let drawn = getrandom::u32().map_err(|_| VaultError::Storage(-2))?;
        if drawn < fair {
            return Ok(usize::try_from(drawn % bound).unwrap_or(0));
        }
    }
}

/// Judges a phrase. `hints` are words an acquaintance would try first: the coach's name, the book's name.
#[must_use]
pub fn judge_phrase(phrase: &str, hints: &[&str]) -> PhraseStrength {
    let phrase = Passphrase::new(phrase);
    let text = phrase.as_str();
    let plain = letters_only(text);
    let unfamous = without_famous(&plain);
    let mut inputs = vec!["coachbook", "coach", "coaching", "client", "session", "goal", "reality", "options"];
    inputs.extend(hints.iter().flat_map(|hint| hint.split_whitespace()));
    inputs.extend(hints);
    let judged = zxcvbn::zxcvbn(text, &inputs);
    // What is left when a saying is taken out must carry the strength by itself.
    let left = if unfamous.len() < plain.len() { guesses(&zxcvbn::zxcvbn(&unfamous, &inputs)) } else { f64::MAX };
    // zxcvbn counts each space as a letter to be guessed, which a row of names and numbers should not profit from.
    let joined: Zeroizing<String> = Zeroizing::new(text.split(' ').collect());
    let guesses_log10 = guesses(&judged).min(guesses(&zxcvbn::zxcvbn(&joined, &inputs))).min(left);
    let strong = guesses_log10 >= STRONG_LOG10;
    let advice = match (strong, unfamous.len() < plain.len()) {
        (true, _) => "Strong: guessing this would take far longer than a lifetime.",
        (false, true) => "This is a saying many people know; take words that do not belong together.",
        (false, false) => advice_for(text, judged.sequence()),
    };
    PhraseStrength { guesses_log10, strong, advice }
}

/// log10 of the guesses, without the 10^4 zxcvbn grants for each further piece however small: with it any four
/// pieces reach 12 ("michael jordan 23" did), which is about ordering guesses and not about their number.
fn guesses(judged: &zxcvbn::Entropy) -> f64 {
    let pieces = judged.sequence();
    let product: f64 = pieces.iter().map(|piece| (piece.guesses.unwrap_or(1).max(1) as f64).log10()).sum();
    let orders: f64 = (1..=pieces.len()).map(|n| (n as f64).log10()).sum();
    (product + orders).min(judged.guesses_log10()).max(0.0)
}

fn letters_only(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect())
}

/// The letters that are left when well-known sayings are taken out.
fn without_famous(plain: &str) -> Zeroizing<String> {
    let mut left = Zeroizing::new(plain.to_owned());
    for saying in FAMOUS.lines() {
        let saying: String = saying.split(' ').collect();
        // Two short words are a saying only when they are everything.
        let taken = if saying.len() < 12 && plain != saying { None } else { left.find(&saying) };
        if taken.is_some() {
            left = Zeroizing::new(left.replace(&saying, ""));
        }
    }
    left
}

fn advice_for(text: &str, sequence: &[zxcvbn::Match]) -> &'static str {
    let has = |wanted: fn(&MatchPattern) -> bool| sequence.iter().any(|part| wanted(&part.pattern));
    if text.is_empty() {
        "Type a phrase, or take the suggested words."
    } else if has(|p| matches!(p, MatchPattern::Repeat(_))) {
        "Repeating the same letters or words adds almost nothing; use different words."
    } else if has(|p| matches!(p, MatchPattern::Spatial(_) | MatchPattern::Sequence(_))) {
        "Rows of keys, letters or numbers are tried first; use words instead."
    } else if has(|p| matches!(p, MatchPattern::Date(_) | MatchPattern::Regex(_))) {
        "Dates and years are easy to guess; use words instead."
    } else if text.chars().count() < 16 {
        "Too short: four or five words that do not belong together are easier to remember and harder to guess."
    } else {
        "Add one or two more words that do not belong together."
    }
}

#[cfg(test)]
#[path = "phrase/tests.rs"]
mod tests;
