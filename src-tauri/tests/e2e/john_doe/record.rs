//! What the book holds about John Doe, read without the app.

use coachbook_core::agreement::AgreementVersion;
use coachbook_core::client::ClientDraft;
use coachbook_core::engagement::EngagementDraft;
use coachbook_core::results::DueKind;
use coachbook_core::session::{CheckKey, FocusSlot, MeasureResult, SessionRecord, SessionStatus, Standing};
use coachbook_core::{ActionId, TopicId};
use coachbook_exchange::sample::SampleRecord;
use coachbook_vault::Vault;

/// The whole record of one client with one programme and one session.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) client: ClientDraft,
    pub(crate) programme: EngagementDraft,
    pub(crate) agreement: Option<AgreementVersion>,
    pub(crate) session: SessionRecord,
}

impl Record {
    /// Reads it from an open book that holds nothing else.
    #[track_caller]
    pub(crate) fn read(vault: &mut Vault) -> Self {
        let clients = vault.clients().list().expect("clients are listed");
        assert_eq!(clients.len(), 1, "there is more or less than one client");
        let client = clients[0].client.clone();
        let programmes = vault.engagements().of_client(client.id).expect("programmes are listed");
        assert_eq!(programmes.len(), 1, "there is more or less than one programme");
        let agreement = vault.agreements().current(programmes[0].id).expect("the agreement is read");
        let sessions = vault.sessions().list_of_client(client.id).expect("sessions are listed");
        assert_eq!(sessions.len(), 1, "there is more or less than one session");
        let session = vault.sessions().get(sessions[0].id).expect("the session is read");
        Self { client: client.fields, programme: programmes[0].fields.clone(), agreement, session }
    }

    /// The record as it should be.
    pub(crate) fn of_sample(said: &SampleRecord) -> Self {
        let programme = EngagementDraft { title: None, ..said.engagement.clone() };
        Self { client: said.client.clone(), programme, agreement: None, session: said.session_record() }
    }

    /// The place of a topic, as `T1`.
    pub(crate) fn topic(&self, id: Option<TopicId>) -> String {
        let at = self.session.frame.topics.iter().position(|topic| id.is_some() && topic.id == id);
        at.map_or_else(|| "none".to_owned(), |at| format!("T{}", at + 1))
    }

    /// The place of an action, as `A1`.
    pub(crate) fn action(&self, id: Option<ActionId>) -> String {
        let at = self.session.frame.actions.iter().position(|action| id.is_some() && action.id == id);
        at.map_or_else(|| "none".to_owned(), |at| format!("A{}", at + 1))
    }

    /// The answer given to a check, and whether it was done at all.
    fn checks(&self) -> Vec<String> {
        let mut checks: Vec<_> = self.session.frame.checks.iter().collect();
        checks.sort_by_key(|check| check.key.key());
        checks.iter().map(|check| format!("{} {:?} {:?}", check.key.key(), check.acknowledged, check.note)).collect()
    }

    /// Focus lines of a slot, in order.
    pub(crate) fn slot(&self, slot: FocusSlot) -> Vec<&coachbook_core::session::FocusLine> {
        self.session.frame.focus.iter().filter(|line| line.slot == slot).collect()
    }

    /// One fact a line, without row numbers and moments.
    fn facts(&self) -> Vec<String> {
        let frame = &self.session.frame;
        let mut facts = vec![
            format!("client {:?}", self.client),
            format!("programme {:?}", self.programme),
            format!("held on {:?}", frame.session.base_date()),
            format!("for next time {:?}, reflection {:?}", frame.session.for_next_time, frame.session.reflection),
        ];
        let mut add = |kind: &str, rows: Vec<String>| {
            facts.extend(rows.into_iter().enumerate().map(|(at, row)| format!("{kind} {}: {row}", at + 1)));
        };
        add("check", self.checks());
        add(
            "consent",
            frame
                .consents
                .iter()
                .map(|row| {
                    format!(
                        "{:?}",
                        (
                            row.purpose,
                            &row.recipient,
                            &row.use_limit,
                            row.identity_disclosed,
                            row.third_party_disclosed,
                            row.decision,
                            row.method,
                            &row.quote,
                            row.given_on,
                            row.retention_until,
                            row.withdrawal_explained,
                            row.withdrawn_at
                        )
                    )
                })
                .collect(),
        );
        add(
            "topic",
            frame
                .topics
                .iter()
                .map(|row| format!("{:?}", (&row.title, &row.short_name, row.after_what_else)))
                .collect(),
        );
        for slot in [
            FocusSlot::PresentState,
            FocusSlot::WantedResult,
            FocusSlot::Importance,
            FocusSlot::NeedToAddress,
            FocusSlot::StateAfter,
        ] {
            add(
                slot.key(),
                self.slot(slot).into_iter().map(|row| format!("{:?}", (&row.text, &row.standing))).collect(),
            );
        }
        add(
            "measure",
            frame
                .measures
                .iter()
                .map(|row| format!("{:?}", (self.topic(row.topic_id), &row.text, &row.how_known, &row.standing)))
                .collect(),
        );
        add(
            "note",
            self.session
                .notes
                .iter()
                .map(|row| {
                    let note = &row.fields;
                    format!(
                        "{:?}",
                        (
                            self.topic(note.topic_id),
                            &note.phase,
                            note.kind,
                            &note.text,
                            &note.model,
                            note.in_client_words,
                            note.visibility,
                            note.belief_status,
                            note.answers
                        )
                    )
                })
                .collect(),
        );
        add(
            "insight",
            frame
                .insights
                .iter()
                .map(|row| {
                    format!(
                        "{:?}",
                        (self.topic(row.topic_id), &row.text, row.in_client_words, row.from_note_id, row.visibility)
                    )
                })
                .collect(),
        );
        add(
            "strength",
            frame
                .strengths
                .iter()
                .map(|row| format!("{:?}", (&row.text, row.named_by, row.from_note_id, row.visibility)))
                .collect(),
        );
        add(
            "resource",
            frame.resources.iter().map(|row| format!("{:?}", (&row.text, row.from_note_id, row.visibility))).collect(),
        );
        add(
            "skill",
            frame.skills.iter().map(|row| format!("{:?}", (&row.text, row.from_note_id, row.visibility))).collect(),
        );
        add(
            "action",
            frame
                .actions
                .iter()
                .map(|row| {
                    format!(
                        "{:?}",
                        (
                            self.topic(row.topic_id),
                            &row.what,
                            &row.wording,
                            &row.due,
                            self.action(row.after_action_id),
                            &row.support,
                            &row.success_sign,
                            &row.obstacle,
                            row.status,
                            row.visibility
                        )
                    )
                })
                .collect(),
        );
        add(
            "who will know",
            frame
                .accountability
                .iter()
                .map(|row| {
                    let covers: Vec<_> = row.actions.iter().map(|id| self.action(Some(*id))).collect();
                    format!("{:?}", (row.kind, &row.who, &row.how, &row.how_often, covers, row.visibility))
                })
                .collect(),
        );
        add(
            "next",
            frame
                .follow_ups
                .iter()
                .map(|row| format!("{:?}", (row.owner, &row.what, row.due_date, row.done, row.visibility)))
                .collect(),
        );
        add("person", frame.people.iter().map(|row| format!("{:?}", (&row.alias, &row.relation))).collect());
        facts
    }
}

