//! What was given to a client, what waits for a signature, and a paper to sign.

use coachbook_core::{
    ClientId, PaperId, SessionId,
    engagement::{EngagementDraft, FundedBy},
    giving::{
        Giving, KeptPaper, Outstanding, SignerRole, Subject, all_signed, missing_signers, required_signers,
        waits_for_signatures,
    },
};
use coachbook_documents::{Labels, count_pages};
use coachbook_vault::Vault;

use crate::{
    state::local_day,
    wire::{
        CommandError, day,
        giving::{GivenOnce, GivenPaper, GivenPapers, OutstandingPaper},
        moment,
        signing::{SignerPlace, SigningSheet, SigningWords},
    },
};

/// Returns what was given to a client and what is not signed.
pub(crate) fn given_papers(vault: &mut Vault, client: ClientId) -> Result<GivenPapers, CommandError> {
    let givings = vault.papers().givings(client)?;
    let papers = vault.papers().of_client(client)?;
    let papers = papers.into_iter().map(|paper| given_paper(vault, paper, &givings)).collect::<Result<_, _>>()?;
    let outstanding = vault.papers().outstanding(client)?;
    let outstanding = outstanding.into_iter().map(|row| waiting(vault, row)).collect::<Result<_, _>>()?;
    Ok(GivenPapers { papers, outstanding })
}

fn waiting(vault: &mut Vault, row: Outstanding) -> Result<OutstandingPaper, CommandError> {
    let missing = missing_signers(&row.kind, &signed_by(vault, row.paper)?);
    Ok(OutstandingPaper {
        paper_id: row.paper.0,
        missing: missing.into_iter().map(|role| role.key().to_owned()).collect(),
        session_number: session_number(vault, row.session)?,
        kind: row.kind,
        version_no: row.version_no,
        since: moment(row.since),
    })
}

fn signed_by(vault: &mut Vault, paper: PaperId) -> Result<Vec<SignerRole>, CommandError> {
    Ok(vault.papers().signatures(paper)?.iter().map(|one| one.draft.role).collect())
}

fn session_number(vault: &mut Vault, session: Option<SessionId>) -> Result<Option<u32>, CommandError> {
    Ok(session.map(|id| vault.sessions().frame(id)).transpose()?.and_then(|frame| frame.session.number))
}

fn given_paper(vault: &mut Vault, paper: KeptPaper, givings: &[Giving]) -> Result<GivenPaper, CommandError> {
    let replaced = paper.replaces.map(|id| vault.papers().get(id)).transpose()?;
    let given = givings.iter().filter(|giving| giving.paper == paper.id).map(|giving| GivenOnce {
        recipient: giving.draft.recipient.clone(),
        at: moment(giving.at),
        way: giving.draft.way.key().to_owned(),
        locked: giving.draft.locked,
    });
    Ok(GivenPaper {
        id: paper.id.0,
        session_number: session_number(vault, paper.subject.session)?,
        version_no: version_no(vault, &paper.subject)?,
        made_on: made_on(&paper),
        masked: paper.masked,
        replaces: replaced.as_ref().map(made_on),
        given: given.collect(),
        signed: !vault.papers().signatures(paper.id)?.is_empty(),
        kind: paper.subject.kind,
        document_id: paper.document_id,
    })
}

fn version_no(vault: &mut Vault, subject: &Subject) -> Result<Option<u32>, CommandError> {
    Ok(subject.version.map(|id| vault.agreements().get(id)).transpose()?.map(|version| version.version_no))
}

fn made_on(paper: &KeptPaper) -> String {
    day(paper.made_on.unwrap_or_else(|| local_day(paper.kept_at)))
}

/// Returns a kept paper with those who sign it.
pub(crate) fn signing_sheet(vault: &mut Vault, id: PaperId) -> Result<SigningSheet, CommandError> {
    let paper = vault.papers().get(id)?;
    let bytes = vault.papers().bytes(id)?;
    let client = vault.clients().get(paper.subject.client)?;
    let signers = signers(vault, &paper)?;
    let language = match &paper.language {
        Some(language) => language.clone(),
        None => super::language_of(vault, &client)?,
    };
    let version = paper.subject.version.map(|id| vault.agreements().get(id)).transpose()?;
    let signed = signed_by(vault, id)?;
    let open = waits_for_signatures(&paper.subject.kind, version.as_ref().map(|version| version.status), &signed);
    Ok(SigningSheet {
        paper_id: id.0,
        version_no: version.map(|version| version.version_no),
        pages: count_pages(&bytes).unwrap_or_default(),
        client_id: client.id.0,
        open: open && signers.iter().any(|signer| signer.signed_at.is_none()),
        words: signing_words(Labels::of(&language)),
        client_name: client.fields.display_name,
        signers,
        kind: paper.subject.kind,
        sha256: paper.sha256,
    })
}

fn signing_words(labels: &Labels) -> SigningWords {
    let [agree, record, share, refuse] =
        [labels.intent_agree, labels.intent_record, labels.intent_share, labels.intent_refuse].map(str::to_owned);
    SigningWords { agree, record, share, refuse }
}

/// Who signs: those who have to, and the sponsor of an agreement somebody else pays for.
fn signers(vault: &mut Vault, paper: &KeptPaper) -> Result<Vec<SignerPlace>, CommandError> {
    let required = required_signers(&paper.subject.kind);
    let client = vault.clients().get(paper.subject.client)?.fields;
    let coach = vault.practice().coach()?.legal_name;
    let signatures = vault.papers().signatures(paper.id)?;
    let programme = programme(vault, &paper.subject)?;
    let beside = programme.as_ref().is_some_and(is_sponsored) && !required.contains(&SignerRole::Sponsor);
    let sponsor = if beside { &[SignerRole::Sponsor][..] } else { &[] };
    let for_sponsor = programme.and_then(|fields| fields.sponsor_contact.or(fields.sponsor)).unwrap_or_default();
    let place = |role: &SignerRole| {
        let signed = signatures.iter().find(|signature| signature.draft.role == *role);
        let known = match role {
            SignerRole::Coach => coach.clone(),
            SignerRole::Client => client.legal_name.clone().unwrap_or_else(|| client.display_name.clone()),
            SignerRole::Sponsor => for_sponsor.clone(),
        };
        SignerPlace {
            role: role.key().to_owned(),
            name: signed.map_or(known, |signature| signature.draft.name.clone()),
            required: required.contains(role),
            signed_at: signed.map(|signature| moment(signature.at)),
            method: signed.map(|signature| signature.draft.method().key().to_owned()),
        }
    };
    Ok(required.iter().chain(sponsor).map(place).collect())
}

/// The programme an agreement is for.
fn programme(vault: &mut Vault, subject: &Subject) -> Result<Option<EngagementDraft>, CommandError> {
    let Some(version) = subject.version else { return Ok(None) };
    let engagement = vault.agreements().get(version)?.engagement_id;
    Ok(Some(vault.engagements().get(engagement)?.fields))
}

const fn is_sponsored(programme: &EngagementDraft) -> bool {
    matches!(programme.funded_by, Some(FundedBy::Sponsor | FundedBy::Employer))
}

/// Whether everybody who has to has signed an agreement's paper on screen.
pub(crate) fn is_signed_on_screen(vault: &mut Vault, paper: PaperId) -> Result<bool, CommandError> {
    let kind = vault.papers().get(paper)?.subject.kind;
    Ok(all_signed(&kind, &signed_by(vault, paper)?))
}
