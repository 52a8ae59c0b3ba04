//! Giving a copy, what was given, and signing on the screen.

use coachbook_core::{
    ClientId, PaperId,
    giving::{GivingWay, SignatureDraft},
};
use coachbook_vault::Passphrase;
use tauri::{AppHandle, State};

use crate::{
    clipboard::Clipboard,
    papers,
    state::Desk,
    views,
    wire::{
        CommandError, bounded,
        giving::{GivenNow, GivenPapers, GivingChoices, GivingWanted},
        signing::{SignatureWanted, SigningSheet},
    },
};

/// Returns what there is to choose before a previewed paper is given.
#[tauri::command]
pub(crate) async fn giving_choices(desk: State<'_, Desk>, token: u32) -> Result<GivingChoices, CommandError> {
    papers::choices(&desk, desk.shelved(token)?).await
}

/// Gives a previewed paper: keeps its bytes, writes the file, notes the giving.
#[tauri::command]
pub(crate) async fn give_paper(
    app: AppHandle,
    desk: State<'_, Desk>,
    clipboard: State<'_, Clipboard>,
    token: u32,
    giving: GivingWanted,
    password: Option<String>,
) -> Result<GivenNow, CommandError> {
    desk.note_activity();
    let recipient = bounded(giving.recipient)?.trim().to_owned();
    if recipient.is_empty() {
        return Err(CommandError::new("name_missing", "The name is missing.", "Say to whom it is given."));
    }
    let wanted = papers::Wanted {
        recipient,
        way: GivingWay::from_key(&giving.way)?,
        password: password.map(|words| Passphrase::new(&words).into()),
        mask: giving.mask,
    };
    papers::give(app, &desk, &clipboard, desk.shelved(token)?, wanted).await
}

/// Returns what was given to a client, and what is not signed.
#[tauri::command]
pub(crate) async fn given_papers(desk: State<'_, Desk>, client_id: i64) -> Result<GivenPapers, CommandError> {
    desk.with(move |vault| views::given_papers(vault, ClientId(client_id))).await
}

/// Takes a paper off the list of what was given; it can be brought back.
#[tauri::command]
pub(crate) async fn remove_given(desk: State<'_, Desk>, paper_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.papers().remove(PaperId(paper_id))?)).await
}

/// Takes the removal of a paper back.
#[tauri::command]
pub(crate) async fn restore_given(desk: State<'_, Desk>, paper_id: i64) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.papers().restore(PaperId(paper_id))?)).await
}

/// Returns a kept paper with those who sign it.
#[tauri::command]
pub(crate) async fn signing_sheet(desk: State<'_, Desk>, paper_id: i64) -> Result<SigningSheet, CommandError> {
    desk.with(move |vault| views::signing_sheet(vault, PaperId(paper_id))).await
}

/// Signs a kept paper on the screen.
#[tauri::command]
pub(crate) async fn sign_paper(
    desk: State<'_, Desk>,
    paper_id: i64,
    signature: SignatureWanted,
) -> Result<SigningSheet, CommandError> {
    desk.note_activity();
    let (id, shown) = (PaperId(paper_id), signature.sha256.clone());
    let signature = SignatureDraft::try_from(signature)?;
    desk.with(move |vault| {
        vault.papers().sign(id, &shown, &signature)?;
        views::signing_sheet(vault, id)
    })
    .await
}
