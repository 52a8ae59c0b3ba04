//! The question bank, as the coach makes it hers, and the coaching models.

use coachbook_core::{
    SessionId,
    question::{Aside, Mark},
};
use tauri::State;

use crate::{
    state::Desk,
    views,
    wire::{
        CommandError,
        questions::{CoachingModel, OwnQuestion, QuestionBank, QuestionSettings, QuestionUse, SavedQuestion},
    },
};

/// Returns every question and model, as a session sees them.
#[tauri::command]
pub(crate) async fn list_questions(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
) -> Result<QuestionBank, CommandError> {
    desk.with(move |vault| views::question_bank(vault, session_id.map(SessionId))).await
}

/// Marks a question as favourite or hidden, or takes the mark away.
#[tauri::command]
pub(crate) async fn mark_question(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
    key: String,
    mark: String,
    on: bool,
) -> Result<QuestionBank, CommandError> {
    let mark = Mark::from_key(&mark)?;
    desk.with(move |vault| {
        vault.questions().mark(&key, mark, on)?;
        views::question_bank(vault, session_id.map(SessionId))
    })
    .await
}

/// Sets a question aside for the client of a session, or takes it back.
#[tauri::command]
pub(crate) async fn set_question_aside(
    desk: State<'_, Desk>,
    session_id: i64,
    key: String,
    aside: Option<String>,
) -> Result<QuestionBank, CommandError> {
    let aside = aside.as_deref().map(Aside::from_key).transpose()?;
    desk.with(move |vault| {
        vault.questions().set_aside(SessionId(session_id), &key, aside)?;
        views::question_bank(vault, Some(SessionId(session_id)))
    })
    .await
}

/// Gives questions an order.
#[tauri::command]
pub(crate) async fn order_questions(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
    keys: Vec<String>,
) -> Result<QuestionBank, CommandError> {
    desk.with(move |vault| {
        vault.questions().order(&keys)?;
        views::question_bank(vault, session_id.map(SessionId))
    })
    .await
}

/// Saves a question of the coach's own, new or changed.
#[tauri::command]
pub(crate) async fn save_own_question(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
    key: Option<String>,
    question: OwnQuestion,
) -> Result<SavedQuestion, CommandError> {
    let question = views::settled_question(question.into())?;
    desk.with(move |vault| {
        let key = vault.questions().save_own(key.as_deref(), &question)?;
        Ok(SavedQuestion { key, bank: views::question_bank(vault, session_id.map(SessionId))? })
    })
    .await
}

/// Removes a question of the coach's own.
#[tauri::command]
pub(crate) async fn remove_own_question(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
    key: String,
) -> Result<QuestionBank, CommandError> {
    desk.with(move |vault| {
        vault.questions().remove_own(&key)?;
        views::question_bank(vault, session_id.map(SessionId))
    })
    .await
}

/// Takes the removal of an own question back.
#[tauri::command]
pub(crate) async fn restore_own_question(
    desk: State<'_, Desk>,
    session_id: Option<i64>,
    key: String,
) -> Result<QuestionBank, CommandError> {
    desk.with(move |vault| {
        vault.questions().restore_own(&key)?;
        views::question_bank(vault, session_id.map(SessionId))
    })
    .await
}

/// Logs that a question was used, if the coach switched that on.
#[tauri::command]
pub(crate) async fn log_question(
    desk: State<'_, Desk>,
    session_id: i64,
    key: Option<String>,
    intent: String,
) -> Result<(), CommandError> {
    desk.with(move |vault| Ok(vault.questions().log_use(SessionId(session_id), key.as_deref(), &intent).map(drop)?))
        .await
}

/// Returns what was logged in a session.
#[tauri::command]
pub(crate) async fn question_uses(desk: State<'_, Desk>, session_id: i64) -> Result<Vec<QuestionUse>, CommandError> {
    desk.with(move |vault| views::question_uses(vault, SessionId(session_id))).await
}

/// Saves how the questions behave.
#[tauri::command]
pub(crate) async fn save_question_settings(
    desk: State<'_, Desk>,
    settings: QuestionSettings,
) -> Result<QuestionSettings, CommandError> {
    desk.with(move |vault| {
        vault.questions().save_settings(&settings.into())?;
        Ok(vault.questions().settings()?.into())
    })
    .await
}

/// Gives a phase of a model another word; none brings the built-in one back.
#[tauri::command]
pub(crate) async fn name_phase(
    desk: State<'_, Desk>,
    model: String,
    phase: String,
    label: Option<String>,
) -> Result<Vec<CoachingModel>, CommandError> {
    desk.with(move |vault| views::name_phase(vault, &model, &phase, label.as_deref())).await
}
