//! Papers about a whole programme, and the coach's own copy of a session.

use coachbook_core::{
    EngagementId, SessionId,
    coach_copy::{Private, coach_copy},
    goals::{Goal, GoalMeasure},
    printed::{self, ActionPlanContent, ProgrammeContent},
    session::{SessionFrame, SessionStatus},
};
use coachbook_documents::{
    PaperSetup,
    papers::{ClosingReport, CoachingPlan, SessionSummary, Skill},
};
use coachbook_vault::Vault;

use super::{Whose, content, today};
use crate::{views, wire::CommandError};

/// What the book knows of a programme: what it was, and what is still open.
fn known(vault: &mut Vault, id: EngagementId) -> Result<(ProgrammeContent, ActionPlanContent), CommandError> {
    let day = today(vault);
    let engagement = vault.engagements().get(id)?;
    let client = vault.clients().get(engagement.client_id)?;
    let coach = vault.practice().coach()?;
    let mut sessions = vault.sessions().list_of_client(client.id)?;
    sessions.retain(|session| {
        session.engagement_id == id && matches!(session.status, SessionStatus::Ended | SessionStatus::Completed)
    });
    sessions.sort_by_key(|session| (session.started_at, session.id));
    let frames: Vec<SessionFrame> =
        sessions.into_iter().map(|session| vault.sessions().frame(session.id)).collect::<Result<_, _>>()?;
    let context = printed::Context { coach: &coach, client: &client, engagement: &engagement, agreement: None };
    Ok((printed::programme(&frames, context), printed::open_plan(&frames, context, day)))
}

/// Returns the coaching plan.
pub(in crate::papers) fn coaching_plan(vault: &mut Vault, id: i64) -> Result<CoachingPlan, CommandError> {
    let (programme, open) = known(vault, EngagementId(id))?;
    let mut support: Vec<String> = Vec::new();
    for who in open.dated.into_iter().chain(open.undated).filter_map(|row| row.support) {
        if !support.contains(&who) {
            support.push(who);
        }
    }
    let goals = goals(programme.wanted, programme.measures);
    Ok(CoachingPlan {
        client_name: programme.head.client,
        engagement: programme.head.engagement,
        period: programme.first.map(|first| (first, programme.agreed_end)),
        present: programme.present,
        goals,
        strengths: programme.strengths,
        resources: programme.resources,
        skills: programme.skills.into_iter().map(|skill| Skill { skill, ..Skill::default() }).collect(),
        support,
        // The plan does not list the actions, so that their numbers would lead nowhere.
        accountability: open
            .accountability
            .into_iter()
            .map(|row| content::accountable(printed::AccountabilityRow { actions: Vec::new(), ..row }))
            .collect(),
        ..CoachingPlan::default()
    })
}

/// What was wanted, as goals. Measures belong to a session and not to one of several wishes of it.
fn goals(wanted: Vec<String>, measures: Vec<printed::MeasureRow>) -> Vec<Goal> {
    let mut goals: Vec<Goal> = wanted.iter().map(|wish| Goal::of(wish)).collect();
    if let [only] = goals.as_mut_slice() {
        let texts = measures.into_iter().map(content::measure_line);
        only.measures = texts.map(|text| GoalMeasure { text, ..GoalMeasure::default() }).collect();
    }
    goals
}

/// Returns the report of a programme's end.
pub(in crate::papers) fn closing_report(
    vault: &mut Vault,
    id: i64,
    setup: &PaperSetup,
) -> Result<ClosingReport, CommandError> {
    let (programme, open) = known(vault, EngagementId(id))?;
    let mut open: Vec<_> = open.dated.into_iter().chain(open.undated).collect();
    open.sort_by_key(|row| row.number);
    let last = programme.agreed_end.or_else(|| programme.sessions.last().copied());
    Ok(ClosingReport {
        client_name: programme.head.client,
        engagement: programme.head.engagement,
        // One day is no period; it stands among the sessions.
        period: programme.first.zip(last).filter(|(first, last)| first < last),
        insights: programme.insights.into_iter().map(|words| content::quoted(words, setup.labels())).collect(),
        strengths: programme.strengths,
        skills: programme.skills,
        goes_on_with: open.into_iter().map(|row| row.what).collect(),
        sessions: programme.sessions,
        planned: programme.planned,
        ..ClosingReport::default()
    })
}

/// The coach's copy of a session, with what her words for its phases are.
pub(in crate::papers) struct OwnCopy {
    pub(in crate::papers) summary: SessionSummary,
    pub(in crate::papers) private: Private,
    pub(in crate::papers) phases: views::PhaseNames,
}

/// Returns the coach's own copy of a session.
pub(in crate::papers) fn own_copy(
    vault: &mut Vault,
    session: i64,
    setup: &PaperSetup,
) -> Result<OwnCopy, CommandError> {
    let session = SessionId(session);
    let whose = Whose::of(vault, session)?;
    let used = views::question_uses(vault, session)?.into_iter().filter_map(|one| one.text).collect();
    let (summary, private) = coach_copy(&whose.record, whose.context(), used);
    Ok(OwnCopy {
        summary: content::summary(summary, setup),
        private,
        phases: views::phase_names(vault, &whose.record.frame.session.model)?,
    })
}
