//! What a sponsor receives: dates, numbers, the goals all three agreed on, and one text the client has approved.
//!
//! The report is built from this list and from nothing else. The client approves words, not a report: when they are
//! changed afterwards, the approval no longer holds.

use chrono::NaiveDate;

use crate::{
    goals::{Goal, GoalStatus},
    hours::Activity,
    hours::LoggedSession,
    session::SessionStatus,
};

/// The client's approval of a progress text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The very words that were approved.
    pub text: String,
    /// Name in print.
    pub by: String,
    /// Day.
    pub on: NaiveDate,
}

/// A report as the coach and client write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SponsorReport {
    /// The sponsor, as it pays.
    pub sponsor: String,
    /// The person the report goes to.
    pub to: Option<String>,
    /// First day covered; none until it is said.
    pub from: Option<NaiveDate>,
    /// Last day covered; none until it is said.
    pub until: Option<NaiveDate>,
    /// The progress text, written with the client.
    pub progress: String,
    /// The client's approval.
    pub approval: Option<Approval>,
}

/// Where a report stands on its way to the sponsor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A day is missing.
    NoPeriod,
    /// The last day lies before the first.
    Backwards,
    /// The client has approved nothing.
    Waiting,
    /// The client approved other words.
    Changed,
    /// The client approved these very words.
    Approved,
}

impl SponsorReport {
    /// Returns where it stands.
    pub fn standing(&self) -> Standing {
        match (self.from.zip(self.until), &self.approval) {
            (None, _) => Standing::NoPeriod,
            (Some((from, until)), _) if from > until => Standing::Backwards,
            (Some(_), None) => Standing::Waiting,
            (Some(_), Some(approval)) if approval.text == self.progress => Standing::Approved,
            (Some(_), Some(_)) => Standing::Changed,
        }
    }
}

/// Whose report it is.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// The client's name.
    pub client: &'a str,
    /// Title of the engagement.
    pub engagement: Option<&'a str>,
    /// Sessions planned.
    pub planned: Option<u32>,
    /// All sessions of the engagement.
    pub sessions: &'a [LoggedSession],
    /// All goals of the engagement, the client's own too.
    pub goals: &'a [Goal],
}

/// A goal all three agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedGoal {
    /// The goal.
    pub title: String,
    /// Where it stands.
    pub status: GoalStatus,
}

/// The report on paper. What has no field here is not the sponsor's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SponsorContent {
    /// The sponsor.
    pub sponsor: String,
    /// The person it goes to.
    pub to: Option<String>,
    /// The client.
    pub client: String,
    /// The engagement.
    pub engagement: Option<String>,
    /// First and last day covered.
    pub period: (NaiveDate, NaiveDate),
    /// Days sessions were held within the period.
    pub held_on: Vec<NaiveDate>,
    /// Sessions held since the beginning, up to the last day covered.
    pub held: usize,
    /// Sessions planned.
    pub planned: Option<u32>,
    /// Goals all three agreed on.
    pub goals: Vec<SharedGoal>,
    /// The progress text.
    pub progress: String,
    /// Who approved it, and when; none on the copy the client is asked to approve.
    pub approved: Option<(String, NaiveDate)>,
}

/// Why a report may not go to the sponsor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotApproved {
    /// The client has not approved it.
    #[error("the client has not approved the text")]
    Missing,
    /// The text was changed after the client had approved it.
    #[error("the text was changed after the client had approved it")]
    Changed,
    /// It covers no days.
    #[error("the days it covers are missing, or the last lies before the first")]
    NoPeriod,
}

/// Returns the report as it may go to the sponsor.
///
/// # Errors
/// [`NotApproved`] unless the client has approved these very words.
pub fn for_sponsor(report: &SponsorReport, work: Work<'_>) -> Result<SponsorContent, NotApproved> {
    let content = for_client(report, work)?;
    let approval = report.approval.as_ref().ok_or(NotApproved::Missing)?;
    if approval.text != report.progress {
        return Err(NotApproved::Changed);
    }
    Ok(SponsorContent { approved: Some((approval.by.clone(), approval.on)), ..content })
}

