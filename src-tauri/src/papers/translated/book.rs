//! A book in which every word the coach or the client ever wrote begins with one mark.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Warsaw;
use coachbook_core::{
    ClientId, EngagementId, PaperId, SessionId, Uid, VersionId,
    attachment::KeptWith,
    book::CoachProfile,
    client::{ClientDraft, Person},
    consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
    engagement::{Delivery, EngagementDraft, FundedBy},
    giving::{CONSENT, PaperDraft, SignatureDraft, SignerRole, Strokes, Subject},
    note::{NoteDraft, Visibility},
    results::{
        Accountability, AccountabilityKind, Action, ActionStatus, DevelopmentArea, Due, DueKind, FollowUp, Insight,
        Owner, Resource, Strength,
    },
    session::{CheckKey, FocusLine, FocusSlot, Measure, MeasureResult, SessionRow, Standing, Topic, TopicStatus},
    template::{Template, TemplateKind, TemplatePart, fields},
};
use coachbook_testkit::{TestBook, TestClock, at};
use coachbook_vault::{GivenFile, StartFrom, Vault};

use crate::views;

/// What every word of a record begins with. No language has it.
pub(super) const MARK: &str = "qx";

/// Words of a record.
pub(super) fn said(what: &str) -> String {
    format!("{MARK}{what}")
}

fn some(what: &str) -> Option<String> {
    Some(said(what))
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) struct Book {
    pub(super) vault: Vault,
    pub(super) client: ClientId,
    pub(super) engagement: EngagementId,
    pub(super) version: VersionId,
    pub(super) session: SessionId,
    pub(super) planned: SessionId,
    pub(super) agreement: PaperId,
    pub(super) consent: PaperId,
    _place: TestBook,
}

impl Book {
    /// A programme three sides have agreed on, with a client who reads this language.
    pub(super) fn new(language: &str) -> Self {
        let clock = TestClock::showing("2026-03-04T09:00:00Z");
        let (place, mut vault) = TestBook::new(&clock);
        let coach = CoachProfile {
            legal_name: said("coach"),
            business_name: some("business"),
            address: some("street"),
            ..CoachProfile::default()
        };
        vault.practice().save_coach(&coach).unwrap();
        let mut settings = vault.practice().settings().unwrap();
        settings.paper_language = language.to_owned();
        vault.practice().save_settings(&settings).unwrap();
        for kind in TemplateKind::ALL {
            let id = vault.templates().add(&template(*kind, language)).unwrap();
            vault.templates().set_in_use(id, true).unwrap();
        }
        let client = vault.clients().save(None, None, &person(language)).unwrap();
        let engagement = vault.engagements().save(client.id, None, None, &programme()).unwrap().id;
        let clauses = views::first_clauses(&mut vault, &client).unwrap();
        let version = vault.agreements().start(engagement, &clauses).unwrap().id;
        let session = vault.sessions().start(StartFrom::Engagement(engagement), Warsaw, 60).unwrap().session.id;
        hold(&mut vault, session, &clock);
        let next_week = vault.now() + TimeDelta::weeks(1);
        let planned = vault.sessions().plan(engagement, next_week, Warsaw, 60).unwrap().id;
        let (agreement, consent) = sign(&mut vault, client.id, engagement, session);
        Self { vault, client: client.id, engagement, version, session, planned, agreement, consent, _place: place }
    }
}

/// The coach's own words with every field there is.
fn template(kind: TemplateKind, language: &str) -> Template {
    let every: Vec<String> = fields(kind).iter().map(|field| format!("{} {{{}}}", said("about"), field.key)).collect();
    let heading = if kind == TemplateKind::Agreement { said("heading") } else { String::new() };
    let part =
        |key: &str, body: String| TemplatePart { key: key.into(), heading: heading.clone(), body, included: true };
    let parts = match kind {
        TemplateKind::Agreement => vec![
            part("own:1", every.join("; ")),
            part("dos_and_donts", format!("- {}\n\n{}\n\n- {}", said("does"), said("and"), said("not"))),
        ],
        _ => kind.part_keys().iter().map(|key| part(key, every.join("; "))).collect(),
    };
    Template { kind, name: said("template"), language: language.to_owned(), parts }
}

