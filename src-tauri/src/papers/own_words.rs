//! The coach's own words on papers and in e-mails: her templates, filled from the book.

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveDateTime};
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
    date: Option<NaiveDate>,
    next: Option<NaiveDateTime>,
    today: Option<NaiveDate>,
}

impl Facts {
    /// What is known in a session.
    pub(crate) fn of_session(vault: &mut Vault, id: SessionId) -> Result<Self, CommandError> {
        let session = vault.sessions().frame(id)?.session;
        let whose = Self::of_engagement(vault, session.engagement_id)?;
        let next = session.next_session_at.map(|at| at.with_timezone(&session.zone).naive_local());
        Ok(Self { number: session.number, date: session.base_date(), next, ..whose })
    }

    /// What is known of an engagement, whatever the session.
    pub(crate) fn of_engagement(vault: &mut Vault, id: EngagementId) -> Result<Self, CommandError> {
        let engagement = vault.engagements().get(id)?;
        let client = vault.clients().get(engagement.client_id)?;
        Ok(Self { programme: engagement.fields.title, ..Self::of_person(vault, client)? })
    }

    /// What is known where a consent is asked for.
    fn of_consent(vault: &mut Vault, session: Option<i64>, engagement: Option<i64>) -> Result<Self, CommandError> {
        match gather::session_meant(vault, session, engagement)? {
            Some(session) => Self::of_session(vault, session),
            None => Self::of_engagement(vault, EngagementId(engagement.ok_or_else(CommandError::malformed)?)),
        }
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
        let today = Some(gather::today(vault));
        Ok(Self { coach: vault.practice().coach()?, client: Some(client), today, ..Self::default() })
    }

    /// The words of the client's language, which is that of the coach's words chosen for them.
    fn labels(&self, vault: &mut Vault) -> Result<&'static Labels, CommandError> {
        let client = self.client.as_ref().ok_or(VaultError::NotFound)?;
        Ok(Labels::of(&views::language_of(vault, client)?))
    }

    /// The same, for filling fields of words in a language.
    pub(crate) fn known(&self, labels: &Labels) -> Known<'_> {
        Known {
            coach: Some(&self.coach),
            client: self.client.as_ref().map(|client| &client.fields),
            programme: self.programme.as_deref(),
            session_number: self.number,
            session_date: self.date.map(|day| labels.date(day)),
            next_session: self.next.map(|at| labels.date_time(&labels.date(at.date()), at)),
            today: self.today.map(|day| labels.date(day)),
            ..Known::default()
        }
    }

    /// Names on screen of the fields that stay empty in some parts of the coach's words, each once.
    fn empty(&self, vault: &mut Vault, kind: TemplateKind, parts: &[&str]) -> Result<Vec<String>, CommandError> {
        let Some(words) = self.words(vault, kind)? else { return Ok(Vec::new()) };
        let known = self.known(self.labels(vault)?);
        let mut empty = Vec::new();
        for piece in parts.iter().flat_map(|key| words.merged(key, &known)) {
            match piece {
                Merged::Field { label, value: None, .. } if !empty.contains(&label) => empty.push(label),
                _ => {}
            }
        }
        Ok(empty)
    }

    fn letter(&self, vault: &mut Vault, title: &str, text: &str) -> Result<Option<Letter>, CommandError> {
        let Some(words) = self.words(vault, TemplateKind::Email)? else { return Ok(None) };
        let labels = self.labels(vault)?;
        let known = Known { paper_title: Some(title), paper_text: Some(text), ..self.known(labels) };
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

    fn on_paper(&self, key: &str, known: &Known<'_>, labels: &Labels) -> Vec<ClausePart> {
        let piece = |piece| match piece {
            Merged::Text(words) => ClausePart::Text(words),
            Merged::Field { key, label, value } => {
                ClausePart::Gap { value, label: labels.gap(&key).map_or(label, str::to_owned) }
            }
        };
        self.merged(key, known).into_iter().map(piece).collect()
    }
}

/// A summary with the coach's opening and closing words.
pub(super) fn summary(vault: &mut Vault, session: i64, setup: &PaperSetup) -> Result<SessionSummary, CommandError> {
    let summary = gather::summary(vault, session, setup)?;
    let facts = Facts::of_session(vault, SessionId(session))?;
    let Some(words) = facts.words(vault, TemplateKind::SummaryWording)? else { return Ok(summary) };
    let labels = setup.labels();
    let known = facts.known(labels);
    let (opening, closing) = (words.on_paper("opening", &known, labels), words.on_paper("closing", &known, labels));
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
    let facts = Facts::of_consent(vault, session, engagement)?;
    let Some(words) = facts.words(vault, TemplateKind::Consent)? else { return Ok(paper) };
    let known = facts.known(setup.labels());
    let usual = template::as_text(&words.merged("purpose", &known));
    let purpose = paper.purpose.or_else(|| Some(usual).filter(|usual| !usual.trim().is_empty()));
    Ok(ConsentPaper { purpose, refusal: words.on_paper("withdrawal", &known, setup.labels()), ..paper })
}

/// Names on screen of the fields that stay empty in a summary's opening and closing words.
pub(super) fn empty_in_summary(vault: &mut Vault, session: i64) -> Result<Vec<String>, CommandError> {
    let facts = Facts::of_session(vault, SessionId(session))?;
    facts.empty(vault, TemplateKind::SummaryWording, &["opening", "closing"])
}

/// The same of a consent's words.
pub(super) fn empty_in_consent(
    vault: &mut Vault,
    session: Option<i64>,
    engagement: Option<i64>,
    setup: &PaperSetup,
) -> Result<Vec<String>, CommandError> {
    let named = gather::consent(vault, session, engagement, setup)?.purpose.is_some();
    let facts = Facts::of_consent(vault, session, engagement)?;
    // The usual purpose is not printed where the record names one.
    let parts = if named { &["withdrawal"][..] } else { &["purpose", "withdrawal"] };
    facts.empty(vault, TemplateKind::Consent, parts)
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
