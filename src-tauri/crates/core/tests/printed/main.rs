//! What reaches the client's paper, and what never does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod coach_copy;
mod open_plan;
mod programme;

use chrono::{DateTime, NaiveDate, Utc};
use coachbook_core::{
    AccountabilityId, ActionId, ClientId, EngagementId, NoteId, SessionId, TopicId,
    book::CoachProfile,
    client::{Client, ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::{Engagement, EngagementDraft},
    flags::{flags, in_force},
    note::{Note, NoteDraft, NoteKind, Visibility},
    printed::{
        Context, FootLine, NextStep, action_plan, consent, open_plan as plan_of_all_open, programme, summary, when,
    },
    results::{
        Accountability, AccountabilityKind, Action, ActionStatus, DevelopmentArea, Due, DueKind, FollowUp, Insight,
        NamedBy, Owner, Resource, Strength,
    },
    session::{
        AssessedBy, CheckKey, Draft, FocusLine, FocusSlot, Measure, MeasureResult, Session, SessionCheck, SessionFrame,
        SessionRecord, SessionStatus, Standing, Topic, TopicStatus,
    },
};

const SECRET: &str = "canary";
const OPEN: &str = "daylight";

fn at() -> DateTime<Utc> {
    "2026-03-04T10:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn session() -> Session {
    Session {
        id: SessionId(1),
        rev: 1,
        engagement_id: EngagementId(1),
        number: Some(1),
        status: SessionStatus::Completed,
        planned_at: None,
        started_at: Some(at()),
        ended_at: Some(at() + chrono::Duration::minutes(50)),
        paused_ms: 0,
        paused_since: None,
        planned_minutes: 60,
        zone: chrono_tz::Europe::London,
        model: "GROW".into(),
        active_topic: None,
        phase: "CLOSE".into(),
        agreement_version: None,
        next_session_at: None,
        for_next_time: Some(format!("{SECRET} for next time")),
        reflection: Some(format!("{SECRET} reflection")),
    }
}

fn empty() -> SessionRecord {
    let frame = SessionFrame {
        session: session(),
        checks: vec![],
        consents: vec![],
        topics: vec![],
        focus: vec![],
        measures: vec![],
        insights: vec![],
        strengths: vec![],
        resources: vec![],
        skills: vec![],
        actions: vec![],
        accountability: vec![],
        follow_ups: vec![],
        people: vec![],
        drafts: vec![],
    };
    SessionRecord { frame, notes: vec![] }
}

fn action(id: i64, what: &str, visibility: Visibility) -> Action {
    Action {
        id: Some(ActionId(id)),
        topic_id: Some(TopicId(1)),
        what: what.into(),
        wording: Some("can".into()),
        due: Due::none(),
        after_action_id: None,
        support: Some(what.into()),
        success_sign: Some(what.into()),
        obstacle: Some(what.into()),
        from_note_id: None,
        status: ActionStatus::Open,
        visibility,
    }
}

fn note(id: i64, text: String, kind: NoteKind, visibility: Visibility) -> Note {
    let fields = NoteDraft { kind, visibility, ..NoteDraft::plain(&text, "R", Some(TopicId(1))) };
    Note { id: NoteId(id), rev: 1, at: at(), elapsed_ms: 0, fields }
}

fn consent_row(purpose: ConsentPurpose, recipient: Option<&str>, decision: ConsentDecision) -> Consent {
    Consent {
        id: None,
        purpose,
        recipient: recipient.map(Into::into),
        use_limit: Some("evaluation only".into()),
        identity_disclosed: Some(false),
        third_party_disclosed: None,
        decision,
        method: ConsentMethod::Verbal,
        quote: Some(format!("{SECRET} quote")),
        given_on: Some(day("2026-03-04")),
        retention_until: None,
        withdrawal_explained: None,
        withdrawn_at: None,
    }
}

/// A record with the word in every place that can be made private.
fn rows_with(word: &str, visibility: Visibility) -> SessionRecord {
    let mut record = empty();
    let frame = &mut record.frame;
    frame.topics.push(Topic {
        id: Some(TopicId(1)),
        title: "A topic".into(),
        short_name: None,
        status: TopicStatus::Worked,
        phase: "R".into(),
        after_what_else: false,
        returned_at: None,
    });
    let text = |what: &str| format!("{word} {what}");
    frame.insights.push(Insight {
        id: None,
        topic_id: None,
        text: text("insight"),
        in_client_words: true,
        from_note_id: None,
        visibility,
    });
    frame.strengths.push(Strength {
        id: None,
        text: text("strength"),
        named_by: NamedBy::Client,
        from_note_id: None,
        visibility,
    });
    frame.resources.push(Resource { id: None, text: text("resource"), from_note_id: None, visibility });
    frame.skills.push(DevelopmentArea { id: None, text: text("skill"), from_note_id: None, visibility });
    frame.actions.push(action(1, &text("action"), visibility));
    frame.accountability.push(Accountability {
        id: Some(AccountabilityId(1)),
        kind: AccountabilityKind::Person,
        who: text("who"),
        how: Some(text("how")),
        how_often: Some(text("often")),
        actions: vec![ActionId(1)],
        visibility,
    });
    frame.follow_ups.push(FollowUp {
        id: None,
        owner: Owner::Coach,
        what: text("follow-up"),
        due_date: None,
        done: false,
        visibility,
    });
    record.notes.push(note(1, text("note"), NoteKind::Plain, visibility));
    record
}

/// Adds the word where it can never be shared, whatever the row says.
fn add_what_is_never_shared(record: &mut SessionRecord) {
    let secret = |what: &str| format!("{SECRET} {what}");
    for (id, kind) in [(20, NoteKind::Assumption), (21, NoteKind::CoachObservation), (22, NoteKind::QuestionAsked)] {
        record.notes.push(note(id, secret("note"), kind, Visibility::Shared));
    }
    let frame = &mut record.frame;
    frame.people.push(Person { id: None, alias: secret("alias"), relation: Some(secret("relation")) });
    frame.drafts.push(Draft { editor: "line".into(), text: secret("draft") });
    frame.checks.push(SessionCheck {
        key: CheckKey::AnythingElseAsked,
        done_at: at(),
        acknowledged: None,
        note: Some(secret("check")),
    });
    frame.consents.push(consent_row(ConsentPurpose::RecordAudio, None, ConsentDecision::Granted));
    frame.measures.push(Measure {
        id: None,
        topic_id: None,
        text: "a measure".into(),
        how_known: None,
        standing: Standing {
            result: MeasureResult::Met,
            evidence: Some(secret("the coach's own conclusion")),
            assessed_by: Some(AssessedBy::Coach),
        },
    });
}

struct People {
    coach: CoachProfile,
    client: Client,
    engagement: Engagement,
}

impl People {
    fn new() -> Self {
        let mut fields = ClientDraft::named("Ana Silva");
        fields.background = Some(format!("{SECRET} background"));
        fields.role_now = Some(format!("{SECRET} role"));
        let coach = CoachProfile { legal_name: "Maria Keller".into(), ..CoachProfile::default() };
        let client = Client { id: ClientId(1), rev: 1, pseudonym: "Client 001".into(), fields };
        let engagement = EngagementDraft { planned_sessions: Some(6), ..EngagementDraft::default() };
        let engagement = Engagement { id: EngagementId(1), client_id: ClientId(1), rev: 1, fields: engagement };
        Self { coach, client, engagement }
    }

    fn context(&self) -> Context<'_> {
        let agreement = Some((2, Some(day("2026-02-10"))));
        Context { coach: &self.coach, client: &self.client, engagement: &self.engagement, agreement }
    }
}

