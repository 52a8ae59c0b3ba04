//! What in a letterhead can be followed: an e-mail address or a website, and nothing that only looks like one.

/// The address behind a line, if the whole line is one. Only plain ASCII and only mail and web: a line of a letterhead
/// can start no program.
pub(crate) fn uri_of(line: &str) -> Option<String> {
    let line = line.trim();
    if !line.chars().all(|c| c.is_ascii_graphic() && !"<>\"\\^`{|}()".contains(c)) {
        return None;
    }
    if let Some((person, host)) = line.split_once('@') {
        return (!person.is_empty() && !person.contains([':', '/', '?', '%', '&']) && is_host(host))
            .then(|| format!("mailto:{line}"));
    }
    let (scheme, rest) = line.split_once("://").unwrap_or(("https", line));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    (is_web && is_host(host)).then(|| format!("{}://{rest}", scheme.to_ascii_lowercase()))
}

/// Words joined by dots of which the last is letters only: no number, no abbreviation.
fn is_host(host: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(is_word)
        && last.len() >= 2
        && last.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::uri_of;

    #[test]
    fn addresses_are_followed_and_nothing_else() {
        for (line, uri) in [
            ("zofia@stillwater.example", "mailto:zofia@stillwater.example"),
            (" stillwater.example ", "https://stillwater.example"),
            ("www.stillwater.example/pl?a=1", "https://www.stillwater.example/pl?a=1"),
            ("HTTP://stillwater.example", "http://stillwater.example"),
        ] {
            assert_eq!(uri_of(line).as_deref(), Some(uri));
        }
        for line in [
            "",
            "+48 00 000 00 00",
            "00-000",
            "7.5",
            "ul. Zmyślona 7",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "javascript://stillwater.example",
            "a@b",
            "@stillwater.example",
            "a@b@stillwater.example",
            "a?cc=x@stillwater.example",
            "stillwater..example",
            "żółw.example",
            "smb://stillwater.example",
        ] {
            assert_eq!(uri_of(line), None, "{line}");
        }
    }
}
