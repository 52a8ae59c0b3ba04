//! Giving a copy: the bytes are kept first, then a file is written, then the giving is noted.

use std::{path::PathBuf, sync::Arc};

use coachbook_core::{
    PaperId,
    giving::{GivingDraft, GivingWay, PaperDraft},
};
use coachbook_documents::{Labels, Lock, locked};
use coachbook_exchange::eml;
use coachbook_vault::{
    Passphrase, RandomUids, UidSource, Vault, VaultError, fresh_key, replace_file, suggest_paper_password,
};
use tauri::AppHandle;

use super::{
    Gathered, Print,
    given::{self, Givable},
    letter::{self, Letter, Occasion, covering},
    masking::{self, Masking},
    own_words, set,
};
use crate::{
    clipboard::Clipboard,
    dialogs,
    shelf::ShelvedPaper,
    state::{Desk, off_the_main_thread},
    views,
    wire::{
        CommandError,
        giving::{GivenNow, GivingChoices},
    },
};

/// What the coach chose.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) recipient: String,
    pub(crate) way: GivingWay,
    pub(crate) password: Option<Arc<Passphrase>>,
    /// Places to mask, as the review list counts them.
    pub(crate) mask: Vec<usize>,
}

/// Returns what there is to choose before a paper is given.
pub(crate) async fn choices(desk: &Desk, paper: ShelvedPaper) -> Result<GivingChoices, CommandError> {
    let givable = paper.givable.ok_or_else(CommandError::malformed)?;
    let password = suggest_paper_password()?.to_string();
    desk.with(move |vault| {
        let client = vault.clients().get(givable.subject.client)?;
        let places = masking::places(vault, &givable)?;
        Ok(GivingChoices {
            recipient: client.fields.display_name,
            password,
            has_text: super::has_text(&givable.request),
            places: places.into_iter().map(Into::into).collect(),
        })
    })
    .await
}

/// Gives a paper that is being looked at.
pub(crate) async fn give(
    app: AppHandle,
    desk: &Desk,
    clipboard: &Clipboard,
    paper: ShelvedPaper,
    wanted: Wanted,
) -> Result<GivenNow, CommandError> {
    let givable = paper.givable.clone().ok_or_else(CommandError::malformed)?;
    // No password reaches text that is copied, so none may be noted of it.
    if wanted.way == GivingWay::TextCopied && wanted.password.is_some() {
        return Err(CommandError::malformed());
    }
    let path = where_to(app, &paper.suggested_name, wanted.way).await?;
    let copy = copy_of(desk, &paper, &wanted.mask).await?;
    let (bytes, draft, kept) = (copy.bytes.clone(), copy.draft, copy.kept);
    let id = desk.with(move |vault| keep(vault, kept, draft, &bytes)).await?;
    let locked = wanted.password.is_some();
    if let Some(path) = path.clone() {
        let file = file(desk, givable, &paper.suggested_name, copy.bytes, &wanted).await?;
        off_the_main_thread(move || replace_file(&path, &file)).await?.map_err(VaultError::from)?;
    } else if wanted.way == GivingWay::TextCopied {
        let chosen = wanted.mask.clone();
        clipboard.put(desk.with(move |vault| text(vault, &givable, &chosen)).await?).await?;
    }
    let giving = GivingDraft { recipient: wanted.recipient, way: wanted.way, locked };
    desk.with(move |vault| Ok(vault.papers().log(id, &giving)?)).await?;
    Ok(GivenNow { file_name: path.as_deref().map(dialogs::file_name) })
}

async fn where_to(app: AppHandle, name: &str, way: GivingWay) -> Result<Option<PathBuf>, CommandError> {
    let asked = match way {
        GivingWay::Saved => dialogs::where_to_save(app, name.to_owned(), "PDF", "pdf"),
        GivingWay::EmailDraft => {
            let draft = name.trim_end_matches(".pdf").to_owned() + ".eml";
            return dialogs::where_to_save(app, draft, "E-mail", "eml").await.map(Some);
        }
        _ => return Ok(None),
    };
    asked.await.map(Some)
}

/// The bytes that are given, before any password, and how they are or will be kept.
struct Copy {
    bytes: Arc<Vec<u8>>,
    kept: Option<PaperId>,
    draft: Option<PaperDraft>,
}

