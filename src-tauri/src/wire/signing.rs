//! Signing on the screen.

use coachbook_core::giving::{SignatureDraft, SignerRole, Strokes};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommandError, bounded, read_day, said};
use crate::state::local_zone;

/// One who signs, and whether it is done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The names say it.
pub struct SignerPlace {
    pub role: String,
    pub name: String,
    pub required: bool,
    pub signed_at: Option<String>,
    pub method: Option<String>,
}

/// The sentences that stand over a signature, in the language of the paper.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SigningWords {
    pub agree: String,
    pub record: String,
    pub share: String,
    pub refuse: String,
}

/// A paper to sign.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)]
pub struct SigningSheet {
    pub paper_id: i64,
    pub kind: String,
    pub version_no: Option<u32>,
    pub pages: usize,
    pub sha256: String,
    pub client_id: i64,
    pub client_name: String,
    pub signers: Vec<SignerPlace>,
    pub words: SigningWords,
    /// Whether it still can be signed.
    pub open: bool,
}

/// A signature on its way into the book. A drawing is given stroke by stroke; without one the name was typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
#[allow(missing_docs)]
pub struct SignatureWanted {
    pub sha256: String,
    pub role: String,
    pub name: String,
    pub place: Option<String>,
    pub day: String,
    pub intent: String,
    pub strokes: Option<Vec<Vec<(u16, u16)>>>,
}

impl TryFrom<SignatureWanted> for SignatureDraft {
    type Error = CommandError;

    fn try_from(wanted: SignatureWanted) -> Result<Self, CommandError> {
        let drawn = wanted.strokes.map(|strokes| Strokes::new(strokes).ok_or_else(no_drawing)).transpose()?;
        let name = bounded(wanted.name)?.trim().to_owned();
        if name.is_empty() {
            return Err(CommandError::new("name_missing", "The name is missing.", "Type the name of who signs."));
        }
        Ok(Self {
            role: SignerRole::from_key(&wanted.role)?,
            name,
            strokes: drawn,
            place: said(wanted.place.map(bounded).transpose()?).map(|place| place.trim().to_owned()),
            signed_on: read_day(Some(&wanted.day))?.ok_or_else(CommandError::malformed)?,
            zone: local_zone().name().to_owned(),
            intent: said(Some(bounded(wanted.intent)?)).ok_or_else(CommandError::malformed)?,
        })
    }
}

fn no_drawing() -> CommandError {
    CommandError::new("no_drawing", "There is no signature in the field.", "Sign in it, or choose to type the name.")
}