fn every_paper(record: &SessionRecord) -> String {
    let people = People::new();
    let context = people.context();
    format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}",
        summary(record, context, true),
        summary(record, context, false),
        action_plan(record, context, day("2026-03-04")),
        plan_of_all_open(std::slice::from_ref(&record.frame), context, day("2026-03-04")),
        programme(std::slice::from_ref(&record.frame), context),
        consent(record, context)
    )
}

#[test]
fn private_rows_reach_no_paper() {
    let mut record = rows_with(SECRET, Visibility::Private);
    add_what_is_never_shared(&mut record);
    let papers = every_paper(&record);
    assert!(!papers.contains(SECRET), "{papers}");
    assert!(papers.contains("A topic") && papers.contains("Ana Silva"));
}

#[test]
fn the_control_shared_rows_do() {
    let papers = every_paper(&rows_with(OPEN, Visibility::Shared));
    for what in ["insight", "strength", "resource", "skill", "action", "who", "how", "often", "follow-up", "note"] {
        assert!(papers.contains(&format!("{OPEN} {what}")), "{what}");
    }
    // And the guard itself notices a row that slipped through.
    assert!(every_paper(&rows_with(SECRET, Visibility::Shared)).contains(SECRET));
}

#[test]
fn lines_are_printed_only_when_asked_for() {
    let people = People::new();
    let record = rows_with(OPEN, Visibility::Shared);
    assert_eq!(summary(&record, people.context(), false).explored, []);
    assert_eq!(summary(&record, people.context(), true).explored.len(), 1);
}

