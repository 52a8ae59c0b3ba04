//! The keys of the open book: its phrase and its recovery code are changed here.

use std::time::Duration;

use coachbook_core::book::BookSettings;
use coachbook_vault::{
    Argon2Cost, CopyPlan, Passphrase, RenewedCode, Vault, VaultError, older_copies_in, rewrap_safety_copies,
    safety_copies_in,
};

use crate::{
    copies::folder,
    dialogs,
    os::keychain,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        book::{CodeRenewed, LeftCopy, PhraseChanged},
    },
};

/// How long checking a passphrase should take on this machine.
pub(crate) const KEY_TIME: Duration = Duration::from_secs(1);

/// Gives the open book, which was opened with its code, a new passphrase.
pub(crate) async fn set_phrase(desk: &Desk, phrase: Passphrase) -> Result<PhraseChanged, CommandError> {
    folder::before_a_risk(desk).await;
    let copying = desk.copying();
    desk.with(move |vault| {
        copying.must_be_done()?;
        let cost = Argon2Cost::calibrate(KEY_TIME)?;
        vault.book_mut().set_new_phrase(&phrase, cost)?;
        Ok(rewrapped(vault))
    })
    .await
}

/// Changes the passphrase for whoever knows the present one.
pub(crate) async fn change_phrase(
    desk: &Desk,
    present: Passphrase,
    phrase: Passphrase,
) -> Result<PhraseChanged, CommandError> {
    let tries = desk.tries();
    tries.may_try()?;
    folder::before_a_risk(desk).await;
    let copying = desk.copying();
    desk.with(move |vault| {
        tries.may_try()?;
        copying.must_be_done()?;
        let cost = Argon2Cost::calibrate(KEY_TIME)?;
        let changed = vault.book_mut().change_phrase(&present, &phrase, cost);
        tries.note(&changed);
        changed?;
        Ok(rewrapped(vault))
    })
    .await
}

/// Takes the new phrase to the safety copies that are at hand; says which keep an older one.
fn rewrapped(vault: &Vault) -> PhraseChanged {
    let book = vault.book();
    let (mut copies, mut away) = (book.copies_beside(), None);
    if let Some(plan) = book.places().copy_plan(book.id()) {
        match safety_copies_in(&plan.folder, book.id()) {
            Ok(there) => copies.extend(there),
            Err(_) => away = Some(plan.folder.display().to_string()),
        }
    }
    let left = rewrap_safety_copies(book, &copies);
    PhraseChanged {
        away,
        reached: copies.len() - left.len(),
        left: left
            .into_iter()
            .map(|(path, why)| LeftCopy { file_name: dialogs::file_name(&path), why: why.message() })
            .collect(),
    }
}

/// Gives the open book a new recovery code, and a safety copy that opens with it. From now on its sheet counts as not
/// checked.
pub(crate) async fn renew_code(desk: &Desk, phrase: Passphrase) -> Result<CodeRenewed, CommandError> {
    let tries = desk.tries();
    tries.may_try()?;
    folder::before_a_risk(desk).await;
    let in_keychain = desk.with(|vault| Ok(vault.book().has_keychain().then(|| vault.book().id()))).await?;
    rekeyed(desk, phrase).await?;
    if let Some(book) = in_keychain {
        // The new code has no slot for it.
        off_the_main_thread(move || keychain::forget(book)).await?;
    }
    copied_anew(desk).await
}

/// Makes the first copy under the new code; says where that is not so, and how many open with the old one only.
async fn copied_anew(desk: &Desk) -> Result<CodeRenewed, CommandError> {
    let (mark, plan) = desk
        .with(|vault| {
            let book = vault.book();
            Ok((book.code_mark(), book.places().copy_plan(book.id())))
        })
        .await?;
    let Some(plan) = plan else { return Ok(CodeRenewed::default()) };
    let copied = folder::now(desk).await.is_ok();
    let older = off_the_main_thread(move || older_copies_in(&plan.folder, mark).map_or(0, |older| older.len())).await?;
    Ok(CodeRenewed { copied, not_copied: !copied, older })
}

async fn rekeyed(desk: &Desk, phrase: Passphrase) -> Result<(), CommandError> {
    let tries = desk.tries();
    let copying = desk.copying();
    let checked = desk
        .with(move |vault| {
            let settings = vault.practice().settings()?;
            // Said before the change: a crash right after it must not leave a sheet that counts and does not open.
            vault.practice().save_settings(&BookSettings { recovery_confirmed: false, ..settings.clone() })?;
            Ok(settings.recovery_confirmed)
        })
        .await?;
    let renewed = desk
        .replace(move |book| {
            if let Err(refused) = tries.may_try().and_then(|()| copying.must_be_done()) {
                return (Some(book), Err(refused));
            }
            let cost = match Argon2Cost::calibrate(KEY_TIME) {
                Ok(cost) => cost,
                Err(error) => return (Some(book), Err(error.into())),
            };
            // Noted before the change, as a crash right after it must not leave copies that count and do not open.
            let (id, plan) = (book.id(), copying.plan(book.id()));
            if let Err(fault) = copying.change_plan(id, CopyPlan::note_other_code) {
                return (Some(book), Err(fault.into()));
            }
            let (book, outcome) = match book.renew_code(&phrase, cost) {
                RenewedCode::Renewed(book) => (Some(book), Ok(())),
                RenewedCode::Unchanged(book, why) => (Some(book), Err(why)),
                RenewedCode::Closed(why) => (None, Err(why)),
            };
            tries.note(&outcome);
            if let (Err(_), Some(plan)) = (&outcome, &plan) {
                // The copies she has are good still. If this fails, another one is made.
                let _ = copying.change_plan(id, |changed| changed.clone_from(plan));
            }
            (book, outcome.map_err(CommandError::from))
        })
        .await;
    if renewed.is_err() && checked && desk.is_open() {
        // The sheet she has is good still. If this fails, Today asks her to look at it once more.
        let _ = desk.with(|vault| Ok(sheet_counts(vault)?)).await;
    }
    renewed
}

fn sheet_counts(vault: &mut Vault) -> Result<(), VaultError> {
    let settings = vault.practice().settings()?;
    vault.practice().save_settings(&BookSettings { recovery_confirmed: true, ..settings })
}
