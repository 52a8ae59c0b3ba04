//! The session: its clock, its stage, and its end.

use coachbook_core::{EngagementId, SessionId, TopicId, session::CheckKey};
use tauri::State;

use crate::{
    state::{Desk, local_zone},
    views,
    wire::{
        CommandError,
        course::SessionHome,
        read_day, read_moment, read_time,
        sessions::{PlannedSession, SessionFrame, SessionView},
    },
};

/// Puts a session in the calendar.
#[tauri::command]
pub(crate) async fn plan_session(
    desk: State<'_, Desk>,
    engagement_id: i64,
    planned_at: Option<String>,
) -> Result<PlannedSession, CommandError> {
    let at = planned_at.as_deref().map(read_moment).transpose()?;
    desk.with(move |vault| {
        let minutes = views::usual_minutes(vault, EngagementId(engagement_id))?;
        let at = at.unwrap_or(vault.now());
        let planned = vault.sessions().plan(EngagementId(engagement_id), at, local_zone(), minutes)?;
        Ok(PlannedSession { session_id: planned.id.0 })
    })
    .await
}

/// Starts a session: a planned one, or a new one of an engagement.
#[tauri::command]
pub(crate) async fn start_session(
    desk: State<'_, Desk>,
    engagement_id: Option<i64>,
    session_id: Option<i64>,
) -> Result<SessionView, CommandError> {
    desk.note_activity();
    desk.with(move |vault| {
        let id = views::start(vault, engagement_id.map(EngagementId), session_id.map(SessionId), local_zone())?;
        views::session_view(vault, id)
    })
    .await
}

/// Returns a whole session.
#[tauri::command]
pub(crate) async fn get_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionView, CommandError> {
    desk.with(move |vault| views::session_view(vault, SessionId(session_id))).await
}

/// Stops the clock.
#[tauri::command]
pub(crate) async fn pause_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, |vault, id| Ok(vault.sessions().pause(id).map(drop)?)).await
}

/// Lets the clock go on.
#[tauri::command]
pub(crate) async fn resume_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, |vault, id| Ok(vault.sessions().resume(id).map(drop)?)).await
}

/// Sets topic and phase of the next line.
#[tauri::command]
pub(crate) async fn set_stage(
    desk: State<'_, Desk>,
    session_id: i64,
    topic_id: Option<i64>,
    phase: String,
) -> Result<SessionFrame, CommandError> {
    desk.note_activity();
    views::after(&desk, session_id, move |vault, id| {
        Ok(vault.sessions().set_stage(id, topic_id.map(TopicId), &phase).map(drop)?)
    })
    .await
}

/// Ends a session.
#[tauri::command]
pub(crate) async fn end_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, |vault, id| Ok(vault.sessions().end(id).map(drop)?)).await
}

/// Finishes the record of a session.
#[tauri::command]
pub(crate) async fn finish_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, |vault, id| Ok(vault.sessions().finish(id).map(drop)?)).await
}

/// Opens a finished record again.
#[tauri::command]
pub(crate) async fn reopen_session(desk: State<'_, Desk>, session_id: i64) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, |vault, id| Ok(vault.sessions().reopen(id).map(drop)?)).await
}

/// Says when the session was held; date words are read anew from that day.
#[tauri::command]
pub(crate) async fn set_held_on(
    desk: State<'_, Desk>,
    session_id: i64,
    date: String,
    time: Option<String>,
) -> Result<SessionFrame, CommandError> {
    let date = read_day(Some(&date))?.ok_or_else(CommandError::malformed)?;
    let time = time.as_deref().map(read_time).transpose()?;
    views::after(&desk, session_id, move |vault, id| views::held_on(vault, id, date, time)).await
}

/// Notes what comes next: the next session, the coach's line for it, and her reflection.
#[tauri::command]
pub(crate) async fn set_next(
    desk: State<'_, Desk>,
    session_id: i64,
    next_session_at: Option<String>,
    for_next_time: Option<String>,
    reflection: Option<String>,
) -> Result<SessionFrame, CommandError> {
    let at = next_session_at.as_deref().map(read_moment).transpose()?;
    views::after(&desk, session_id, move |vault, id| {
        views::next(vault, id, at, for_next_time.as_deref(), reflection.as_deref())
    })
    .await
}

/// Ticks or unticks what was said.
#[tauri::command]
pub(crate) async fn tick_check(
    desk: State<'_, Desk>,
    session_id: i64,
    key: String,
    done: bool,
    acknowledged: Option<bool>,
    note: Option<String>,
) -> Result<SessionFrame, CommandError> {
    let key = CheckKey::from_key(&key)?;
    views::after(&desk, session_id, move |vault, id| {
        if done {
            Ok(vault.sessions().tick_check(id, key, acknowledged, note.as_deref())?)
        } else {
            Ok(vault.sessions().untick_check(id, key)?)
        }
    })
    .await
}

/// Says that the session is attended again: the window slept since a moment, or the book was closed.
#[tauri::command]
pub(crate) async fn return_to_session(
    desk: State<'_, Desk>,
    session_id: i64,
    since: Option<String>,
) -> Result<SessionFrame, CommandError> {
    let since = since.as_deref().map(read_moment).transpose()?;
    views::after(&desk, session_id, move |vault, id| Ok(vault.sessions().return_to(id, since).map(drop)?)).await
}

/// Counts a gap, leaves it out, or takes the answer back.
#[tauri::command]
pub(crate) async fn answer_gap(
    desk: State<'_, Desk>,
    session_id: i64,
    gap_id: i64,
    counted: Option<bool>,
) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, move |vault, id| Ok(vault.sessions().answer_gap(id, gap_id, counted).map(drop)?))
        .await
}

/// Says at what local time a session ended.
#[tauri::command]
pub(crate) async fn set_ended(
    desk: State<'_, Desk>,
    session_id: i64,
    time: String,
) -> Result<SessionFrame, CommandError> {
    let time = read_time(&time)?;
    views::after(&desk, session_id, move |vault, id| Ok(vault.sessions().set_ended(id, time).map(drop)?)).await
}

/// Returns where a session may belong.
#[tauri::command]
pub(crate) async fn session_homes(desk: State<'_, Desk>) -> Result<Vec<SessionHome>, CommandError> {
    desk.with(views::session_homes).await
}

/// Moves a session, with everything in it, to the engagement it belongs to.
#[tauri::command]
pub(crate) async fn move_session(
    desk: State<'_, Desk>,
    session_id: i64,
    engagement_id: i64,
) -> Result<SessionFrame, CommandError> {
    views::after(&desk, session_id, move |vault, id| {
        Ok(vault.sessions().move_to_client(id, EngagementId(engagement_id)).map(drop)?)
    })
    .await
}
