//! Everything that is kept about a client, for a client who asks for it.

mod lines;

use chrono::NaiveDate;
use coachbook_core::{
    ClientId, VersionId,
    access::{self, AccessContent, Held, HeldFile},
    attachment::MediaType,
    gaps::Part,
    note::Visibility,
    processing::{RecordClass, default_register, retention_rules},
    session::SessionRecord,
};
use coachbook_documents::Labels;
use coachbook_vault::{Vault, record_mark};

use super::today;
use crate::{
    state::local_day,
    views,
    wire::{
        CommandError, day,
        papers::{RecordNaming, RecordReview},
    },
};

fn record(class: RecordClass, on: Option<NaiveDate>, title: &str, text: String) -> Held {
    Held { class, on, title: title.to_owned(), text, private: false, review: None }
}

/// Kept by the coach for herself.
fn mine(record: Held, visibility: Visibility) -> Held {
    Held { private: visibility == Visibility::Private, ..record }
}

/// Returns the records that name somebody the client speaks of, in the words they will be given in: each is looked at
/// before it is given. A decision about words that are no longer there is forgotten.
pub(crate) fn records_naming(vault: &mut Vault, client: ClientId) -> Result<Vec<RecordNaming>, CommandError> {
    let names = third_persons(vault, client)?;
    let labels = labels_of(vault, client)?;
    let mut decided = vault.clients().access_reviews(client)?;
    let mut naming: Vec<RecordNaming> = Vec::new();
    for held in kept_about(vault, client, labels)? {
        let found: Vec<String> = access::names_in(&held, &names).into_iter().map(str::to_owned).collect();
        let key = record_mark(&held);
        // The same words twice are decided on once.
        if found.is_empty() || naming.iter().any(|row| row.key == key) {
            continue;
        }
        let review = decided.remove(&key).map(|review| RecordReview::of(&key, &review));
        let (on, private) = (held.on.map(day), held.private);
        naming.push(RecordNaming { key, title: held.title, on, text: held.text, names: found, private, review });
    }
    let gone: Vec<String> = decided.into_keys().collect();
    vault.clients().forget_reviews(client, &gone)?;
    Ok(naming)
}

/// Returns what a client who asks is given.
///
/// # Errors
/// `not_reviewed` while a record that names somebody else waits to be looked at.
pub(crate) fn answer(vault: &mut Vault, client: ClientId, labels: &Labels) -> Result<AccessContent, CommandError> {
    let fields = vault.clients().get(client)?.fields;
    let names = third_persons(vault, client)?;
    let decided = vault.clients().access_reviews(client)?;
    let reviewed = |held: Held| Held { review: decided.get(&record_mark(&held)).cloned(), ..held };
    let records: Vec<Held> = kept_about(vault, client, labels)?.into_iter().map(reviewed).collect();
    let request = access::Request {
        client: &fields.legal_name.unwrap_or(fields.display_name),
        as_of: today(vault),
        records: &records,
        files: &files(vault, client, labels)?,
        third_persons: &names,
        register: &default_register(|activity| labels.activity(activity)),
        rules: &retention_rules(vault.practice().settings()?.keep_years),
    };
    access::access(request).map_err(|_| {
        CommandError::new(
            "not_reviewed",
            "Some records still name other persons.",
            "Say for each whether it is given as it is, in other words, or not at all. New words must not name them either.",
        )
    })
}

/// Returns the words of the language a client's data are given in.
pub(in crate::papers) fn labels_of(vault: &mut Vault, client: ClientId) -> Result<&'static Labels, CommandError> {
    let client = vault.clients().get(client)?;
    Ok(Labels::of(&views::language_of(vault, &client)?))
}

fn third_persons(vault: &mut Vault, client: ClientId) -> Result<Vec<String>, CommandError> {
    Ok(vault.results().gains(client)?.people.into_iter().map(|person| person.alias).collect())
}

fn kept_about(vault: &mut Vault, client: ClientId, labels: &Labels) -> Result<Vec<Held>, CommandError> {
    let mut kept = vec![lines::contact(&vault.clients().get(client)?.fields, labels)];
    let people = vault.results().gains(client)?.people;
    kept.extend(people.iter().map(|person| lines::person(person, labels)));
    for engagement in vault.engagements().of_client(client)? {
        kept.push(lines::programme(&engagement, labels));
        if let Some(version) = vault.agreements().current(engagement.id)? {
            for version in vault.agreements().versions(version.agreement_id)? {
                kept.push(agreement(vault, version.id, labels)?);
            }
        }
    }
    let consents = vault.clients().consents(client)?;
    kept.extend(consents.iter().map(|consent| lines::consent(consent, labels)));
    let mut sessions = vault.sessions().list_of_client(client)?;
    sessions.sort_by_key(|session| (session.started_at.or(session.planned_at), session.id));
    for session in sessions {
        let whole = vault.sessions().get(session.id)?;
        let phases = views::phase_names(vault, &session.model)?;
        kept.extend(of_session(&whole, &phases, labels));
    }
    Ok(kept)
}

/// A version of the agreement, its gaps filled as far as is known.
fn agreement(vault: &mut Vault, version: VersionId, labels: &Labels) -> Result<Held, CommandError> {
    let filled = views::fields_and_sheet(vault, version)?;
    let words = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Gap { value, .. } => value.clone().unwrap_or_else(|| "\u{2026}".to_owned()),
    };
    let included = filled.sheet.clauses.iter().filter(|clause| clause.included);
    let clauses = included.map(|clause| {
        let body: String = clause.parts.iter().map(words).collect();
        format!("**{}**\n\n{body}", clause.heading)
    });
    let on = filled.version.signed_on.or(filled.version.issued_at.map(local_day));
    let number = filled.version.version_no.to_string();
    let title = labels.fill(labels.paper_version, &[("title", labels.agreement), ("version", &number)]);
    let text = clauses.collect::<Vec<_>>().join("\n\n");
    Ok(record(RecordClass::Agreement, on, &title, text))
}

fn of_session(session: &SessionRecord, phases: &views::PhaseNames, labels: &Labels) -> Vec<Held> {
    let mut kept = lines::session(&session.frame, labels);
    let on = session.frame.session.base_date();
    kept.extend(session.notes.iter().map(|note| {
        let phase = labels.phase(&phases.of(&note.fields.phase));
        let title = labels.fill(labels.data_note, &[("phase", &phase)]);
        mine(record(RecordClass::Note, on, &title, note.fields.text.clone()), note.fields.visibility)
    }));
    kept
}

fn files(vault: &mut Vault, client: ClientId, labels: &Labels) -> Result<Vec<HeldFile>, CommandError> {
    let files = vault.attachments().of_client(client)?.into_iter().map(|file| HeldFile {
        name: file.name,
        kind: match file.media_type {
            MediaType::Pdf => labels.data_scan_pdf,
            MediaType::Png | MediaType::Jpeg => labels.data_scan_picture,
        }
        .to_owned(),
        bytes: file.bytes,
        added_on: Some(local_day(file.added_at)),
    });
    Ok(files.collect())
}
