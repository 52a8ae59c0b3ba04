//! Clients and the people they speak of.

use crate::{ClientId, PersonId, book::PaperSize, fold::folded, keyed::keyed_enum};

keyed_enum! {
    /// Where a client stands with the coach.
    ClientStatus {
        /// Has been spoken to, has not agreed to anything.
        Prospect = "prospect",
        /// Is being coached.
        Active = "active",
        /// Is taking a break.
        Paused = "paused",
        /// Has completed the work.
        Completed = "completed",
        /// Put away; nothing is deleted.
        Archived = "archived",
    }
}

/// What can be written about a client. A name or a code is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientDraft {
    /// Name or code as it stands in lists; never empty.
    pub display_name: String,
    /// Name as it stands in agreements.
    pub legal_name: Option<String>,
    /// Name the client uses, shown on screen during a session.
    pub preferred_name: Option<String>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// Language of their papers, a BCP 47 tag; none is the language of the book's papers.
    pub language: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Role, as "senior manager".
    pub role_title: Option<String>,
    /// What the role is now, as "pre-sales, client-facing".
    pub role_now: Option<String>,
    /// Professional background.
    pub background: Option<String>,
    /// Sector of work.
    pub sector: Option<String>,
    /// Employer or organisation, as text.
    pub organisation: Option<String>,
    /// Where the client and coach usually meet on line.
    pub call_link: Option<String>,
    /// Standing.
    pub status: ClientStatus,
    /// Whether this client's papers are set in large letters.
    pub large_print: bool,
    /// The sheet for this client's papers; none means the one in the settings.
    pub paper_size: Option<PaperSize>,
}

impl ClientDraft {
    /// Returns a draft with nothing but a name, an active client.
    pub fn named(display_name: &str) -> Self {
        Self {
            display_name: display_name.to_owned(),
            legal_name: None,
            preferred_name: None,
            pronouns: None,
            language: None,
            email: None,
            phone: None,
            address: None,
            role_title: None,
            role_now: None,
            background: None,
            sector: None,
            organisation: None,
            call_link: None,
            status: ClientStatus::Active,
            large_print: false,
            paper_size: None,
        }
    }

    /// Returns the name the client is called by: the one the client uses, else the first word of the display name.
    pub fn name_used(&self) -> &str {
        match &self.preferred_name {
            Some(name) if !name.trim().is_empty() => name,
            _ => self.display_name.split_whitespace().next().unwrap_or(&self.display_name),
        }
    }
}

/// A client in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Row number.
    pub id: ClientId,
    /// Revision, for detecting stale saves.
    pub rev: i64,
    /// Name used where the real one must not appear, as "Client 001".
    pub pseudonym: String,
    /// The fields.
    pub fields: ClientDraft,
}

impl Client {
    /// Returns the name shown on screen.
    pub fn name_on_screen(&self) -> &str {
        self.fields.name_used()
    }

    /// Returns whether these words are this client's name, the one used or the whole; case, accents and blanks do not
    /// count. Asked before something that cannot be taken back.
    pub fn is_called(&self, words: &str) -> bool {
        let words = folded(words);
        !words.is_empty() && [self.name_on_screen(), &self.fields.display_name].iter().any(|name| folded(name) == words)
    }
}

/// A person a client speaks of, by alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Row number; none when new.
    pub id: Option<PersonId>,
    /// Alias, unique per client.
    pub alias: String,
    /// Relation to the client.
    pub relation: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_named_by_the_short_name_or_the_whole_and_by_nothing_else() {
        let named = |name: &str| Client {
            id: ClientId(1),
            rev: 1,
            pseudonym: "Client 001".to_owned(),
            fields: ClientDraft::named(name),
        };
        for (name, typed) in [
            ("Ana Inventada", "ana"),
            ("Ana Inventada", " ANA  Inventada "),
            ("Łukasz Żak", "lukasz"),
            ("مُحَمَّد الخيالي", "محمد"),
            ("K-17", "k-17"),
        ] {
            assert!(named(name).is_called(typed), "{typed}");
        }
        for typed in ["", "  ", "\u{200b}", "an", "anab", "Inventada", "Client 001"] {
            assert!(!named("Ana Inventada").is_called(typed), "{typed}");
        }
        let called = ClientDraft { preferred_name: Some("Anita".to_owned()), ..ClientDraft::named("Ana Inventada") };
        let anita = Client { fields: called, ..named("") };
        assert!(anita.is_called("anita") && !anita.is_called("ana"));
    }
}