/// Returns the report as it is laid before the client for approval. It carries no approval, whatever was given before.
///
/// # Errors
/// [`NotApproved::NoPeriod`] until it covers days.
pub fn for_client(report: &SponsorReport, work: Work<'_>) -> Result<SponsorContent, NotApproved> {
    let period = report.from.zip(report.until).filter(|(from, until)| from <= until);
    let (from, until) = period.ok_or(NotApproved::NoPeriod)?;
    let held = |session: &&LoggedSession| {
        session.status == SessionStatus::Completed && session.activity == Activity::Coaching && session.on <= until
    };
    let mut held_on: Vec<NaiveDate> =
        work.sessions.iter().filter(held).map(|session| session.on).filter(|day| *day >= from).collect();
    held_on.sort_unstable();
    Ok(SponsorContent {
        sponsor: report.sponsor.clone(),
        to: report.to.clone(),
        client: work.client.to_owned(),
        engagement: work.engagement.map(str::to_owned),
        period: (from, until),
        held_on,
        held: work.sessions.iter().filter(held).count(),
        planned: work.planned,
        goals: work
            .goals
            .iter()
            .filter(|goal| goal.agreed_with_sponsor)
            .map(|goal| SharedGoal { title: goal.title.clone(), status: goal.status })
            .collect(),
        progress: report.progress.clone(),
        approved: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::PaidClass;

    const TEXT: &str = "Delegates more, and has said so to the team.";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn report(approved: Option<&str>) -> SponsorReport {
        SponsorReport {
            sponsor: "Example Ltd".into(),
            to: None,
            from: Some(day("2026-01-01")),
            until: Some(day("2026-03-31")),
            progress: TEXT.into(),
            approval: approved.map(|text| Approval { text: text.into(), by: "Ana".into(), on: day("2026-04-01") }),
        }
    }

    fn session(on: &str, activity: Activity, status: SessionStatus) -> LoggedSession {
        LoggedSession { on: day(on), minutes: 60, activity, paid: PaidClass::Paid, status }
    }

    fn content(report: &SponsorReport) -> Result<SponsorContent, NotApproved> {
        use {Activity::*, SessionStatus::*};
        let private = Goal { why: Some("canary".into()), ..Goal::of("canary: leave the company") };
        let shared = Goal { why: Some("canary".into()), agreed_with_sponsor: true, ..Goal::of("Delegate more") };
        let sessions = [
            session("2026-02-10", Coaching, Completed),
            session("2026-02-24", Coaching, NoShow),
            session("2026-03-03", ThreeWayMeeting, Completed),
            session("2025-12-10", Coaching, Completed),
            session("2026-04-02", Coaching, Completed),
            session("2026-01-13", Coaching, Completed),
        ];
        let work = Work {
            client: "Ana Silva",
            engagement: Some("Leading a new team"),
            planned: Some(8),
            sessions: &sessions,
            goals: &[private, shared],
        };
        for_sponsor(report, work)
    }

    #[test]
    fn nothing_goes_out_without_the_client_s_approval_of_these_words() {
        assert_eq!(content(&report(None)), Err(NotApproved::Missing));
        assert_eq!(content(&report(Some("Delegates more."))), Err(NotApproved::Changed));
        let sent = content(&report(Some(TEXT))).unwrap();
        assert_eq!(sent.approved, Some(("Ana".to_owned(), day("2026-04-01"))), "control: approved, it goes out");
    }

    #[test]
    fn it_stands_where_its_days_and_its_words_stand() {
        let unsaid = SponsorReport { until: None, ..report(Some(TEXT)) };
        assert_eq!((unsaid.standing(), content(&unsaid)), (Standing::NoPeriod, Err(NotApproved::NoPeriod)));
        let backwards = SponsorReport { until: Some(day("2025-12-31")), ..report(Some(TEXT)) };
        assert_eq!((backwards.standing(), content(&backwards)), (Standing::Backwards, Err(NotApproved::NoPeriod)));
        assert_eq!(report(None).standing(), Standing::Waiting);
        assert_eq!(report(Some("Delegates more.")).standing(), Standing::Changed);
        assert_eq!(report(Some(TEXT)).standing(), Standing::Approved);
    }

    #[test]
    fn it_holds_the_list_and_nothing_else() {
        let sent = content(&report(Some(TEXT))).unwrap();
        assert_eq!(sent.held_on, [day("2026-01-13"), day("2026-02-10")], "held, in the period, in order");
        assert_eq!((sent.held, sent.planned), (3, Some(8)));
        assert_eq!(sent.goals.len(), 1);
        assert!(!format!("{sent:?}").contains("canary"), "the client's own goals and reasons are hers");
    }
}