fn person(language: &str) -> ClientDraft {
    ClientDraft {
        legal_name: some("legal"),
        preferred_name: some("preferred"),
        pronouns: some("pronouns"),
        language: Some(language.to_owned()),
        organisation: some("organisation"),
        role_title: some("role"),
        role_now: some("now"),
        sector: some("sector"),
        background: some("background"),
        large_print: true,
        ..ClientDraft::named(&said("client"))
    }
}

/// Some of it is not said, so that lines to write on are left.
fn programme() -> EngagementDraft {
    EngagementDraft {
        title: some("programme"),
        funded_by: Some(FundedBy::Sponsor),
        start_date: Some(day("2026-01-07")),
        end_date: Some(day("2026-09-30")),
        planned_sessions: Some(6),
        sessions_before: Some(2),
        session_minutes: Some(50),
        delivery: Some(Delivery::Mixed),
        sponsor: some("sponsor"),
        sponsor_contact: some("contact"),
        ..EngagementDraft::default()
    }
}

fn hold(vault: &mut Vault, session: SessionId, clock: &TestClock) {
    for row in rows().into_iter().chain(actions()).chain(consents()) {
        vault.sessions().save_row(session, &row).unwrap();
    }
    for phase in ["OPEN", "G", "R", "O", "W", "CLOSE"] {
        let draft = NoteDraft::plain(&said("note"), phase, None);
        vault.notes().keep(session, &Uid(phase.into()), &draft, None, None).unwrap();
    }
    for (nth, key) in CheckKey::ALL.iter().enumerate() {
        let answer = said("answer");
        vault.sessions().tick_check(session, *key, Some(true), (nth > 0).then_some(answer.as_str())).unwrap();
    }
    vault.sessions().set_reflection(session, Some(&said("reflection"))).unwrap();
    vault.sessions().set_for_next_time(session, Some(&said("next"))).unwrap();
    clock.pass(50);
    vault.sessions().end(session).unwrap();
    let next_week = vault.now() + TimeDelta::weeks(1);
    vault.sessions().set_next(session, Some(next_week)).unwrap();
    vault.sessions().finish(session).unwrap();
    let scan = GivenFile::new(&said("scan.pdf"), b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec().into()).unwrap();
    vault.attachments().add(KeptWith::Session(session), &scan).unwrap();
}

fn rows() -> Vec<SessionRow> {
    let standing = |result| Standing { result, evidence: some("evidence"), assessed_by: None };
    let focus = |slot: &FocusSlot| FocusLine {
        id: None,
        slot: *slot,
        text: said("focus"),
        standing: if *slot == FocusSlot::WantedResult { standing(MeasureResult::Met) } else { Standing::unknown() },
    };
    let measure = |result: &MeasureResult| Measure {
        id: None,
        topic_id: None,
        text: said("measure"),
        how_known: some("known"),
        standing: standing(*result),
    };
    let follow_up = |owner| FollowUp {
        id: None,
        owner,
        what: said("promise"),
        due_date: None,
        done: false,
        visibility: Visibility::Shared,
    };
    let topic = Topic {
        id: None,
        title: said("topic"),
        short_name: None,
        status: TopicStatus::Open,
        phase: "G".into(),
        after_what_else: false,
        returned_at: None,
    };
    let knows = Accountability {
        id: None,
        kind: AccountabilityKind::Person,
        who: said("who"),
        how: some("how"),
        how_often: some("often"),
        actions: Vec::new(),
        visibility: Visibility::Shared,
    };
    let mut rows = vec![
        SessionRow::Topic(topic),
        SessionRow::Person(Person { id: None, alias: said("person"), relation: some("relation") }),
        SessionRow::Insight(Insight { in_client_words: true, ..Insight::of(&said("insight")) }),
        SessionRow::Insight(Insight { visibility: Visibility::Private, ..Insight::of(&said("mine")) }),
        SessionRow::Strength(Strength::of(&said("strength"))),
        SessionRow::Resource(Resource::of(&said("resource"))),
        SessionRow::Skill(DevelopmentArea::of(&said("skill"))),
        SessionRow::Accountability(knows),
        SessionRow::FollowUp(follow_up(Owner::Coach)),
        SessionRow::FollowUp(follow_up(Owner::Client)),
    ];
    rows.extend(FocusSlot::ALL.iter().map(|slot| SessionRow::Focus(focus(slot))));
    rows.extend(MeasureResult::ALL.iter().map(|result| SessionRow::Measure(measure(result))));
    rows
}

