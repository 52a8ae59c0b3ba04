//! Everything that is kept about a client, for a client who asks for it.

mod lines;

use chrono::{DateTime, NaiveDate, Utc};
use coachbook_core::{
    ClientId, VersionId,
    access::{self, AccessContent, Held, HeldFile, Review},
    attachment::MediaType,
    gaps::Part,
    note::Visibility,
    processing::{RecordClass, default_register, default_rules},
    session::SessionRecord,
};
use coachbook_documents::Labels;
use coachbook_vault::Vault;

use super::today;
use crate::{
    state::local_zone,
    views,
    wire::{
        CommandError, day,
        papers::{RecordNaming, RecordReview},
    },
};

/// A record, by a key that stays the same while the client's records do.
struct Kept {
    key: String,
    held: Held,
}

impl Kept {
    fn new(key: String, class: RecordClass, on: Option<NaiveDate>, title: &str, text: String) -> Self {
        let held = Held { class, on, title: title.to_owned(), text, private: false, review: None };
        Self { key, held }
    }

    /// Kept by the coach for herself.
    fn mine(mut self, visibility: Visibility) -> Self {
        self.held.private = visibility == Visibility::Private;
        self
    }
}

/// Returns the records that name somebody the client speaks of, in the words they will be given in: each is looked at
/// before it is given.
pub(crate) fn records_naming(vault: &mut Vault, client: ClientId) -> Result<Vec<RecordNaming>, CommandError> {
    let names = third_persons(vault, client)?;
    let labels = labels_of(vault, client)?;
    let kept = kept_about(vault, client, labels)?.into_iter().filter_map(|Kept { key, held }| {
        let found: Vec<String> = access::names_in(&held, &names).into_iter().map(str::to_owned).collect();
        let (on, private) = (held.on.map(day), held.private);
        (!found.is_empty()).then_some(RecordNaming {
            key,
            title: held.title,
            on,
            text: held.text,
            names: found,
            private,
        })
    });
    Ok(kept.collect())
}

/// Returns what a client who asks is given.
///
/// # Errors
/// `not_reviewed` while a record that names somebody else waits to be looked at.
pub(crate) fn answer(
    vault: &mut Vault,
    client: ClientId,
    reviews: &[RecordReview],
    labels: &Labels,
) -> Result<AccessContent, CommandError> {
    let fields = vault.clients().get(client)?.fields;
    let names = third_persons(vault, client)?;
    let mut records = Vec::new();
    for Kept { key, held } in kept_about(vault, client, labels)? {
        let review = reviews.iter().find(|one| one.key == key).map(review).transpose()?;
        records.push(Held { review, ..held });
    }
    let request = access::Request {
        client: &fields.legal_name.unwrap_or(fields.display_name),
        as_of: today(vault),
        records: &records,
        files: &files(vault, client, labels)?,
        third_persons: &names,
        register: &default_register(|activity| labels.activity(activity)),
        rules: &default_rules(),
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

fn review(wire: &RecordReview) -> Result<Review, CommandError> {
    match (wire.choice.as_str(), &wire.words) {
        ("as_written", _) => Ok(Review::AsWritten),
        ("left_out", _) => Ok(Review::LeftOut),
        ("renamed", Some(words)) => Ok(Review::Renamed(words.clone())),
        _ => Err(CommandError::malformed()),
    }
}

fn third_persons(vault: &mut Vault, client: ClientId) -> Result<Vec<String>, CommandError> {
    Ok(vault.results().gains(client)?.people.into_iter().map(|person| person.alias).collect())
}

fn kept_about(vault: &mut Vault, client: ClientId, labels: &Labels) -> Result<Vec<Kept>, CommandError> {
    let mut kept = vec![lines::contact(&vault.clients().get(client)?.fields, labels)];
    let people = vault.results().gains(client)?.people;
    kept.extend((1..).zip(&people).map(|(nth, person)| lines::person(nth, person, labels)));
    for engagement in vault.engagements().of_client(client)? {
        kept.push(lines::programme(&engagement, labels));
        if let Some(version) = vault.agreements().current(engagement.id)? {
            for version in vault.agreements().versions(version.agreement_id)? {
                kept.push(agreement(vault, version.id, labels)?);
            }
        }
    }
    let consents = vault.clients().consents(client)?;
    kept.extend((1..).zip(&consents).map(|(nth, consent)| lines::consent(nth, consent, labels)));
    let mut sessions = vault.sessions().list_of_client(client)?;
    sessions.sort_by_key(|session| (session.started_at.or(session.planned_at), session.id));
    for session in sessions {
        let record = vault.sessions().get(session.id)?;
        let phases = views::phase_names(vault, &session.model)?;
        kept.extend(of_session(&record, &phases, labels));
    }
    Ok(kept)
}

/// A version of the agreement, its gaps filled as far as is known.
fn agreement(vault: &mut Vault, version: VersionId, labels: &Labels) -> Result<Kept, CommandError> {
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
    Ok(Kept::new(format!("agreement:{}", version.0), RecordClass::Agreement, on, &title, text))
}

fn of_session(record: &SessionRecord, phases: &views::PhaseNames, labels: &Labels) -> Vec<Kept> {
    let mut kept = lines::session(&record.frame, labels);
    let on = record.frame.session.base_date();
    kept.extend(record.notes.iter().map(|note| {
        let phase = labels.phase(&phases.of(&note.fields.phase));
        let title = labels.fill(labels.data_note, &[("phase", &phase)]);
        let key = format!("note:{}", note.id.0);
        Kept::new(key, RecordClass::Note, on, &title, note.fields.text.clone()).mine(note.fields.visibility)
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

fn local_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&local_zone()).date_naive()
}
