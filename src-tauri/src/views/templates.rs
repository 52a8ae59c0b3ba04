//! Templates: the list, the sheet to write on, and which words new papers are made from.

use coachbook_core::{
    ClientId, TemplateId,
    agreement::Clause,
    clauses::{self, ClauseClass, Jurisdiction},
    client::Client,
    engagement::Engagement,
    gaps::{self, Part},
    session::Session,
    template::{self, Fault, Finding, Known, LANGUAGES, Merged, Template, TemplateKind, TemplatePart, Unfit, starting},
};
use coachbook_documents::Labels;
use coachbook_vault::{Vault, VaultError};

use super::practice::practice_fills;
use crate::{
    papers::Facts,
    wire::{
        CommandError,
        templates::{
            FilledPart, FilledPiece, KeptTemplate, TemplateFinding, TemplateList, TemplateSheet, TemplateWords,
        },
    },
};

/// Returns the language a client's papers are written in.
pub(crate) fn language_of(vault: &mut Vault, client: &Client) -> Result<String, CommandError> {
    match &client.fields.language {
        Some(language) => Ok(language.clone()),
        None => Ok(vault.practice().settings()?.paper_language),
    }
}

/// Returns the coach's own words for a kind of paper in a client's language; none when she chose none.
pub(crate) fn own_words(
    vault: &mut Vault,
    kind: TemplateKind,
    client: &Client,
) -> Result<Option<Vec<TemplatePart>>, CommandError> {
    let language = language_of(vault, client)?;
    Ok(vault.templates().in_use(kind, &language)?.map(|(_, parts)| parts))
}

/// Returns the clauses a new agreement with a client begins with: the coach's own, else the built-in ones. The version
/// they were taken from is closed, so that it can be looked at later.
pub(crate) fn first_clauses(vault: &mut Vault, client: &Client) -> Result<Vec<Clause>, CommandError> {
    let language = language_of(vault, client)?;
    match vault.templates().in_use(TemplateKind::Agreement, &language)? {
        Some((id, parts)) => {
            vault.templates().close(id)?;
            Ok(parts.into_iter().map(Clause::from).collect())
        }
        None => Ok(clauses::initial_clauses(Jurisdiction::Elsewhere)),
    }
}

/// Returns what the coach says at the opening, filled for a client; none when she wrote nothing.
pub(super) fn opening_words(
    vault: &mut Vault,
    session: &Session,
    client: &Client,
    engagement: &Engagement,
) -> Result<Option<String>, CommandError> {
    let Some(parts) = own_words(vault, TemplateKind::OpeningScript, client)? else { return Ok(None) };
    let coach = vault.practice().coach()?;
    let language = language_of(vault, client)?;
    let known = Known {
        coach: Some(&coach),
        client: Some(&client.fields),
        programme: engagement.fields.title.as_deref(),
        session_number: session.number,
        session_date: session.base_date().map(|day| Labels::of(&language).date(day)),
        ..Known::default()
    };
    let words = parts.first().map(|part| template::as_text(&template::merge(&part.body, &known)));
    Ok(words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()))
}

/// Returns the list of templates.
pub(crate) fn templates(vault: &mut Vault) -> Result<TemplateList, CommandError> {
    let kinds = TemplateKind::ALL.iter().map(|kind| kind.key().to_owned()).collect();
    Ok(TemplateList { kinds, own: vault.templates().list()?.into_iter().map(Into::into).collect() })
}

/// Makes an own copy: of the built-in words, or of another of her own.
pub(crate) fn copy(
    vault: &mut Vault,
    kind: TemplateKind,
    name: String,
    from: Option<TemplateId>,
) -> Result<KeptTemplate, CommandError> {
    let (language, parts) = match from {
        Some(id) => {
            let (row, template) = vault.templates().get(id)?;
            if row.kind != kind {
                return Err(CommandError::malformed());
            }
            (template.language, template.parts)
        }
        None => ("en".to_owned(), starting(kind)),
    };
    keep(vault, Template { kind, name, language, parts })
}

/// Keeps a new template.
pub(crate) fn keep(vault: &mut Vault, template: Template) -> Result<KeptTemplate, CommandError> {
    let id = vault.templates().add(&template.settled()?)?;
    Ok(KeptTemplate { id: id.0 })
}

/// Saves what the coach wrote; a name that is empty for the moment leaves the old one.
pub(crate) fn save(vault: &mut Vault, id: TemplateId, words: TemplateWords) -> Result<(), CommandError> {
    let (row, _) = vault.templates().get(id)?;
    let name = if words.name.trim().is_empty() { row.name } else { words.name };
    let parts = words.parts.into_iter().map(Into::into).collect();
    let template = Template { kind: row.kind, name, language: words.language, parts }.settled()?;
    Ok(vault.templates().save(id, &template)?)
}

/// Returns a template open to be written, filled with a client's values or with samples.
pub(crate) fn template_sheet(
    vault: &mut Vault,
    id: TemplateId,
    client: Option<ClientId>,
) -> Result<TemplateSheet, CommandError> {
    let (row, template) = vault.templates().get(id)?;
    if row.removed {
        return Err(VaultError::NotFound.into());
    }
    let versions = vault.templates().versions(id)?;
    let findings = template::check(&template).iter().map(|finding| on_wire(finding, &template)).collect();
    Ok(TemplateSheet {
        id: id.0,
        kind: template.kind.key().to_owned(),
        name: template.name.clone(),
        language: template.language.clone(),
        languages: offered(&template.language),
        in_use: row.in_use,
        required: required(template.kind),
        findings,
        fields: template::fields(template.kind).into_iter().map(Into::into).collect(),
        filled: filled(vault, &template, client)?,
        parts: template.parts.into_iter().map(Into::into).collect(),
        client_id: client.map(|id| id.0),
        versions: versions.into_iter().map(Into::into).collect(),
    })
}

