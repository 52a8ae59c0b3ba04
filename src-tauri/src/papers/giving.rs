//! Giving a copy: the bytes are kept first, then a file is written, then the giving is noted.

use std::{path::PathBuf, sync::Arc};

use coachbook_core::{
    PaperId,
    giving::{GivingDraft, GivingWay, PaperDraft},
};
use coachbook_documents::{
    Doc, Labels, Lock, locked,
    mask::{self, Names},
};
use coachbook_exchange::eml;
use coachbook_vault::{
    Passphrase, RandomUids, UidSource, Vault, VaultError, fresh_key, replace_file, suggest_paper_password,
};
use tauri::AppHandle;

use super::{
    Gathered, Print,
    given::{self, Givable},
    letter::{self, Letter, Occasion, covering},
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
        let names = names(vault, &givable)?;
        let places = givable.plain.as_ref().map_or_else(Vec::new, |(doc, _)| mask::places(doc, &names));
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
    // Text is copied whole and open: neither mask nor password reaches it, so neither may be noted of it.
    if wanted.way == GivingWay::TextCopied && (!wanted.mask.is_empty() || wanted.password.is_some()) {
        return Err(CommandError::malformed());
    }
    let path = where_to(app, &paper.suggested_name, wanted.way).await?;
    let copy = copy_of(desk, &paper, &wanted.mask).await?;
    let (bytes, draft, kept) = (copy.bytes.clone(), copy.draft, copy.kept);
    let id = desk.with(move |vault| keep(vault, kept, draft, &bytes)).await?;
    let locked = wanted.password.is_some();
    if let Some(path) = path.clone() {
        let file = file(desk, &givable, &paper.suggested_name, copy.bytes, &wanted).await?;
        off_the_main_thread(move || replace_file(&path, &file)).await?.map_err(VaultError::from)?;
    } else if wanted.way == GivingWay::TextCopied {
        clipboard.put(super::text(desk, givable.request.clone()).await?.text).await?;
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
            let (plain, setup) = givable.plain.as_ref().ok_or_else(CommandError::malformed)?;
            let doc: Doc = mask::masked(plain, &names(vault, &givable)?, &chosen, setup.labels().another_person);
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

/// Names of third persons, and those of the client and the coach, which stay.
fn names(vault: &mut Vault, givable: &Givable) -> Result<Names, CommandError> {
    let client = vault.clients().get(givable.subject.client)?;
    let coach = vault.practice().coach()?;
    let people = vault.results().gains(givable.subject.client)?.people;
    let on_screen = client.name_on_screen().to_owned();
    let fields = client.fields;
    let stay = [Some(fields.display_name), fields.legal_name, fields.preferred_name, Some(on_screen)];
    let stay = stay.into_iter().chain([Some(coach.legal_name), coach.business_name]).flatten();
    let stay: Vec<String> = stay.collect();
    Ok(Names::new(people.iter().map(|person| person.alias.as_str()), stay.iter().map(String::as_str)))
}

/// The file that is written: the paper, locked if she wants it so, or a draft with it.
async fn file(
    desk: &Desk,
    givable: &Givable,
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
    let about = givable.subject.clone();
    let (name, recipient, locked) = (name.to_owned(), wanted.recipient.clone(), wanted.password.is_some());
    desk.with(move |vault| {
        let client = vault.clients().get(about.client)?;
        let coach = vault.practice().coach()?;
        let labels = Labels::of(&views::language_of(vault, &client)?);
        let is_client = recipient == client.fields.display_name;
        let reader = if is_client { client.name_on_screen() } else { recipient.as_str() };
        let occasion = Occasion { kind: &about.kind, reader, coach: &coach.legal_name, locked, labels };
        let (title, enclosed) = letter::enclosed(&about.kind, locked, labels);
        let own = own_words::letter(vault, &about, title, &enclosed)?;
        let Letter { subject, text } = own.unwrap_or_else(|| covering(&occasion));
        let address = client.fields.email.as_deref().filter(|_| is_client);
        Ok(eml::write(&eml::Draft {
            from: coach.email.as_deref().map(|address| (coach.legal_name.as_str(), address)),
            to: address.map(|address| (recipient.as_str(), address)),
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