#[test]
fn actions_are_numbered_as_printed_and_none_is_dated_by_guess() {
    let people = People::new();
    let mut record = rows_with(SECRET, Visibility::Private);
    let due = |kind, text: &str, from: Option<&str>, date: Option<&str>| Due {
        kind,
        text: Some(text.into()),
        from: from.map(day),
        date: date.map(day),
        read_from_words: false,
    };
    let mut rows: Vec<Action> = (2..=6).map(|id| action(id, &format!("step {id}"), Visibility::Shared)).collect();
    rows[1].due = due(DueKind::After, "then", None, None);
    rows[1].after_action_id = Some(ActionId(2));
    rows[2].due = due(DueKind::StartOn, "from tomorrow", Some("2026-03-05"), None);
    rows[3].due = due(DueKind::Window, "next week", Some("2026-03-09"), Some("2026-03-15"));
    rows[4].due = due(DueKind::After, "later", None, None);
    rows[4].after_action_id = Some(ActionId(1));
    record.frame.actions.extend(rows);
    let plan = action_plan(&record, people.context(), day("2026-03-04"));
    let iso = |date: NaiveDate| date.to_string();
    let dated: Vec<String> = plan.dated.iter().map(|row| format!("{} {}", row.number, when(row, iso))).collect();
    assert_eq!(dated, ["3 start 2026-03-05 (from tomorrow)", "4 2026-03-09 to 2026-03-15 (next week)"]);
    let undated: Vec<String> = plan.undated.iter().map(|row| format!("{} {}", row.number, when(row, iso))).collect();
    // Action 6 follows a private one, whose number must not show.
    assert_eq!(undated, ["1 ", "2 after action 1", "5 later"]);
    assert_eq!(summary(&record, people.context(), false).next_action, Some(3));
    assert!(plan.for_own_tracker.contains("2. step 3: after action 1"));
    assert!(!plan.for_own_tracker.contains(SECRET));
    assert_eq!(plan.dated[0].wording.as_deref(), Some("can"));
}

#[test]
fn what_comes_next_is_said_to_the_client() {
    let people = People::new();
    let mut record = empty();
    for (owner, what) in [
        (Owner::Client, "Email the coach to schedule the next session"),
        (Owner::Client, "write about the next session"),
        (Owner::Client, "read chapter two"),
        (Owner::Coach, "send the article"),
    ] {
        let visibility = Visibility::Shared;
        record.frame.follow_ups.push(FollowUp {
            id: None,
            owner,
            what: what.into(),
            due_date: None,
            done: false,
            visibility,
        });
    }
    let next: Vec<NextStep> = summary(&record, people.context(), false).next.into_iter().map(|row| row.step).collect();
    let (reads, sends) = (NextStep::Client("read chapter two".into()), NextStep::Coach("send the article".into()));
    assert_eq!(next, [NextStep::ClientWrites, NextStep::ClientWrites, reads, sends]);
}

#[test]
fn the_foot_says_what_was_permitted_in_this_session() {
    use ConsentDecision::{Granted, Refused, Withdrawn};
    use ConsentPurpose::{RecordAudio, ShareRecording};
    let people = People::new();
    let body = Some("XYZ accreditation body");
    let foot = |consents: Vec<Consent>| {
        let mut record = empty();
        record.frame.consents = consents;
        summary(&record, people.context(), false).footer.into_iter().find_map(|line| match line {
            FootLine::Recorded { purpose, shared_with } => Some((purpose, shared_with)),
            _ => None,
        })
    };
    let recorded = consent_row(RecordAudio, None, Granted);
    assert_eq!(
        foot(vec![recorded.clone(), consent_row(ShareRecording, body, Granted)]),
        Some((Some("evaluation only".into()), body.map(str::to_owned)))
    );
    assert_eq!(
        foot(vec![recorded.clone(), consent_row(ShareRecording, body, Refused)]),
        Some((Some("evaluation only".into()), None))
    );
    assert_eq!(foot(vec![consent_row(RecordAudio, None, Refused)]), None);
    assert_eq!(foot(vec![recorded.clone(), consent_row(RecordAudio, None, Withdrawn)]), None);
    let earlier = Consent { given_on: Some(day("2026-02-04")), ..recorded };
    assert_eq!(foot(vec![earlier]), None);
    let foot = summary(&empty(), people.context(), false).footer;
    assert_eq!(foot[0], FootLine::HeldUnder { version: 2, signed: Some(day("2026-02-10")) });
}

