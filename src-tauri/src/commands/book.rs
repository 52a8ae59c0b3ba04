//! The book itself: doors, keys, locking.

use coachbook_vault::{Passphrase, RecoveryCode, judge_phrase as judge, suggest_phrase as suggest};
use tauri::{AppHandle, State};

use crate::{
    copies, doors, keychain, keys, lifecycle,
    state::Desk,
    wire::{
        CommandError,
        book::{
            BookStatus, CodeGroup, CodeRenewed, KeychainStanding, PhraseChanged, PhraseStrength, RecoveryConfirmed,
            RecoveryGroups, SuggestedPhrase,
        },
        scans::WrittenCopy,
    },
};

/// Returns which doors Start shows.
#[tauri::command]
pub(crate) async fn book_status(desk: State<'_, Desk>) -> Result<BookStatus, CommandError> {
    doors::status(&desk).await
}

/// Returns a ready-made passphrase.
#[tauri::command]
pub(crate) async fn suggest_phrase() -> Result<SuggestedPhrase, CommandError> {
    Ok(SuggestedPhrase { phrase: suggest()?.to_string() })
}

/// Says what a passphrase is worth.
#[tauri::command]
pub(crate) async fn judge_phrase(phrase: String, coach_name: String) -> Result<PhraseStrength, CommandError> {
    let phrase = Passphrase::new(&phrase);
    let judged = judge(phrase.as_str(), &[&coach_name]);
    Ok(PhraseStrength { strong: judged.strong, guesses_log10: judged.guesses_log10, advice: judged.advice.to_owned() })
}

/// Makes a book and opens it.
#[tauri::command]
pub(crate) async fn create_book(
    desk: State<'_, Desk>,
    coach_name: String,
    phrase: String,
) -> Result<BookStatus, CommandError> {
    doors::create(&desk, coach_name, Passphrase::new(&phrase)).await?;
    doors::status(&desk).await
}

/// Opens the sample; makes it when there is none.
#[tauri::command]
pub(crate) async fn open_sample(desk: State<'_, Desk>) -> Result<BookStatus, CommandError> {
    doors::open_sample(&desk).await?;
    doors::status(&desk).await
}

/// Removes the sample in one act.
#[tauri::command]
pub(crate) async fn remove_sample(desk: State<'_, Desk>) -> Result<BookStatus, CommandError> {
    doors::remove_sample(&desk).await?;
    doors::status(&desk).await
}

/// Opens a book with its passphrase.
#[tauri::command]
pub(crate) async fn unlock_book(
    desk: State<'_, Desk>,
    uid: String,
    phrase: String,
) -> Result<BookStatus, CommandError> {
    doors::unlock(&desk, &uid, Passphrase::new(&phrase)).await?;
    doors::status(&desk).await
}

/// Opens a book with the code on its recovery sheet.
#[tauri::command]
pub(crate) async fn unlock_with_code(
    desk: State<'_, Desk>,
    uid: String,
    code: String,
) -> Result<BookStatus, CommandError> {
    doors::unlock_with_code(&desk, &uid, RecoveryCode::parse(&code)?).await?;
    doors::status(&desk).await
}

/// Opens a book with this computer's keychain.
#[tauri::command]
pub(crate) async fn unlock_with_keychain(desk: State<'_, Desk>, uid: String) -> Result<BookStatus, CommandError> {
    doors::unlock_with_keychain(&desk, &uid).await?;
    doors::status(&desk).await
}

/// Returns whether there is a keychain, and whether it opens the book.
#[tauri::command]
pub(crate) async fn keychain_standing(desk: State<'_, Desk>) -> Result<KeychainStanding, CommandError> {
    keychain::standing(&desk).await
}

/// Lets this computer's keychain open the book.
#[tauri::command]
pub(crate) async fn keep_in_keychain(desk: State<'_, Desk>, phrase: String) -> Result<KeychainStanding, CommandError> {
    keychain::keep(&desk, Passphrase::new(&phrase)).await?;
    keychain::standing(&desk).await
}

/// Lets the keychain open the book no more.
#[tauri::command]
pub(crate) async fn leave_keychain(desk: State<'_, Desk>) -> Result<KeychainStanding, CommandError> {
    keychain::leave(&desk).await?;
    keychain::standing(&desk).await
}

/// Gives the book that was opened with its code a new passphrase.
#[tauri::command]
pub(crate) async fn set_new_phrase(desk: State<'_, Desk>, phrase: String) -> Result<PhraseChanged, CommandError> {
    keys::set_phrase(&desk, Passphrase::new(&phrase)).await
}

/// Changes the passphrase for whoever knows the present one.
#[tauri::command]
pub(crate) async fn change_phrase(
    desk: State<'_, Desk>,
    present: String,
    phrase: String,
) -> Result<PhraseChanged, CommandError> {
    keys::change_phrase(&desk, Passphrase::new(&present), Passphrase::new(&phrase)).await
}

/// Gives the open book a new recovery code.
#[tauri::command]
pub(crate) async fn renew_code(desk: State<'_, Desk>, phrase: String) -> Result<CodeRenewed, CommandError> {
    keys::renew_code(&desk, Passphrase::new(&phrase)).await
}

/// Brings a book back from the safety copy that was looked into, and opens it.
#[tauri::command]
pub(crate) async fn open_safety_copy(desk: State<'_, Desk>, secret: String) -> Result<BookStatus, CommandError> {
    copies::open(&desk, secret).await?;
    doors::status(&desk).await
}

/// Writes a safety copy where the coach says.
#[tauri::command]
pub(crate) async fn write_safety_copy(app: AppHandle, desk: State<'_, Desk>) -> Result<WrittenCopy, CommandError> {
    copies::write(app, &desk).await
}

/// Returns which two groups of the code to type back.
#[tauri::command]
pub(crate) async fn recovery_groups(desk: State<'_, Desk>) -> Result<RecoveryGroups, CommandError> {
    let (first, second) = desk.with(|vault| Ok(doors::asked_groups(vault.book().id()))).await?;
    Ok(RecoveryGroups { first, second })
}

/// Compares two groups typed back.
#[tauri::command]
pub(crate) async fn confirm_recovery(
    desk: State<'_, Desk>,
    first: CodeGroup,
    second: CodeGroup,
) -> Result<RecoveryConfirmed, CommandError> {
    doors::confirm_recovery(&desk, first, second).await?;
    Ok(RecoveryConfirmed { confirmed: true })
}

/// Locks the book; the window has saved what is typed.
#[tauri::command]
pub(crate) async fn lock_book(app: AppHandle) -> Result<(), CommandError> {
    lifecycle::lock_now(&app);
    Ok(())
}

/// Answers the program's own wish to lock.
#[tauri::command]
pub(crate) async fn lock_ready(app: AppHandle) -> Result<(), CommandError> {
    lifecycle::lock_now(&app);
    Ok(())
}

/// Answers the program's own wish to close.
#[tauri::command]
pub(crate) async fn confirm_close(app: AppHandle) -> Result<(), CommandError> {
    lifecycle::close_now(&app);
    Ok(())
}

/// Says that words in the window could not be saved, and that it must stay.
#[tauri::command]
pub(crate) async fn stay_open(app: AppHandle) -> Result<(), CommandError> {
    lifecycle::stay_open(&app);
    Ok(())
}

/// Says that the coach is at the keyboard.
#[tauri::command]
pub(crate) async fn note_activity(desk: State<'_, Desk>) -> Result<(), CommandError> {
    desk.note_activity();
    Ok(())
}
