//! The agreement sheet.

use coachbook_core::{
    EngagementId, VersionId,
    agreement::{AgreementVersion, Clause, GapAnswer, VersionStatus},
    clauses::{self, Jurisdiction},
    client::Client,
    engagement::{Engagement, EngagementDraft},
    gaps::{self, Part, Spoken},
};
use coachbook_documents::{Labels, language};
use coachbook_vault::Vault;

use super::{giving, practice::practice_fills};
use crate::{
    state::Desk,
    wire::{
        CommandError,
        agreements::{AgreementSheet, ClauseColumns, ClausePart, MissingGap, SheetClause, VersionRow},
        day, moment,
    },
};

/// Changes a version and returns its sheet.
pub(crate) async fn sheet_after(
    desk: &Desk,
    version_id: i64,
    change: impl FnOnce(&mut Vault, VersionId) -> Result<(), CommandError> + Send + 'static,
) -> Result<AgreementSheet, CommandError> {
    desk.note_activity();
    desk.with(move |vault| {
        let id = VersionId(version_id);
        change(vault, id)?;
        sheet(vault, id)
    })
    .await
}

/// Returns the sheet of an engagement, and makes its first draft when there is none.
pub(crate) fn open_sheet(vault: &mut Vault, engagement: EngagementId) -> Result<AgreementSheet, CommandError> {
    let version = match vault.agreements().current(engagement)? {
        Some(version) => in_own_words(vault, version)?,
        None => {
            let client = vault.engagements().get(engagement)?.client_id;
            let client = vault.clients().get(client)?;
            let clauses = super::first_clauses(vault, &client)?;
            vault.agreements().start(engagement, &clauses)?.id
        }
    };
    sheet(vault, version)
}

/// A first draft in English, for a client who reads another language, takes the coach's words in that language as soon as
/// she has some, while every word of it is still the one the program came with.
fn in_own_words(vault: &mut Vault, version: AgreementVersion) -> Result<VersionId, CommandError> {
    let built_in = clauses::initial_clauses(Jurisdiction::Elsewhere);
    let untouched = version.status == VersionStatus::Draft && version.version_no == 1 && version.clauses == built_in;
    if untouched {
        let client = vault.engagements().get(version.engagement_id)?.client_id;
        let client = vault.clients().get(client)?;
        if english_for(vault, &client, &version.clauses)?.is_some() {
            let own = super::first_clauses(vault, &client)?;
            vault.agreements().begin_anew(version.id, &own)?;
        }
    }
    Ok(version.id)
}

/// A version, whom it is for, and its gaps filled as far as is known.
pub(crate) struct FilledSheet {
    pub(crate) version: AgreementVersion,
    pub(crate) client: Client,
    pub(crate) engagement: Engagement,
    pub(crate) sheet: gaps::Sheet,
}

/// Fills the gaps of a version from everything the book knows.
pub(crate) fn fields_and_sheet(vault: &mut Vault, id: VersionId) -> Result<FilledSheet, CommandError> {
    let version = vault.agreements().get(id)?;
    let engagement = vault.engagements().get(version.engagement_id)?;
    let client = vault.clients().get(engagement.client_id)?;
    let coach = vault.practice().coach()?;
    let practice = practice_fills(vault)?;
    let labels = labels_of_clauses(vault, &client, &version.clauses)?;
    let sheet = gaps::fill(
        &version.clauses,
        gaps::Sources {
            fills: &version.fills,
            client: &client.fields,
            engagement: &engagement.fields,
            spoken: &spoken(&engagement.fields, labels),
            coach: &coach,
            practice: &practice,
        },
    );
    Ok(FilledSheet { version, client, engagement, sheet })
}

/// Returns the words of the language an agreement's clauses are written in: the client's, or English while any of them
/// is one the program came with. The sponsor's do not count: no day and no choice stands in them.
fn labels_of_clauses(vault: &mut Vault, client: &Client, clauses: &[Clause]) -> Result<&'static Labels, CommandError> {
    if clauses::has_built_in_words(&clauses::with_sponsor(clauses.to_vec(), false)) {
        return Ok(Labels::of("en"));
    }
    Ok(Labels::of(&super::language_of(vault, client)?))
}

/// Returns the language a client reads where an agreement is in English all the same.
pub(crate) fn english_for(
    vault: &mut Vault,
    client: &Client,
    clauses: &[Clause],
) -> Result<Option<String>, CommandError> {
    let read = language(&super::language_of(vault, client)?);
    Ok((read.tag != "en" && clauses::has_built_in_words(clauses)).then(|| read.in_english.to_owned()))
}

/// Returns what of an engagement is a day or a choice, in words.
pub(crate) fn spoken(engagement: &EngagementDraft, labels: &Labels) -> Spoken {
    Spoken {
        effective_date: engagement.start_date.map(|day| labels.date(day)),
        delivery: engagement.delivery.map(|way| labels.delivery_in_clause(way).to_owned()),
    }
}

