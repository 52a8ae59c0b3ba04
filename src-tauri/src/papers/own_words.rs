//! The coach's own words on papers and in e-mails: her templates, filled from the book.

#[cfg(test)]
mod tests;

use coachbook_core::{
    ClientId, EngagementId, SessionId,
    book::CoachProfile,
    client::Client,
    giving::Subject,
    session::SessionStatus,
    template::{self, Known, Merged, TemplateKind, TemplatePart},
};
use coachbook_documents::{
    Labels, PaperSetup,
    papers::{ClausePart, ConsentPaper, SessionSummary},
};
use coachbook_vault::{Vault, VaultError};

use super::{gather, letter::Letter};
use crate::{views, wire::CommandError};

/// What fields are filled with: the coach, a client, and one of the client's sessions.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) coach: CoachProfile,
    pub(crate) client: Option<Client>,
    programme: Option<String>,
    number: Option<u32>,
    date: Option<String>,
    next: Option<String>,
    today: Option<String>,
}

impl Facts {
    /// What is known in a session.
    pub(crate) fn of_session(vault: &mut Vault, id: SessionId) -> Result<Self, CommandError> {
        let session = vault.sessions().frame(id)?.session;
        let whose = Self::of_engagement(vault, session.engagement_id)?;
        let labels = whose.labels(vault)?;
        let next = session.next_session_at.map(|at| at.with_timezone(&session.zone).naive_local());
        Ok(Self {
            number: session.number,
            date: session.base_date().map(|day| labels.date(day)),
            next: next.map(|at| labels.date_time(&labels.date(at.date()), at)),
            ..whose
        })
    }

    /// What is known of an engagement, whatever the session.
    pub(crate) fn of_engagement(vault: &mut Vault, id: EngagementId) -> Result<Self, CommandError> {
        let engagement = vault.engagements().get(id)?;
        let client = vault.clients().get(engagement.client_id)?;
        Ok(Self { programme: engagement.fields.title, ..Self::of_person(vault, client)? })
    }

    /// What is known of a client: in the last session, else in the newest programme.
    pub(crate) fn of_client(vault: &mut Vault, id: ClientId) -> Result<Self, CommandError> {
        let mut held = vault.sessions().list_of_client(id)?;
        held.retain(|session| session.started_at.is_some() && session.status != SessionStatus::Planned);
        if let Some(last) = held.iter().max_by_key(|session| session.started_at) {
            return Self::of_session(vault, last.id);
        }
        let newest = vault.engagements().of_client(id)?.first().map(|engagement| engagement.id);
        match newest {
            Some(engagement) => Self::of_engagement(vault, engagement),
            None => {
                let client = vault.clients().get(id)?;
                Self::of_person(vault, client)
            }
        }
    }

    fn of_person(vault: &mut Vault, client: Client) -> Result<Self, CommandError> {
        let facts = Self { coach: vault.practice().coach()?, client: Some(client), ..Self::default() };
        let today = facts.labels(vault)?.date(gather::today(vault));
        Ok(Self { today: Some(today), ..facts })
    }

    /// How days are written for the client.
    fn labels(&self, vault: &mut Vault) -> Result<&'static Labels, CommandError> {
        let client = self.client.as_ref().ok_or(VaultError::NotFound)?;
        Ok(Labels::of(&views::language_of(vault, client)?))
    }

    /// The same, for filling fields.
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            coach: Some(&self.coach),
            client: self.client.as_ref().map(|client| &client.fields),
            programme: self.programme.as_deref(),
            session_number: self.number,
            session_date: self.date.clone(),
            next_session: self.next.clone(),
            today: self.today.clone(),
            ..Known::default()
        }
    }

    fn letter(&self, vault: &mut Vault, title: &str, text: &str) -> Result<Option<Letter>, CommandError> {
        let Some(words) = self.words(vault, TemplateKind::Email)? else { return Ok(None) };
        let known = Known { paper_title: Some(title), paper_text: Some(text), ..self.known() };
        Ok(Some(Letter {
            subject: template::as_line(&words.merged(template::SUBJECT, &known)),
            text: template::as_text(&words.merged("body", &known)),
        }))
    }

    /// The coach's own words of a kind, if she chose any for this client's language.
    fn words(&self, vault: &mut Vault, kind: TemplateKind) -> Result<Option<Words>, CommandError> {
        let client = self.client.as_ref().ok_or(VaultError::NotFound)?;
        Ok(views::own_words(vault, kind, client)?.map(Words))
    }
}

/// The parts of a template in use.
struct Words(Vec<TemplatePart>);

impl Words {
    fn merged(&self, key: &str, known: &Known<'_>) -> Vec<Merged> {
        let part = self.0.iter().find(|part| part.key == key && !part.body.trim().is_empty());
        part.map(|part| template::merge(&part.body, known)).unwrap_or_default()
    }

    fn on_paper(&self, key: &str, known: &Known<'_>) -> Vec<ClausePart> {
        let piece = |piece| match piece {
            Merged::Text(words) => ClausePart::Text(words),
            Merged::Field { label, value, .. } => ClausePart::Gap { value, label },
        };
        self.merged(key, known).into_iter().map(piece).collect()
    }
}

/// A summary with the coach's opening and closing words.
pub(super) fn summary(vault: &mut Vault, session: i64, setup: &PaperSetup) -> Result<SessionSummary, CommandError> {
    let summary = gather::summary(vault, session, setup)?;
    let facts = Facts::of_session(vault, SessionId(session))?;
    let Some(words) = facts.words(vault, TemplateKind::SummaryWording)? else { return Ok(summary) };
    let known = facts.known();
    let (opening, closing) = (words.on_paper("opening", &known), words.on_paper("closing", &known));
    Ok(SessionSummary { opening, closing, ..summary })
}

/// A consent with the coach's words on its purpose, where the record names none, and on refusing.
pub(super) fn consent(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
    setup: &PaperSetup,
) -> Result<ConsentPaper, CommandError> {
    let paper = gather::consent(vault, session, engagement, setup)?;
    let facts = match gather::session_meant(vault, session, engagement)? {
        Some(session) => Facts::of_session(vault, session)?,
        None => Facts::of_engagement(vault, EngagementId(engagement.ok_or_else(CommandError::malformed)?))?,
    };
    let Some(words) = facts.words(vault, TemplateKind::Consent)? else { return Ok(paper) };
    let known = facts.known();
    let usual = template::as_text(&words.merged("purpose", &known));
    let purpose = paper.purpose.or_else(|| Some(usual).filter(|usual| !usual.trim().is_empty()));
    Ok(ConsentPaper { purpose, refusal: words.on_paper("withdrawal", &known), ..paper })
}

/// The coach's own words around a paper's text, or around the sentence that says what is attached; none if she has none.
pub(super) fn letter(
    vault: &mut Vault,
    about: &Subject,
    title: &str,
    text: &str,
) -> Result<Option<Letter>, CommandError> {
    let facts = match (about.session, about.engagement) {
        (Some(session), _) => Facts::of_session(vault, session)?,
        (None, Some(engagement)) => Facts::of_engagement(vault, engagement)?,
        (None, None) => Facts::of_client(vault, about.client)?,
    };
    facts.letter(vault, title, text)
}