#[test]
fn the_consent_form_has_one_box_for_each_decision() {
    use ConsentDecision::{Granted, Refused};
    use ConsentPurpose::{RecordAudio, ShareRecording};
    let people = People::new();
    let mut record = empty();
    assert_eq!(consent(&record, people.context()).boxes.len(), 2);
    record.frame.consents =
        vec![consent_row(RecordAudio, None, Granted), consent_row(ShareRecording, Some("XYZ"), Granted)];
    let form = consent(&record, people.context());
    assert_eq!(form.boxes[1], "My coach may share the recording with XYZ.");
    assert_eq!((form.identity_disclosed, form.kept_until), (Some(false), None));
    record.frame.consents[1].decision = Refused;
    assert_eq!(consent(&record, people.context()).boxes.len(), 1);
}

#[test]
fn flags_count_what_is_open_and_nothing_else() {
    use ConsentPurpose::{ListInHoursLog, RecordAudio};
    assert_eq!(flags(&empty().frame), coachbook_core::flags::Flags::default());
    let mut record = rows_with(OPEN, Visibility::Shared);
    add_what_is_never_shared(&mut record);
    let frame = &mut record.frame;
    frame.consents.push(consent_row(ListInHoursLog, None, ConsentDecision::Granted));
    frame.actions.push(action(2, "dated", Visibility::Shared));
    frame.actions[1].due =
        Due { kind: DueKind::By, date: Some(day("2026-03-11")), read_from_words: true, ..Due::none() };
    frame.actions.push(Action { status: ActionStatus::Done, ..action(3, "done", Visibility::Shared) });
    frame.measures.push(Measure {
        id: None,
        topic_id: None,
        text: "another".into(),
        how_known: None,
        standing: Standing::unknown(),
    });
    let check = |key| SessionCheck { key, done_at: at(), acknowledged: None, note: None };
    frame.checks.push(check(CheckKey::ConfidentialityRestated));
    let found = flags(frame);
    assert_eq!((found.no_retention_date, found.withdrawal_not_mentioned), (1, 1));
    assert_eq!((found.undated_actions, found.dates_to_look_at, found.actions_nobody_knows), (1, 1, 1));
    assert_eq!((found.measures_unknown, found.limits_not_stated), (1, true));
    frame.checks.push(check(CheckKey::ConfidentialityLimitsStated));
    assert!(!flags(frame).limits_not_stated);
    // A refusal later on replaces the grant.
    frame.consents.push(consent_row(RecordAudio, None, ConsentDecision::Refused));
    assert_eq!(flags(frame).no_retention_date, 0);
    assert_eq!(in_force(&frame.consents).len(), 2);
}

#[test]
fn beliefs_stay_with_the_coach_and_one_wanted_thing_may_stand_at_the_end() {
    let people = People::new();
    let mut record = empty();
    let line = |slot, text: &str, standing| FocusLine { id: None, slot, text: text.into(), standing };
    let words = Standing {
        result: MeasureResult::Partly,
        evidence: Some("a little".into()),
        assessed_by: Some(AssessedBy::ClientAsked),
    };
    record.frame.focus = vec![
        line(FocusSlot::WantedResult, "be calm", words),
        line(FocusSlot::WantedResult, "a way out", Standing::unknown()),
    ];
    let content = summary(&record, people.context(), false);
    assert_eq!(content.wanted, ["be calm", "a way out"]);
    assert_eq!(content.standings.len(), 1);
    assert_eq!(
        (content.standings[0].result, content.standings[0].words.as_deref()),
        (MeasureResult::Partly, Some("a little"))
    );
    assert_eq!((content.head.minutes, content.head.session_of), (Some(50), Some(6)));
}