/// One for each way to be due, and for each way to stand.
fn actions() -> Vec<SessionRow> {
    let date = Some(day("2026-03-11"));
    let due = |kind, from, date, words: bool| Due {
        kind,
        text: words.then(|| said("due")),
        from,
        date,
        read_from_words: false,
    };
    let dues = [
        due(DueKind::By, None, date, true),
        due(DueKind::On, None, date, false),
        due(DueKind::StartOn, date, None, false),
        due(DueKind::Window, date, Some(day("2026-03-18")), false),
        due(DueKind::None, None, None, false),
    ];
    let action = |(due, status): (Due, &ActionStatus)| {
        SessionRow::Action(Action {
            due,
            status: *status,
            wording: some("will"),
            support: some("support"),
            success_sign: some("sign"),
            obstacle: some("obstacle"),
            ..Action::of(&said("action"))
        })
    };
    dues.into_iter().zip(ActionStatus::ALL).map(action).collect()
}

fn consents() -> Vec<SessionRow> {
    let decisions = [ConsentDecision::Granted, ConsentDecision::Refused, ConsentDecision::Withdrawn].iter().cycle();
    let consent = |(purpose, decision): (&ConsentPurpose, &ConsentDecision)| {
        SessionRow::Consent(Consent {
            recipient: some("recipient"),
            use_limit: some("use"),
            quote: some("quote"),
            identity_disclosed: Some(false),
            third_party_disclosed: Some(true),
            given_on: Some(day("2026-03-04")),
            retention_until: Some(day("2026-06-02")),
            withdrawn_at: (*decision == ConsentDecision::Withdrawn).then(|| at("2026-03-04T09:10:00Z")),
            ..Consent::answered(*purpose, *decision, ConsentMethod::Written)
        })
    };
    ConsentPurpose::ALL.iter().zip(decisions).map(consent).collect()
}

/// An agreement of another programme and a consent, signed on screen.
fn sign(vault: &mut Vault, client: ClientId, engagement: EngagementId, session: SessionId) -> (PaperId, PaperId) {
    let other = vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id;
    let clauses = vault.agreements().current(engagement).unwrap().unwrap().clauses;
    let version = vault.agreements().start(other, &clauses).unwrap().id;
    vault.agreements().issue(version, &clauses, b"%PDF agreement").unwrap();
    let agreement = vault.papers().of_version(version).unwrap().unwrap();
    let subject = Subject { client, kind: CONSENT.to_owned(), session: Some(session), engagement: None, version: None };
    let draft = PaperDraft {
        subject,
        document_id: "ab12cd34".to_owned(),
        look: String::new(),
        language: "en".to_owned(),
        missing: String::new(),
        masked: false,
        replaces: None,
        made_on: day("2026-03-04"),
    };
    let consent = vault.papers().keep(&draft, b"%PDF consent").unwrap();
    let signature = |role, strokes| SignatureDraft {
        role,
        name: said("signer"),
        strokes,
        place: some("place"),
        signed_on: day("2026-03-03"),
        zone: "Europe/Warsaw".to_owned(),
        intent: said("intent"),
    };
    for (paper, role, strokes) in [
        (agreement, SignerRole::Coach, None),
        (agreement, SignerRole::Client, Strokes::from_text("60,220 120,60")),
        (agreement, SignerRole::Sponsor, None),
        (consent, SignerRole::Client, None),
    ] {
        let sha256 = vault.papers().get(paper).unwrap().sha256;
        vault.papers().sign(paper, &sha256, &signature(role, strokes)).unwrap();
    }
    (agreement, consent)
}
