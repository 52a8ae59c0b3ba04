//! The question bank.

use crate::wire::{CommandError, questions::QuestionBank};

/// Returns every question and model.
#[tauri::command]
pub(crate) async fn list_questions() -> Result<QuestionBank, CommandError> {
    let bank = coachbook_exchange::question_bank::built_in().map_err(|_| CommandError::unexpected())?;
    Ok(QuestionBank {
        questions: bank.questions.into_iter().map(Into::into).collect(),
        models: bank.models.into_iter().map(Into::into).collect(),
        what_else: "What else?".to_owned(),
    })
}
