//! From what may be printed to what the papers take.

use coachbook_core::{
    book::CoachProfile,
    clauses::{self, DOS_AND_DONTS, SIGNATURES},
    gaps::{Part, SheetClause},
    printed::{self, ActionPlanContent, ActionRow, ConsentContent, FootLine, Medium, NextStep, SummaryContent},
    results::{ActionStatus, DueKind},
};
use coachbook_documents::{
    Labels, PaperSetup,
    papers::{
        Accountable, Action, ActionPlan, AgreementPaper, Clause, ClausePart, Columns, ConsentPaper, Due, Explored,
        Measure, PlanScope, SessionSummary, Signatory, ThreeWayAgreement,
    },
};

use crate::views::FilledSheet;

/// The session summary. The day of printing stands in for a session without a day.
pub(super) fn summary(content: SummaryContent, setup: &PaperSetup) -> SessionSummary {
    let (head, labels) = (content.head, setup.labels());
    let quoted = |words| quoted(words, labels);
    SessionSummary {
        client_name: head.client,
        session_no: head.session_number,
        sessions_planned: head.session_of,
        held_on: head.date.unwrap_or(setup.generated_on),
        length_minutes: head.minutes.and_then(|minutes| u32::try_from(minutes).ok()).filter(|minutes| *minutes > 0),
        delivery: head.delivery.map(|delivery| labels.delivery(delivery).to_owned()),
        key_insight: content.one_insight.map(quoted),
        next_action_no: content.next_action.map(number),
        topics: content.topics,
        wanted: content.wanted,
        importance: content.importance,
        success_measures: content.measures.into_iter().map(measure_line).collect(),
        explored: content.explored.into_iter().map(|row| explored(row, labels)).collect(),
        insights: content.insights.into_iter().map(quoted).collect(),
        strengths: content.strengths,
        already_works: content.resources,
        actions: content.actions.into_iter().map(action).collect(),
        accountability: content.accountability.into_iter().map(accountable).collect(),
        skills: content.skills,
        measures: content.standings.into_iter().map(|row| standing(row, labels)).collect(),
        follow_up: content.next.into_iter().map(|row| next_step(row.step, labels)).collect(),
        next_session: content.next_session.map(|at| labels.date_time(&setup.date(at.date()), at)),
        agreement_version: None,
        recording: content.footer.into_iter().map(|line| foot_line(line, setup)).collect(),
        confidentiality: None,
        // Her own words come with the templates.
        opening: Vec::new(),
        closing: Vec::new(),
    }
}

/// Only words marked as the client's own are printed in quotation marks.
pub(super) fn quoted(words: printed::Words, labels: &Labels) -> String {
    if words.in_client_words { labels.quoted(&words.text) } else { words.text }
}

fn next_step(step: NextStep, labels: &Labels) -> String {
    match step {
        NextStep::ClientWrites => labels.will_write.to_owned(),
        NextStep::Client(what) => labels.fill(labels.client_next, &[("what", &what)]),
        NextStep::Coach(what) => labels.fill(labels.coach_next, &[("what", &what)]),
    }
}

fn foot_line(line: FootLine, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    match line {
        FootLine::HeldUnder { version, signed } => {
            let label = if signed.is_some() { labels.held_under_signed } else { labels.held_under };
            let day = signed.map_or_else(String::new, |day| setup.date(day));
            labels.fill(label, &[("version", &version.to_string()), ("date", &day)])
        }
        FootLine::Recorded { purpose, shared_with } => {
            let label = match (&purpose, &shared_with) {
                (None, None) => labels.was_recorded,
                (Some(_), None) => labels.was_recorded_for,
                (None, Some(_)) => labels.was_recorded_shared,
                (Some(_), Some(_)) => labels.was_recorded_for_shared,
            };
            let (purpose, who) = (purpose.unwrap_or_default(), shared_with.unwrap_or_default());
            labels.fill(label, &[("purpose", &purpose), ("who", &who)])
        }
        FootLine::Confidential => labels.confidential_between.to_owned(),
    }
}