/// The languages to choose from; one that a file brought stays among them.
fn offered(language: &str) -> Vec<String> {
    let other = (!LANGUAGES.contains(&language)).then_some(language);
    LANGUAGES.iter().copied().chain(other).map(str::to_owned).collect()
}

fn required(kind: TemplateKind) -> Vec<String> {
    let always = clauses::LIBRARY.iter().filter(|clause| clause.class == ClauseClass::Required);
    always.filter(|_| kind == TemplateKind::Agreement).map(|clause| clause.key.to_owned()).collect()
}

fn on_wire(finding: &Finding, template: &Template) -> TemplateFinding {
    let in_heading = finding.fault == Fault::InHeading;
    let part = template.parts.get(finding.part);
    let words = part.map_or("", |part| if in_heading { &part.heading } else { &part.body });
    let letters = |until: usize| words.get(..until).unwrap_or_default().encode_utf16().count();
    let (fault, nearest) = match finding.fault {
        Fault::Unknown { nearest } => ("unknown", nearest),
        Fault::Misplaced => ("misplaced", None),
        Fault::Unclosed => ("unclosed", None),
        Fault::Unopened => ("unopened", None),
        Fault::InHeading => ("in_heading", None),
        Fault::Empty => ("empty", None),
    };
    TemplateFinding {
        part: finding.part,
        in_heading,
        from: letters(finding.at.start),
        to: letters(finding.at.end),
        fault: fault.to_owned(),
        written: words.get(finding.at.clone()).unwrap_or_default().to_owned(),
        nearest: nearest.map(str::to_owned),
    }
}

fn filled(vault: &mut Vault, template: &Template, client: Option<ClientId>) -> Result<Vec<FilledPart>, CommandError> {
    match client {
        Some(client) if template.kind == TemplateKind::Agreement => agreement_for(vault, template, client),
        Some(client) => {
            let facts = Facts::of_client(vault, client)?;
            Ok(merged(template, &facts.known(Labels::of(&template.language))))
        }
        None => Ok(merged(template, &Known { samples: Some(template.kind), ..Known::default() })),
    }
}

fn merged(template: &Template, known: &Known<'_>) -> Vec<FilledPart> {
    let piece = |piece| match piece {
        Merged::Text(text) => FilledPiece::Text { text },
        Merged::Field { value: Some(text), .. } => FilledPiece::Value { text },
        Merged::Field { label, .. } => FilledPiece::Empty { label },
    };
    let part = |part: &TemplatePart| FilledPart {
        key: part.key.clone(),
        heading: part.heading.clone(),
        pieces: template::merge(&part.body, known).into_iter().map(piece).collect(),
    };
    template.parts.iter().filter(|part| part.included).map(part).collect()
}

/// The agreement as it would be begun for a client, with her programme and the answers about the practice.
fn agreement_for(vault: &mut Vault, template: &Template, client: ClientId) -> Result<Vec<FilledPart>, CommandError> {
    let fields = vault.clients().get(client)?.fields;
    let engagement = vault.engagements().of_client(client)?.into_iter().next();
    let engagement = engagement.map(|engagement| engagement.fields).unwrap_or_default();
    let (coach, practice) = (vault.practice().coach()?, practice_fills(vault)?);
    let clauses: Vec<Clause> = template.parts.iter().cloned().map(Clause::from).collect();
    let sources = gaps::Sources {
        fills: &[],
        client: &fields,
        engagement: &engagement,
        spoken: &super::spoken(&engagement, Labels::of(&template.language)),
        coach: &coach,
        practice: &practice,
    };
    let piece = |part| match part {
        Part::Text(text) => FilledPiece::Text { text },
        Part::Gap { value: Some(text), .. } => FilledPiece::Value { text },
        Part::Gap { optional: true, .. } => FilledPiece::Text { text: String::new() },
        Part::Gap { label, .. } => FilledPiece::Empty { label },
    };
    let sheet = gaps::fill(&clauses, sources);
    let shown = sheet.clauses.into_iter().filter(|clause| clause.included);
    Ok(shown
        .map(|clause| FilledPart {
            key: clause.key,
            heading: clause.heading,
            pieces: clause.parts.into_iter().map(piece).collect(),
        })
        .collect())
}

impl From<Unfit> for CommandError {
    fn from(unfit: Unfit) -> Self {
        let message = match unfit {
            Unfit::Name => "A name or a heading is empty or longer than 120 letters.",
            Unfit::Language => "Its language is not one Coachbook can name.",
            Unfit::Parts => "Its parts are not those of such a template.",
            Unfit::Twice => "It holds the same part twice.",
            Unfit::TooLong => "Its words are too long for a template.",
            Unfit::Hidden => "It holds signs that cannot be seen, which may hide other words.",
        };
        Self::new("unfit_template", message, "Nothing was changed.")
    }
}
