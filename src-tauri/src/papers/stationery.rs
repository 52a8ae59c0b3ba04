//! Sheet, letterhead and look of a paper, from the settings and from what its client needs.

use std::{fs::File, io::Read, path::Path};

use coachbook_core::{
    ClientId,
    book::{self, CoachProfile, MarginWidth, PaperLook},
};
use coachbook_documents::{
    Accent, DateStyle, HeadStyle, Letterhead, LogoFault, Margins, PageSize, PaperSetup, Stationery, check_logo,
    papers as paper, typeset,
};
use coachbook_vault::Vault;

use super::{gather::today, unprintable};
use crate::{state::Desk, views, wire::CommandError};

/// Returns how a paper is printed. A client's papers take her sheet, her language and her size of letters; the coach's own
/// take those of the settings.
pub(super) fn setup(vault: &mut Vault, client: Option<ClientId>) -> Result<PaperSetup, CommandError> {
    let client = client.map(|id| vault.clients().get(id)).transpose()?;
    let wanted = client.as_ref().and_then(|client| client.fields.paper_size);
    let language = client.as_ref().map(|client| views::language_of(vault, client)).transpose()?;
    let settings = vault.practice().settings()?;
    let look = vault.practice().paper_look()?;
    let logo = vault.practice().logo()?;
    Ok(PaperSetup {
        size: match wanted.unwrap_or(settings.paper_size) {
            book::PaperSize::A4 => PageSize::A4,
            book::PaperSize::Letter => PageSize::Letter,
        },
        language: language.unwrap_or(settings.paper_language),
        generated_on: today(vault),
        date_style: DateStyle::Long,
        letterhead: Letterhead { logo, ..letterhead(vault.practice().coach()?) },
        stationery: stationery(look, client.is_some_and(|client| client.fields.large_print)),
    })
}

/// Returns the coach's head, without a picture.
pub(super) fn letterhead(coach: CoachProfile) -> Letterhead {
    Letterhead {
        coach_name: coach.legal_name,
        business_name: coach.business_name,
        address: coach.address,
        email: coach.email,
        phone: coach.phone,
        website: coach.website,
        logo: None,
    }
}

fn stationery(look: PaperLook, large_print: bool) -> Stationery {
    Stationery {
        head: match look.head {
            book::HeadStyle::Split => HeadStyle::Split,
            book::HeadStyle::Centred => HeadStyle::Centred,
            book::HeadStyle::Quiet => HeadStyle::Quiet,
        },
        accent: Accent::new(look.accent),
        margins: match look.margins {
            MarginWidth::Narrow => Margins { side: 52, top: 58, bottom: 64 },
            MarginWidth::Normal => Margins::default(),
            MarginWidth::Wide => Margins { side: 96, top: 78, bottom: 86 },
        },
        large_print,
    }
}

/// Longer than any logo that is taken: what is beyond is not read.
const LONGEST_READ: u64 = 5_000_001;

/// A file chosen for the letterhead.
#[derive(Debug)]
pub(crate) enum LogoFile {
    /// A PNG or JPEG.
    Picture(Vec<u8>),
    /// The text of an SVG. The window draws it: its engine has the one reader of SVG we need, and an image there runs no
    /// script and fetches nothing.
    Drawing(String),
}

/// Reads a file for the letterhead.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn read_logo(path: &Path) -> Result<LogoFile, CommandError> {
    let mut picture = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST_READ).read_to_end(&mut picture));
    read.map_err(|_| {
        CommandError::new(
            "unreadable",
            "That file could not be read.",
            "Look whether it is still there. Nothing was changed.",
        )
    })?;
    match check_logo(&picture) {
        Err(LogoFault::Svg) => {
            let drawing = String::from_utf8(picture).map_err(|_| refused(LogoFault::NotAPicture))?;
            Ok(LogoFile::Drawing(drawing))
        }
        judged => judged.map(|()| LogoFile::Picture(picture)).map_err(refused),
    }
}

/// Judges a picture by its first bytes.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn check_picture(picture: &[u8]) -> Result<(), CommandError> {
    check_logo(picture).map_err(refused)
}

/// Prints a picture once: one that is damaged further on shows only then.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) async fn try_logo(desk: &Desk, picture: Vec<u8>) -> Result<(), CommandError> {
    let setup = desk.with(move |vault| setup(vault, None)).await?;
    let letterhead = Letterhead { logo: Some(picture), ..setup.letterhead };
    let setup = PaperSetup { letterhead, ..setup };
    let pdf = desk.with_fonts(move |fonts| typeset(&paper::before_session_form(&setup), &setup, fonts)).await?;
    let is_whole = !pdf.map_err(|_| unprintable())?.logo_unreadable;
    if is_whole { Ok(()) } else { Err(refused(LogoFault::NotAPicture)) }
}

fn refused(fault: LogoFault) -> CommandError {
    let (message, hint) = match fault {
        LogoFault::TooLarge => (
            "That picture is larger than a letterhead needs.",
            "Save it smaller: about 1000 dots wide is plenty, and at most 4000 by 3000 and 5 MB. Nothing was changed.",
        ),
        LogoFault::Svg | LogoFault::NotAPicture => (
            "That is not a PNG, JPEG or SVG picture, or it is damaged.",
            "Open it in a picture program, save it as a PNG, and choose that. Nothing was changed.",
        ),
    };
    CommandError::new("logo_refused", message, hint)
}
