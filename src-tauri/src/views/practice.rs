//! Today, and the practice's own facts.

use coachbook_core::{
    agreement::{GapAnswer, GapFill},
    book::{BookSettings, CoachProfile},
    gaps::gap_spec,
    results::Owner,
};
use coachbook_documents::Accent;
use coachbook_vault::{NamedSession, Vault};

use crate::copies::standing::Standing;
use crate::wire::{
    CommandError,
    book::{NeedsYou, Practice, PracticeAnswer, RunningSession, Settings, Today, UpcomingSession, colour},
    moment,
};

/// Returns the page called Today.
/// Of the safety copies it says one thing at most.
pub(crate) fn today(vault: &mut Vault, copies: &Standing) -> Result<Today, CommandError> {
    let sample = vault.book().is_sample();
    let coach = vault.practice().coach()?;
    let found = vault.timeline().today()?;
    let mut needs_you = Vec::new();
    if found.recovery_unconfirmed && !sample {
        needs_you.push(need("recovery", ""));
    }
    if let (Some(copy), false) = (copies.need(), sample) {
        needs_you.push(need(copy.key(), ""));
    } else if found.only_copy && !copies.is_elsewhere() && !sample {
        needs_you.push(need("only_copy", ""));
    }
    for row in &found.unsigned {
        let client_id = Some(row.client_id.0);
        let engagement_id = Some(row.engagement_id.0);
        needs_you.push(NeedsYou { client_id, engagement_id, ..need("unsigned_agreement", &row.display_name) });
    }
    for row in &found.to_wrap_up {
        let (client_id, session_id) = (Some(row.client_id.0), Some(row.session.id.0));
        needs_you.push(NeedsYou { client_id, session_id, ..need("wrap_up", &row.display_name) });
    }
    // What the client will do needs the client, not the coach.
    for row in found.follow_ups.iter().filter(|row| row.follow_up.owner == Owner::Coach) {
        let (client_id, session_id) = (Some(row.client_id.0), Some(row.session_id.0));
        needs_you.push(NeedsYou { client_id, session_id, ..need("follow_up", &row.display_name) });
    }
    Ok(Today {
        coach_name: coach.legal_name,
        needs_you,
        running: found.running.map(|row| RunningSession {
            session_id: row.session.id.0,
            client_id: row.client_id.0,
            name: row.display_name,
        }),
        upcoming: found.planned.into_iter().map(|row| upcoming(vault, row)).collect::<Result<_, _>>()?,
        later: found.later.map(|row| upcoming(vault, row)).transpose()?,
        open_actions: found.open_actions.iter().map(|row| row.count).sum(),
        sample,
    })
}

/// A thing to look at, told by its kind; the window has the sentence, `name` the person.
fn need(kind: &str, name: &str) -> NeedsYou {
    NeedsYou { kind: kind.to_owned(), text: name.to_owned(), client_id: None, engagement_id: None, session_id: None }
}

fn upcoming(vault: &mut Vault, row: NamedSession) -> Result<UpcomingSession, CommandError> {
    let counts = vault.engagements().session_counts(row.session.engagement_id)?;
    Ok(UpcomingSession {
        session_id: row.session.id.0,
        client_id: row.client_id.0,
        name: row.display_name,
        planned_at: row.session.planned_at.map(moment).unwrap_or_default(),
        number: Some(counts.held + 1),
        planned: counts.planned,
    })
}

/// Returns the answers about the practice that are kept, as gaps are filled with them.
pub(crate) fn practice_fills(vault: &mut Vault) -> Result<Vec<GapFill>, CommandError> {
    let answers = vault.practice().practice_answers()?;
    Ok(answers.into_iter().map(|(key, value)| GapFill { key, answer: GapAnswer::Words(value) }).collect())
}

/// Returns the page called Settings.
pub(crate) fn practice(vault: &mut Vault) -> Result<Practice, CommandError> {
    let answers = vault.practice().practice_answers()?.into_iter();
    let look = vault.practice().paper_look()?;
    Ok(Practice {
        coach: vault.practice().coach()?.into(),
        settings: vault.practice().settings()?.into(),
        hears_the_system: crate::os::HEARS_THE_SYSTEM,
        keychain: vault.book().has_keychain(),
        can_stay_out: crate::window::can_stay_out_of_sharing(),
        printed_accent: colour(Accent::new(look.accent).rgb()),
        look: look.into(),
        has_logo: vault.practice().logo()?.is_some(),
        answers: answers
            .map(|(key, value)| PracticeAnswer { label: gap_spec(&key).label.into_owned(), key, value })
            .collect(),
    })
}

/// Keeps an answer about the practice for the next agreement; empty words forget it. Agreements already written keep theirs.
pub(crate) fn save_practice_answer(vault: &mut Vault, key: &str, value: &str) -> Result<Practice, CommandError> {
    let value = value.trim();
    if value.is_empty() {
        vault.practice().forget_practice_answer(key)?;
    } else if gap_spec(key).remembered {
        vault.practice().save_practice_answer(key, value)?;
    } else {
        return Err(CommandError::malformed());
    }
    practice(vault)
}

/// Saves the coach's facts and the settings. Whether the recovery sheet exists is never set here.
pub(crate) fn save_practice(
    vault: &mut Vault,
    coach: &CoachProfile,
    settings: Settings,
) -> Result<Practice, CommandError> {
    let recovery_confirmed = vault.practice().settings()?.recovery_confirmed;
    let settings = BookSettings { recovery_confirmed, ..settings.into() };
    vault.practice().save_coach(coach)?;
    vault.practice().save_settings(&settings)?;
    practice(vault)
}