pub(super) fn measure_line(row: printed::MeasureRow) -> String {
    match row.how_known {
        Some(how) => format!("{} ({how})", row.text),
        None => row.text,
    }
}

fn explored(row: printed::Explored, labels: &Labels) -> Explored {
    let notes = row.lines.into_iter().map(|words| quoted(words, labels)).collect();
    Explored { topic: row.topic.unwrap_or_default(), notes }
}

fn standing(row: printed::StandingRow, labels: &Labels) -> Measure {
    Measure { measure: row.what, result: Some(labels.measure_result(row.result).to_owned()), own_words: row.words }
}

pub(super) fn accountable(row: printed::AccountabilityRow) -> Accountable {
    Accountable { who: row.who, covers: row.actions.into_iter().map(number).collect(), how_often: row.how_often }
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn action(row: ActionRow) -> Action {
    Action {
        no: number(row.number),
        due: due(&row),
        what: row.what,
        topic: row.topic,
        wording: row.wording,
        with_whom: row.support,
        sign_of_success: row.success_sign,
        obstacle: row.obstacle,
        answer: None,
        commitment: None,
        done: row.status == ActionStatus::Done,
    }
}

fn due(row: &ActionRow) -> Due {
    let words = row.due.text.clone();
    match (row.due.kind, row.due.from, row.due.date, row.after) {
        (DueKind::Window, Some(from), Some(to), _) => Due::Window { from, to, words },
        (DueKind::StartOn, Some(date), ..) => Due::From { date, words },
        (_, _, Some(date), _) => Due::By { date, words },
        (_, _, None, Some(action)) => Due::After { action_no: number(action) },
        _ => Due::None,
    }
}

/// The action plan, its actions in their agreed order again.
pub(super) fn plan(content: ActionPlanContent) -> ActionPlan {
    let mut rows: Vec<ActionRow> = content.dated.into_iter().chain(content.undated).collect();
    rows.sort_by_key(|row| row.number);
    ActionPlan {
        client_name: content.head.client,
        engagement: content.head.engagement,
        as_of: content.as_of,
        scope: content.head.session_number.map_or(PlanScope::AllOpen, PlanScope::FromSession),
        accountability: content.accountability.into_iter().map(accountable).collect(),
        actions: rows.into_iter().map(action).collect(),
        review_on: None,
    }
}

/// The consent to sign.
pub(super) fn consent(content: ConsentContent, setup: &PaperSetup) -> ConsentPaper {
    let labels = setup.labels();
    let named = |disclosed: Option<bool>, no: &str, yes: &str| {
        disclosed.map(|disclosed| if disclosed { yes.to_owned() } else { no.to_owned() })
    };
    let some = |words: Vec<String>| Some(labels.commas(&words)).filter(|words| !words.is_empty());
    ConsentPaper {
        sessions: session_words(&content.head, setup),
        client_name: Some(content.head.client),
        who_asks: Some(content.head.coach),
        recorded: some(content.recorded.into_iter().map(|medium| medium_words(medium, labels)).collect()),
        purpose: content.use_limit,
        client_identity: named(content.identity_disclosed, labels.client_not_named, labels.client_named),
        third_persons: named(content.third_party_disclosed, labels.others_not_named, labels.others_named),
        share_with: some(content.recipients.clone()),
        hearers: some(content.recipients),
        kept_until: content.kept_until,
        withdrawal: None,
        // The boxes are for the client's own hand: what was said in a session is on record elsewhere.
        may_record: false,
        may_share: false,
        refusal: Vec::new(),
    }
}

fn medium_words(medium: Medium, labels: &Labels) -> String {
    match medium {
        Medium::Sound => labels.sound.to_owned(),
        Medium::Picture => labels.picture.to_owned(),
    }
}

fn session_words(head: &printed::Head, setup: &PaperSetup) -> Option<String> {
    let labels = setup.labels();
    let day = head.date.map(|date| setup.date(date));
    let number = head.session_number.map(|number| number.to_string());
    match (number, day) {
        (Some(n), Some(day)) => Some(labels.fill(labels.session_number_date, &[("n", &n), ("date", &day)])),
        (Some(n), None) => Some(labels.fill(labels.session_number, &[("n", &n)])),
        (None, day) => day,
    }
}

/// The agreement with its gaps filled as far as is known.
pub(super) fn agreement(filled: FilledSheet, coach: &CoachProfile, labels: &Labels) -> AgreementPaper {
    let client = filled.client.fields;
    let name = client.legal_name.unwrap_or(client.display_name);
    let wanted = filled.sheet.clauses.into_iter().zip(filled.version.clauses);
    AgreementPaper {
        title: labels.coaching_agreement.to_owned(),
        client_name: Some(name.clone()),
        effective_date: filled.engagement.fields.start_date,
        version_no: Some(filled.version.version_no),
        clauses: wanted
            .filter(|(clause, _)| clause.included && clause.key != SIGNATURES)
            .map(|(clause, stored)| clause_on_paper(clause, &stored.body, labels))
            .collect(),
        schedule_goals: Vec::new(),
        fee_schedule: Vec::new(),
        privacy_notice: Vec::new(),
        signatures: vec![
            Signatory { role: labels.coach.to_owned(), name: Some(coach.legal_name.clone()) },
            Signatory { role: labels.client.to_owned(), name: Some(name) },
        ],
    }
}

/// What a sponsor adds to an agreement.
pub(super) struct SponsorSide {
    pub(super) name: Option<String>,
    /// Who signs for it.
    pub(super) contact: Option<String>,
    pub(super) pays: bool,
    /// The sponsor's clauses of the library, their gaps filled as far as is known.
    pub(super) clauses: Vec<Clause>,
}

/// The agreement of three: the one of two, and what the sponsor adds.
pub(super) fn three_way(agreement: AgreementPaper, sponsor: SponsorSide, labels: &Labels) -> ThreeWayAgreement {
    let parts = |heading: &str| {
        let found = sponsor.clauses.iter().find(|clause| clause.heading == heading);
        found.map(|clause| clause.parts.clone()).unwrap_or_default()
    };
    let texts = |items: &[&str]| items.iter().map(|text| (*text).to_owned()).collect();
    let who_pays = ClausePart::Gap { value: None, label: labels.who_pays_hint.to_owned() };
    ThreeWayAgreement {
        roles: parts("Roles"),
        goals_shared: parts("Goals shared"),
        receives: texts(&[labels.gets_dates, labels.gets_invoices, labels.gets_progress]),
        receives_not: texts(&[
            labels.gets_no_content,
            labels.gets_no_notes,
            labels.gets_no_assessments,
            labels.gets_no_recordings,
        ]),
        pays_and_schedules: vec![if sponsor.pays {
            ClausePart::Text(labels.sponsor_pays.to_owned())
        } else {
            who_pays
        }],
        if_it_ends: parts("If employment or sponsorship ends"),
        agreement: AgreementPaper { title: labels.coaching_agreement_of_three.to_owned(), ..agreement },
        sponsor: sponsor.name,
        represented_by: sponsor.contact,
    }
}

pub(super) fn clause_on_paper(clause: SheetClause, body: &str, labels: &Labels) -> Clause {
    let columns = (clause.key == DOS_AND_DONTS).then(|| clauses::columns(body)).flatten();
    let columns = columns.map(|(does, does_not)| Columns {
        left_heading: labels.coach_does.to_owned(),
        left: does,
        right_heading: labels.coach_does_not.to_owned(),
        right: does_not,
    });
    let parts = if columns.is_some() {
        Vec::new()
    } else {
        clause.parts.into_iter().filter_map(|part| clause_part(part, labels)).collect()
    };
    Clause { heading: clause.heading, parts, columns }
}

fn clause_part(part: Part, labels: &Labels) -> Option<ClausePart> {
    match part {
        Part::Text(text) => Some(ClausePart::Text(text)),
        Part::Gap { value: None, optional: true, line: false, .. } => None,
        Part::Gap { key, value, label, .. } => {
            Some(ClausePart::Gap { value, label: labels.gap(&key).map_or(label, str::to_owned) })
        }
    }
}
