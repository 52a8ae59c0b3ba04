//! Sessions: their course, their frame, and the rows kept beside the notes.

mod course;
mod focus;
mod gaps;
mod moving;
mod on_paper;
mod read;
mod rows;
mod waiting;

pub use course::{StartFrom, Started};
pub use gaps::SessionGap;
pub use on_paper::HeldOnPaper;
pub use read::SessionSpan;
pub(crate) use read::{read_session, session, session_time};
pub(crate) use rows::save_row;
pub use waiting::{SessionStep, WaitingTopic};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use coachbook_core::{
    ActionId, ClientId, ConsentId, EngagementId, SessionId, TopicId,
    results::{Action, Due},
    session::{CheckKey, Session, SessionFrame, SessionRecord, SessionRow, SessionRowId, SessionStatus},
};
use rusqlite::ToSql;

use crate::{
    notes, results,
    store::{Answer, OUT_OF_TURN, Stored, Vault},
};

/// What can be asked about sessions.
pub struct Sessions<'a>(pub(crate) &'a mut Vault);

impl Sessions<'_> {
    /// Puts a session into the calendar.
    pub fn plan(
        &mut self,
        engagement: EngagementId,
        at: DateTime<Utc>,
        zone: Tz,
        planned_minutes: u32,
    ) -> Answer<Session> {
        self.0.write(|tx| {
            let id = course::plan(tx, engagement, Some(at), zone, planned_minutes)?;
            session(tx.sql, id)
        })
    }

    /// Moves a planned session.
    pub fn move_plan(&mut self, id: SessionId, at: DateTime<Utc>, planned_minutes: u32) -> Answer<Session> {
        let sql = include_str!("move_plan.sql");
        self.set(id, sql, &[(":planned_at", &Stored::from(at)), (":planned_minutes", &planned_minutes)])
    }

    /// Notes that a planned session was not held, or puts it back (`Planned`).
    pub fn call_off(&mut self, id: SessionId, status: SessionStatus) -> Answer<Session> {
        use SessionStatus as Status;
        match status {
            Status::Planned | Status::CancelledByClient | Status::CancelledByCoach | Status::NoShow => {
                self.set(id, include_str!("call_off.sql"), &[(":status", &status.key())])
            }
            Status::InProgress | Status::Ended | Status::Completed => Err(OUT_OF_TURN),
        }
    }

    /// Begins a session. Another one left running is ended at its last line and handed back.
    pub fn start(&mut self, from: StartFrom, zone: Tz, planned_minutes: u32) -> Answer<Started> {
        self.0.write(|tx| course::start(tx, from, zone, planned_minutes))
    }

    /// Notes a session that was held on paper: it has ended, and its record can be completed without a line.
    pub fn record_on_paper(
        &mut self,
        from: StartFrom,
        zone: Tz,
        planned_minutes: u32,
        held: HeldOnPaper,
    ) -> Answer<Session> {
        self.0.write(|tx| on_paper::record(tx, from, zone, planned_minutes, held))
    }

    /// Returns the topics of the client's other sessions that wait to be taken up, the oldest first.
    pub fn waiting_topics(&self, id: SessionId) -> Answer<Vec<WaitingTopic>> {
        waiting::waiting_topics(self.0.read(), id)
    }

    /// Begins a waiting topic anew in this session. Removing the new topic lets the old one wait again.
    pub fn take_up(&mut self, id: SessionId, topic: TopicId) -> Answer<TopicId> {
        self.0.write(|tx| waiting::take_up(tx, id, topic))
    }

    /// Returns when the record was finished and opened again, in order.
    pub fn steps(&self, id: SessionId) -> Answer<Vec<SessionStep>> {
        waiting::steps(self.0.read(), id)
    }

    /// Returns the session being held, if any.
    pub fn in_progress(&self) -> Answer<Option<Session>> {
        read::in_progress(self.0.read())
    }

    /// Returns a whole session.
    pub fn get(&self, id: SessionId) -> Answer<SessionRecord> {
        Ok(SessionRecord { frame: self.frame(id)?, notes: notes::of_session(self.0.read(), id)? })
    }

    /// Returns a session without its notes.
    pub fn frame(&self, id: SessionId) -> Answer<SessionFrame> {
        read::frame(self.0.read(), id)
    }

    /// Returns how the time of a session was spent, in order.
    pub fn spans(&self, id: SessionId) -> Answer<Vec<SessionSpan>> {
        read::spans(self.0.read(), id)
    }

    /// Returns the sessions of a client, newest first.
    pub fn list_of_client(&self, client: ClientId) -> Answer<Vec<Session>> {
        read::list_of_client(self.0.read(), client)
    }

    /// Stops the session's clock.
    pub fn pause(&mut self, id: SessionId) -> Answer<Session> {
        self.0.write(|tx| course::set_paused(tx, id, true))
    }

    /// Lets the session's clock run again.
    pub fn resume(&mut self, id: SessionId) -> Answer<Session> {
        self.0.write(|tx| course::set_paused(tx, id, false))
    }

    /// Sets the topic and phase the next line gets.
    pub fn set_stage(&mut self, id: SessionId, topic: Option<TopicId>, phase: &str) -> Answer<Session> {
        self.0.write(|tx| course::set_stage(tx, id, topic, phase))
    }

    /// Ends a session; its record stays open.
    pub fn end(&mut self, id: SessionId) -> Answer<Session> {
        self.0.write(|tx| course::end(tx, id))
    }

    /// Says at what local time an ended session ended: on the day it began, or after midnight.
    pub fn set_ended(&mut self, id: SessionId, time: NaiveTime) -> Answer<Session> {
        self.0.write(|tx| course::set_ended(tx, id, time))
    }

    /// Returns the sessions that were ended at their last line because another one began, and that the coach has not
    /// looked at since; newest first.
    pub fn ends_assumed(&self) -> Answer<Vec<Session>> {
        read::ends_assumed(self.0.read())
    }

    /// Notes that the session being held, if any, was last attended at `since`: the book is being closed.
    pub fn fall_asleep(&mut self, since: DateTime<Utc>) -> Answer<()> {
        self.0.write(|tx| gaps::fall_asleep(tx, since))
    }

    /// Notes that a session being held is attended again, after a sleep since `since` or after the book was closed. A
    /// gap worth a question is left out of the minutes until [`Sessions::answer_gap`] counts it.
    pub fn return_to(&mut self, id: SessionId, since: Option<DateTime<Utc>>) -> Answer<Session> {
        self.0.write(|tx| gaps::return_to(tx, id, since))
    }

    /// Returns the gaps the coach has not answered for, oldest first.
    pub fn gaps(&self, id: SessionId) -> Answer<Vec<SessionGap>> {
        gaps::open_gaps(self.0.read(), id)
    }

    /// Counts a gap, leaves it out, or takes the answer back (none).
    pub fn answer_gap(&mut self, id: SessionId, gap: i64, counted: Option<bool>) -> Answer<Session> {
        self.0.write(|tx| gaps::answer(tx, id, gap, counted))
    }

    /// Finishes the record: ends the session if need be, and wipes the words of lines that were left out.
    pub fn finish(&mut self, id: SessionId) -> Answer<Session> {
        self.0.write(|tx| course::finish(tx, id))
    }

    /// Opens a finished record again.
    pub fn reopen(&mut self, id: SessionId) -> Answer<Session> {
        self.0.write(|tx| course::reopen(tx, id))
    }

    /// Moves the local date and time a session was held at; its length stays.
    pub fn set_held_on(&mut self, id: SessionId, date: NaiveDate, time: NaiveTime) -> Answer<Session> {
        self.0.write(|tx| course::set_held_on(tx, id, date, time))
    }

    /// Returns the actions of a session whose days were read from words, to be read again after the date moved.
    pub fn actions_with_due_words(&self, id: SessionId) -> Answer<Vec<Action>> {
        results::with_due_words(self.0.read(), id)
    }

    /// Sets when an action is due.
    pub fn save_due(&mut self, action: ActionId, due: &Due) -> Answer<()> {
        self.0.write(|tx| results::save_due(tx, action, due))
    }

    /// Sets the next session as agreed.
    pub fn set_next(&mut self, id: SessionId, next: Option<DateTime<Utc>>) -> Answer<Session> {
        self.set(id, include_str!("set_next.sql"), &[(":next", &Stored::Moment(next))])
    }

    /// Sets the coach's line for the next time.
    pub fn set_for_next_time(&mut self, id: SessionId, text: Option<&str>) -> Answer<Session> {
        self.set(id, include_str!("set_for_next_time.sql"), &[(":text", &text)])
    }

    /// Sets the coach's reflection.
    pub fn set_reflection(&mut self, id: SessionId, text: Option<&str>) -> Answer<Session> {
        self.set(id, include_str!("set_reflection.sql"), &[(":text", &text)])
    }

    /// Notes that a check was done, with the client's answer.
    pub fn tick_check(
        &mut self,
        id: SessionId,
        key: CheckKey,
        acknowledged: Option<bool>,
        note: Option<&str>,
    ) -> Answer<()> {
        self.0.write(|tx| {
            tx.change(
                include_str!("check/tick.sql"),
                &[(":session", &id.0), (":key", &key.key()), (":acknowledged", &acknowledged), (":note", &note)],
            )
        })
    }

    /// Takes a tick back.
    pub fn untick_check(&mut self, id: SessionId, key: CheckKey) -> Answer<()> {
        self.0.write(|tx| {
            tx.run(include_str!("check/untick.sql"), &[(":session", &id.0), (":key", &key.key())])?;
            Ok(())
        })
    }

    /// Gives a session that was begun with the wrong client to the right one, with everything in it; only on the day
    /// it is held, else [`VaultError::DayOver`](crate::VaultError::DayOver). Given back, nothing is left of the move.
    pub fn move_to_client(&mut self, id: SessionId, engagement: EngagementId) -> Answer<Session> {
        self.0.write(|tx| moving::move_to(tx, id, engagement))
    }

    /// Saves a row: inserts it at the end when it has no number, changes it otherwise.
    pub fn save_row(&mut self, id: SessionId, row: &SessionRow) -> Answer<SessionRowId> {
        self.0.write(|tx| save_row(tx, id, row))
    }

    /// Removes a row; it can be restored.
    pub fn remove_row(&mut self, id: SessionId, row: SessionRowId) -> Answer<()> {
        self.0.write(|tx| rows::set_removed(tx, id, row, true))
    }

    /// Takes the removal of a row back.
    pub fn restore_row(&mut self, id: SessionId, row: SessionRowId) -> Answer<()> {
        self.0.write(|tx| rows::set_removed(tx, id, row, false))
    }

    /// Notes that a consent was taken back.
    pub fn withdraw_consent(&mut self, consent: ConsentId) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("../clients/consent/withdraw.sql"), &[(":id", &consent.0)]))
    }

    /// Removes a session that is not running; it can be restored.
    pub fn remove(&mut self, id: SessionId) -> Answer<()> {
        self.set_removed(id, true)
    }

    /// Takes the removal of a session back.
    pub fn restore(&mut self, id: SessionId) -> Answer<()> {
        self.set_removed(id, false)
    }

    fn set_removed(&mut self, id: SessionId, removed: bool) -> Answer<()> {
        self.0.write(|tx| tx.change(include_str!("set_removed.sql"), &[(":id", &id.0), (":removed", &removed)]))
    }

    /// Changes one session and returns it.
    fn set(&mut self, id: SessionId, sql: &str, values: &[(&str, &dyn ToSql)]) -> Answer<Session> {
        self.0.write(|tx| {
            let mut with_id = values.to_vec();
            with_id.push((":id", &id.0));
            tx.change(sql, &with_id)?;
            session(tx.sql, id)
        })
    }
}
