//! What each paper says, gathered from the book.

pub(super) mod access;
pub(super) mod practice;
pub(super) mod programme;
pub(super) mod sponsor;

use chrono::NaiveDate;
use coachbook_core::{
    EngagementId, SessionId, VersionId,
    book::CoachProfile,
    clauses::is_of_three,
    client::Client,
    engagement::Engagement,
    printed,
    session::{SessionFrame, SessionRecord},
};
use coachbook_documents::{
    Doc, PaperSetup,
    papers::{
        self as paper, ActionPlan, ConsentPaper, RecoverySheet, SessionSheet, SessionSummary, three_way_agreement,
    },
};
use coachbook_vault::Vault;

use super::{content, sheet};
use crate::{state::local_day, views, wire::CommandError};

/// Returns the local day.
pub(crate) fn today(vault: &Vault) -> NaiveDate {
    local_day(vault.now())
}

/// A session and whose it is.
struct Whose {
    record: SessionRecord,
    coach: CoachProfile,
    client: Client,
    engagement: Engagement,
    agreement: Option<(u32, Option<NaiveDate>)>,
}

impl Whose {
    fn of(vault: &mut Vault, session: SessionId) -> Result<Self, CommandError> {
        let record = vault.sessions().get(session)?;
        let engagement = vault.engagements().get(record.frame.session.engagement_id)?;
        let client = vault.clients().get(engagement.client_id)?;
        let held_under = record.frame.session.agreement_version;
        let version = held_under.map(|id| vault.agreements().get(id)).transpose()?;
        Ok(Self {
            coach: vault.practice().coach()?,
            agreement: version.map(|version| (version.version_no, version.signed_on)),
            record,
            client,
            engagement,
        })
    }

    fn context(&self) -> printed::Context<'_> {
        printed::Context {
            coach: &self.coach,
            client: &self.client,
            engagement: &self.engagement,
            agreement: self.agreement,
        }
    }
}

/// Returns the session summary.
pub(super) fn summary(vault: &mut Vault, session: i64, setup: &PaperSetup) -> Result<SessionSummary, CommandError> {
    let whose = Whose::of(vault, SessionId(session))?;
    Ok(content::summary(printed::summary(&whose.record, whose.context(), false), setup))
}

/// Returns the action plan of a session; without one, of the last session, or all that is still open of the engagement.
pub(super) fn plan(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
    last_session: bool,
) -> Result<ActionPlan, CommandError> {
    let day = today(vault);
    let session = if last_session { session_meant(vault, session, engagement)? } else { session.map(SessionId) };
    if let Some(session) = session {
        let whose = Whose::of(vault, session)?;
        return Ok(content::plan(printed::action_plan(&whose.record, whose.context(), day)));
    }
    let engagement = vault.engagements().get(EngagementId(engagement.ok_or_else(CommandError::malformed)?))?;
    let client = vault.clients().get(engagement.client_id)?;
    let coach = vault.practice().coach()?;
    let frames = frames_with_open_actions(vault, &engagement)?;
    let context = printed::Context { coach: &coach, client: &client, engagement: &engagement, agreement: None };
    Ok(content::plan(printed::open_plan(&frames, context, day)))
}

/// The sessions of an engagement that left something open, oldest first.
fn frames_with_open_actions(vault: &mut Vault, engagement: &Engagement) -> Result<Vec<SessionFrame>, CommandError> {
    let open = vault.results().open_actions(engagement.client_id)?;
    let mut sessions = vault.sessions().list_of_client(engagement.client_id)?;
    sessions.retain(|session| {
        session.engagement_id == engagement.id && open.iter().any(|row| row.session_id == session.id)
    });
    sessions.sort_by_key(|session| (session.started_at, session.id));
    sessions.into_iter().map(|session| Ok(vault.sessions().frame(session.id)?)).collect()
}

/// Returns the sheet for a session to come; hers alone.
pub(super) fn sheet(vault: &mut Vault, session: SessionId, setup: &PaperSetup) -> Result<SessionSheet, CommandError> {
    Ok(sheet::session_sheet(views::prep_facts(vault, session)?, setup))
}

/// Returns the consent to sign; before the first session it holds names and lines to write on.
pub(super) fn consent(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
    setup: &PaperSetup,
) -> Result<ConsentPaper, CommandError> {
    if let Some(session) = session_meant(vault, session, engagement)? {
        let whose = Whose::of(vault, session)?;
        return Ok(content::consent(printed::consent(&whose.record, whose.context()), setup));
    }
    let engagement = EngagementId(engagement.ok_or_else(CommandError::malformed)?);
    let client = vault.engagements().get(engagement)?.client_id;
    let fields = vault.clients().get(client)?.fields;
    let name = fields.legal_name.unwrap_or(fields.display_name);
    Ok(ConsentPaper { client_name: Some(name), ..ConsentPaper::default() })
}

/// Returns the session a paper is about: the one named, else the last one held.
pub(super) fn session_meant(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
) -> Result<Option<SessionId>, CommandError> {
    if let Some(session) = session {
        return Ok(Some(SessionId(session)));
    }
    let engagement = EngagementId(engagement.ok_or_else(CommandError::malformed)?);
    let client = vault.engagements().get(engagement)?.client_id;
    let sessions = vault.sessions().list_of_client(client)?;
    let held = sessions.iter().filter(|s| s.engagement_id == engagement && s.started_at.is_some());
    Ok(held.max_by_key(|s| s.started_at).map(|s| s.id))
}

/// Returns the agreement as it stands, one of three when the sponsor signs it.
pub(super) fn agreement(vault: &mut Vault, version: VersionId, setup: &PaperSetup) -> Result<Doc, CommandError> {
    let (coach, labels) = (vault.practice().coach()?, setup.labels());
    let filled = views::fields_and_sheet(vault, version)?;
    let sponsored = is_of_three(&filled.version.clauses).then(|| filled.engagement.fields.clone());
    let of_two = content::agreement(filled, &coach, labels);
    Ok(match sponsored {
        Some(programme) => three_way_agreement(&content::three_way(of_two, &programme, labels), setup),
        None => paper::agreement(&of_two, setup),
    })
}

/// Returns the recovery sheet of the open book.
pub(super) fn recovery_sheet(vault: &Vault) -> RecoverySheet {
    RecoverySheet {
        book_name: vault.book().name().to_owned(),
        book_id: vault.book().id().to_string(),
        code_groups: vault.book().recovery_code().groups().to_vec(),
    }
}
