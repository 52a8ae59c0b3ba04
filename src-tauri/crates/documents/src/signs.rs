//! Which typed characters may reach a paper at all.

/// What is printed for a typed character: tabs become spaces, every kind of line end one, and signs that only command
/// vanish. Among them are those that turn the direction of the words around them: with one in a name, the name could
/// change how its neighbours read. Joiners stay, which many scripts need, and so does the mark of a direction, which
/// reaches no further than itself.
pub(crate) fn printable(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => None,
        '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' => None,
        c if c.is_control() || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) => None,
        c => Some(c),
    }
}

/// Words for a line of the file's properties: what is printable, on one line.
pub(crate) fn on_one_line(words: &str) -> String {
    words.chars().filter_map(printable).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_vanish_and_letters_stay() {
        let odd = "a\u{202e}b\u{2066}c\u{2069}\u{7}\u{0}d\u{fffe}\te\u{2028}f\u{10ffff}";
        assert_eq!(odd.chars().filter_map(printable).collect::<String>(), "abcd e\nf");
        assert_eq!(on_one_line("a\nb\u{202d}"), "a b");
        let needed = "क्\u{200d}ष نمی\u{200c}خواهم 👩\u{200d}👧 \u{200f}(א) soft\u{ad}hyphen";
        assert_eq!(needed.chars().filter_map(printable).collect::<String>(), needed);
    }
}