/// Returns the sheet of a version.
pub(crate) fn sheet(vault: &mut Vault, id: VersionId) -> Result<AgreementSheet, CommandError> {
    let FilledSheet { version, client, engagement, sheet } = fields_and_sheet(vault, id)?;
    let versions = vault.agreements().versions(version.agreement_id)?;
    let english_for = english_for(vault, &client, &version.clauses)?;
    let frozen = version.status != VersionStatus::Draft;
    let paper = vault.papers().of_version(id)?;
    let signed_on_screen = match paper {
        Some(paper) => giving::is_signed_on_screen(vault, paper)?,
        None => false,
    };
    let of_three = clauses::is_of_three(&version.clauses);
    Ok(AgreementSheet {
        version_id: version.id.0,
        engagement_id: engagement.id.0,
        client_id: client.id.0,
        rev: version.rev,
        version_no: version.version_no,
        status: version.status.key().to_owned(),
        issued_at: version.issued_at.map(moment),
        signed_on: version.signed_on.map(day),
        paper_id: paper.map(|id| id.0),
        signed_on_screen,
        title: if of_three { "Coaching agreement of three" } else { "Coaching agreement" }.to_owned(),
        of_three,
        sponsor: engagement.fields.sponsor,
        english_for,
        client_name: client.fields.display_name,
        clauses: sheet
            .clauses
            .into_iter()
            .zip(&version.clauses)
            .map(|(clause, stored)| on_wire(clause, stored))
            .collect(),
        missing: if frozen {
            Vec::new()
        } else {
            sheet.missing.into_iter().map(|gap| MissingGap { key: gap.key, label: gap.label }).collect()
        },
        versions: versions.iter().map(version_row).collect(),
    })
}

fn version_row(version: &AgreementVersion) -> VersionRow {
    VersionRow {
        version_id: version.id.0,
        version_no: version.version_no,
        status: version.status.key().to_owned(),
        issued_at: version.issued_at.map(moment),
        signed_on: version.signed_on.map(day),
    }
}

fn on_wire(clause: gaps::SheetClause, stored: &Clause) -> SheetClause {
    let columns = clauses::columns(&clause.key, &stored.body);
    let parts = if columns.is_some() { Vec::new() } else { clause.parts.into_iter().map(part).collect() };
    SheetClause {
        key: clause.key,
        heading: clause.heading,
        included: clause.included,
        required: clause.required,
        body: stored.body.clone(),
        parts,
        columns: columns.map(|(does, does_not)| ClauseColumns { does, does_not }),
    }
}

fn part(part: Part) -> ClausePart {
    match part {
        Part::Text(text) => ClausePart::Text { text },
        Part::Gap { key, label, value, line, source, .. } => ClausePart::Gap {
            placeholder: gaps::gap_spec(&key).example.to_owned(),
            key,
            label,
            value,
            line,
            source: source.key().to_owned(),
        },
    }
}

/// Changes heading and text of a clause in this agreement's own copy.
pub(crate) fn save_clause(
    vault: &mut Vault,
    id: VersionId,
    key: &str,
    heading: String,
    body: String,
) -> Result<(), CommandError> {
    let included = vault.agreements().get(id)?.clauses.iter().find(|clause| clause.key == key).map(|c| c.included);
    let included = included.ok_or(coachbook_vault::VaultError::NotFound)?;
    Ok(vault.agreements().save_clause(id, &Clause { key: key.to_owned(), heading, body, included }).map(drop)?)
}

/// Adds a clause of the coach's own before the signatures.
pub(crate) fn add_clause(vault: &mut Vault, id: VersionId, heading: String, body: String) -> Result<(), CommandError> {
    let there = vault.agreements().get(id)?.clauses;
    let own = there.iter().filter_map(|clause| clause.key.strip_prefix("own:")?.parse::<u32>().ok()).max();
    let key = format!("own:{}", own.unwrap_or(0) + 1);
    vault.agreements().save_clause(id, &Clause { key: key.clone(), heading, body, included: true })?;
    let before_signatures = there.iter().position(|clause| clause.key == clauses::SIGNATURES);
    let to = before_signatures.unwrap_or(there.len());
    Ok(vault.agreements().move_clause(id, &key, to).map(drop)?)
}

/// Makes a draft an agreement of three, or one of two again.
pub(crate) fn set_sponsor_signs(vault: &mut Vault, id: VersionId, signs: bool) -> Result<(), CommandError> {
    let there = vault.agreements().get(id)?.clauses;
    Ok(vault.agreements().set_clauses(id, &clauses::with_sponsor(there, signs)).map(drop)?)
}

/// Fills a gap for this version; an answer about the practice is kept for the next client too.
pub(crate) fn fill_gap(vault: &mut Vault, id: VersionId, key: &str, words: String) -> Result<(), CommandError> {
    let words = words.trim().to_owned();
    if words.is_empty() {
        return Ok(vault.agreements().clear_gap(id, key).map(drop)?);
    }
    if gaps::gap_spec(key).remembered {
        vault.practice().save_practice_answer(key, &words)?;
    }
    Ok(vault.agreements().fill_gap(id, key, &GapAnswer::Words(words)).map(drop)?)
}

/// Freezes a version: the words as filled, and the PDF of exactly those words.
pub(crate) fn issue(vault: &mut Vault, id: VersionId, pdf: &[u8]) -> Result<(), CommandError> {
    let filled = fields_and_sheet(vault, id)?;
    let clauses: Vec<Clause> = filled.sheet.clauses.into_iter().zip(&filled.version.clauses).map(frozen).collect();
    Ok(vault.agreements().issue(id, &clauses, pdf).map(drop)?)
}

/// A clause as it stands for ever: known gaps become words, lines to write on stay gaps.
fn frozen((filled, stored): (gaps::SheetClause, &Clause)) -> Clause {
    let word = |part: Part| match part {
        Part::Text(text) => text,
        Part::Gap { value: Some(value), .. } => value,
        Part::Gap { optional: true, .. } => String::new(),
        Part::Gap { key, .. } => format!("{{{key}}}"),
    };
    let body = filled.parts.into_iter().map(word).collect();
    Clause { key: filled.key, heading: filled.heading, body, included: stored.included }
}
