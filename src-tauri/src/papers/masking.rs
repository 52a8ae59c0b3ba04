//! Names of third persons left out of a copy, and of the words that go out beside it.

use coachbook_core::names::Names;
use coachbook_documents::{
    Doc,
    mask::{self, Place},
};
use coachbook_vault::Vault;

use super::given::Givable;
use crate::wire::CommandError;

/// Who a client speaks of, and whose names stay: the client's and the coach's.
struct People {
    others: Vec<String>,
    stay: Vec<String>,
}

impl People {
    fn around(vault: &mut Vault, givable: &Givable) -> Result<Self, CommandError> {
        let client = vault.clients().get(givable.subject.client)?;
        let coach = vault.practice().coach()?;
        let others = vault.results().gains(givable.subject.client)?.people;
        let on_screen = client.name_on_screen().to_owned();
        let fields = client.fields;
        let stay = [Some(fields.display_name), fields.legal_name, fields.preferred_name, Some(on_screen)];
        Ok(Self {
            others: others.into_iter().map(|person| person.alias).collect(),
            stay: stay.into_iter().chain([Some(coach.legal_name), coach.business_name]).flatten().collect(),
        })
    }

    fn names(&self) -> Names {
        Names::new(self.others.iter().map(String::as_str), self.stay.iter().map(String::as_str))
    }
}

/// Every place of a paper that names somebody else; none in bytes that were frozen.
pub(super) fn places(vault: &mut Vault, givable: &Givable) -> Result<Vec<Place>, CommandError> {
    let Some((doc, _)) = &givable.plain else { return Ok(Vec::new()) };
    Ok(mask::places(doc, &People::around(vault, givable)?.names()))
}

/// The places the coach chose to mask in a paper.
pub(super) struct Masking<'a> {
    plain: &'a Doc,
    people: People,
    chosen: &'a [usize],
    mask: &'static str,
}

impl<'a> Masking<'a> {
    /// Returns what is masked; none where nothing was chosen.
    pub(super) fn of(
        vault: &mut Vault,
        givable: &'a Givable,
        chosen: &'a [usize],
    ) -> Result<Option<Self>, CommandError> {
        if chosen.is_empty() {
            return Ok(None);
        }
        let (plain, setup) = givable.plain.as_ref().ok_or_else(CommandError::malformed)?;
        let mask = setup.labels().another_person;
        Ok(Some(Self { plain, people: People::around(vault, givable)?, chosen, mask }))
    }

    /// The paper without the chosen names.
    pub(super) fn paper(&self) -> Doc {
        mask::masked(self.plain, &self.people.names(), self.chosen, self.mask)
    }

    /// The paper's own text without them.
    pub(super) fn text(&self, text: &str) -> String {
        self.beside(text, &self.people.names())
    }

    /// A letter that brings the paper, without them; whom it greets is named.
    pub(super) fn letter(&self, text: &str, reader: &str) -> String {
        let stay = self.people.stay.iter().map(String::as_str).chain([reader]);
        self.beside(text, &Names::new(self.people.others.iter().map(String::as_str), stay))
    }

    fn beside(&self, text: &str, names: &Names) -> String {
        let places = mask::places(self.plain, &self.people.names());
        mask::masked_beside(text, names, &places, self.chosen, self.mask)
    }
}