async fn copy_of(desk: &Desk, paper: &ShelvedPaper, chosen: &[usize]) -> Result<Copy, CommandError> {
    let givable = paper.givable.clone().ok_or_else(CommandError::malformed)?;
    if chosen.is_empty() {
        return Ok(Copy { bytes: paper.bytes.clone(), kept: givable.kept, draft: givable.draft.clone() });
    }
    let chosen = chosen.to_vec();
    let (gathered, kept, draft) = desk
        .with(move |vault| {
            let masking = Masking::of(vault, &givable, &chosen)?;
            let (Some(masking), Some((_, setup))) = (masking, &givable.plain) else {
                return Err(CommandError::malformed());
            };
            let doc = masking.paper();
            let settled = given::settled(vault, &doc, setup, &givable.subject, true)?;
            if let Some(same) = settled.same {
                return Ok((Gathered::Frozen(vault.papers().bytes(same)?), Some(same), None));
            }
            let draft = given::draft(&givable.subject, &settled, setup, true);
            Ok((Gathered::Blocks(Box::new(settled.doc), Box::new(setup.clone())), None, Some(draft)))
        })
        .await?;
    let Print { bytes, missing, .. } = set(desk, gathered).await?;
    Ok(Copy { bytes: bytes.into(), kept, draft: draft.map(|draft| PaperDraft { missing, ..draft }) })
}

fn keep(
    vault: &mut Vault,
    kept: Option<PaperId>,
    draft: Option<PaperDraft>,
    bytes: &[u8],
) -> Result<PaperId, CommandError> {
    match (kept, draft) {
        (Some(id), _) => Ok(id),
        (None, Some(draft)) => Ok(vault.papers().keep(&draft, bytes)?),
        (None, None) => Err(CommandError::malformed()),
    }
}

/// The paper's text as it is copied, without the names she chose to leave out of the paper.
pub(super) fn text(vault: &mut Vault, givable: &Givable, chosen: &[usize]) -> Result<String, CommandError> {
    let text = super::letter_with_text(vault, &givable.request)?.text;
    let masking = Masking::of(vault, givable, chosen)?;
    Ok(masking.map_or_else(|| text.clone(), |masking| masking.text(&text)))
}

/// The file that is written: the paper, locked if she wants it so, or a draft with it.
async fn file(
    desk: &Desk,
    givable: Arc<Givable>,
    name: &str,
    bytes: Arc<Vec<u8>>,
    wanted: &Wanted,
) -> Result<Vec<u8>, CommandError> {
    let pdf = match wanted.password.clone() {
        Some(password) => off_the_main_thread(move || with_password(&bytes, &password)).await??,
        None => bytes.to_vec(),
    };
    if wanted.way != GivingWay::EmailDraft {
        return Ok(pdf);
    }
    let (name, wanted) = (name.to_owned(), wanted.clone());
    desk.with(move |vault| {
        let client = vault.clients().get(givable.subject.client)?;
        let coach = vault.practice().coach()?;
        let is_client = wanted.recipient == client.fields.display_name;
        let reader = if is_client { client.name_on_screen() } else { wanted.recipient.as_str() };
        let labels = Labels::of(&views::language_of(vault, &client)?);
        let (kind, locked) = (givable.subject.kind.as_str(), wanted.password.is_some());
        let occasion = Occasion { kind, reader, coach: &coach.legal_name, locked, labels };
        let Letter { subject, text } = letter(vault, &givable, &wanted.mask, &occasion)?;
        let address = client.fields.email.as_deref().filter(|_| is_client);
        Ok(eml::write(&eml::Draft {
            from: coach.email.as_deref().map(|address| (coach.legal_name.as_str(), address)),
            to: address.map(|address| (wanted.recipient.as_str(), address)),
            subject: &subject,
            text: &text,
            file_name: &name,
            pdf: &pdf,
            at: vault.now(),
            uid: &RandomUids.next().0,
        }))
    })
    .await
}

/// The letter of a draft: hers or the usual one, without the names that are left out of the paper.
pub(super) fn letter(
    vault: &mut Vault,
    givable: &Givable,
    mask: &[usize],
    occasion: &Occasion<'_>,
) -> Result<Letter, CommandError> {
    let (title, enclosed) = letter::enclosed(occasion.kind, occasion.locked, occasion.labels);
    let own = own_words::letter(vault, &givable.subject, title, &enclosed)?;
    let letter = own.unwrap_or_else(|| covering(occasion));
    Ok(match Masking::of(vault, givable, mask)? {
        Some(masking) => Letter {
            subject: masking.letter(&letter.subject, occasion.reader),
            text: masking.letter(&letter.text, occasion.reader),
        },
        None => letter,
    })
}

fn with_password(pdf: &[u8], password: &Passphrase) -> Result<Vec<u8>, CommandError> {
    let key = fresh_key()?;
    locked(pdf, &Lock { password: password.as_str(), key: &key }).map_err(|_| {
        CommandError::new(
            "password",
            "This password cannot lock a paper.",
            "Take one to a hundred ordinary characters. Nothing was given.",
        )
    })
}