/// Says, fact by fact, where two records are not the same.
pub(crate) fn differences(kept: &Record, wanted: &Record) -> Vec<String> {
    let (kept, wanted) = (kept.facts(), wanted.facts());
    let missing = wanted.iter().filter(|fact| !kept.contains(fact)).map(|fact| format!("wanted {fact}"));
    let added = kept.iter().filter(|fact| !wanted.contains(fact)).map(|fact| format!("kept   {fact}"));
    let (missing, added): (Vec<_>, Vec<_>) = (missing.collect(), added.collect());
    // One changed value is one difference, told from both sides.
    let pairs = missing.len().max(added.len());
    (0..pairs)
        .map(|at| [missing.get(at), added.get(at)].into_iter().flatten().cloned().collect::<Vec<_>>().join("\n"))
        .collect()
}

/// The numbers of the issue, so that a fixture that shrank is noticed too.
#[track_caller]
pub(crate) fn assert_counts(kept: &Record) {
    let frame = &kept.session.frame;
    assert_eq!((frame.topics.len(), frame.measures.len(), frame.consents.len()), (2, 2, 2));
    let notes = |phase: &str| kept.session.notes.iter().filter(|note| note.fields.phase == phase).count();
    assert_eq!((kept.session.notes.len(), ["G", "R", "O", "W", "CLOSE"].map(notes)), (34, [4, 24, 4, 1, 1]));
    assert_eq!((frame.insights.len(), frame.strengths.len(), frame.skills.len()), (6, 3, 9));
    assert_eq!((frame.actions.len(), frame.accountability.len(), frame.follow_ups.len()), (10, 2, 1));
    assert_eq!(frame.session.status, SessionStatus::Completed, "the session was not finished");
}

/// What nobody said has to be empty.
#[track_caller]
pub(crate) fn assert_empty(kept: &Record) {
    let frame = &kept.session.frame;
    assert!(kept.slot(FocusSlot::NeedToAddress).is_empty(), "nobody asked what had to be looked at");
    assert!(!frame.checks.iter().any(|check| check.key == CheckKey::ConfidentialityLimitsStated));
    assert!(frame.consents.iter().all(|row| row.retention_until.is_none() && row.withdrawal_explained.is_none()));
    assert!(frame.actions.iter().all(|row| row.obstacle.is_none() && row.success_sign.is_none()));
    assert!(frame.accountability.iter().all(|row| row.how_often.is_none() && row.how.is_none()));
    assert!(frame.session.next_session_at.is_none(), "no next date was agreed");
    let answered = |standing: &Standing| standing.result != MeasureResult::Unknown;
    assert_eq!(kept.slot(FocusSlot::WantedResult).iter().filter(|line| answered(&line.standing)).count(), 2);
    let unknown = ["fee", "place", "length"];
    let programme = &kept.programme;
    assert!(
        programme.fee_text.is_none() && programme.delivery.is_none() && programme.session_minutes.is_none(),
        "{unknown:?} were never said"
    );
    assert!(
        frame.drafts.iter().all(|draft| draft.text.is_empty()),
        "half-typed words are left over: {:?}",
        frame.drafts
    );
}

/// The days the words mean on 2026-03-04.
#[track_caller]
pub(crate) fn assert_dates(kept: &Record) {
    let days: Vec<_> = kept
        .session
        .frame
        .actions
        .iter()
        .map(|action| {
            (action.due.kind, action.due.from.map(|day| day.to_string()), action.due.date.map(|day| day.to_string()))
        })
        .collect();
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(
        days.iter().filter(|(kind, from, date)| *kind == DueKind::None && from.is_none() && date.is_none()).count(),
        6
    );
    assert_eq!(days[1], (DueKind::After, None, None));
    assert_eq!(days[5], (DueKind::By, None, day("2026-03-11")));
    assert_eq!(days[6], (DueKind::StartOn, day("2026-03-05"), None));
    assert_eq!(days[7], (DueKind::Window, day("2026-03-09"), day("2026-03-15")));
}
