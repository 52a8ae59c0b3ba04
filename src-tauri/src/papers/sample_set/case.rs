//! What the papers without records of their own are made from: plain values, all of them invented.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use coachbook_core::{
    client::ClientDraft,
    goals::{Goal, GoalMeasure, GoalStatus},
    hours::{Activity, LoggedSession, PaidClass},
    session::SessionStatus,
    wheel::{Place, Segment, Wheel},
};

/// One client with a sponsor, a programme and a wheel.
pub(super) struct Case {
    pub(super) client: ClientDraft,
    pub(super) engagement: &'static str,
    pub(super) sponsor: &'static str,
    pub(super) signs_for_sponsor: &'static str,
    /// The day the papers are made.
    pub(super) day: NaiveDate,
    pub(super) shared_goal: Goal,
    pub(super) own_goal: Goal,
    pub(super) progress: &'static str,
    pub(super) parts: [&'static str; 8],
    pub(super) insight: &'static str,
    pub(super) skill: &'static str,
}

/// The client of the sample, with a sponsor put beside him for the papers that need one.
pub(super) fn john(client: &ClientDraft, day: NaiveDate) -> Case {
    Case {
        client: client.clone(),
        engagement: "Rapport with clients",
        sponsor: "Invented Systems Ltd",
        signs_for_sponsor: "Petra Nobody, head of sales",
        day,
        shared_goal: goal("Lead client meetings calmly and with facts", "meetings that end with a next step", true),
        own_goal: goal("Feel at ease in the new role", "evenings without the laptop", false),
        progress: "John prepares client meetings with a colleague and brings facts on one page.\n\n\
                   - two meetings ended with an agreed next step\n- a course on persuasion has begun",
        parts: ["Work", "Learning", "Health", "Family", "Friends", "Money", "Home", "Time alone"],
        insight: "A question is not yet an objection.",
        skill: "asking before answering",
    }
}

/// A programme of three in several scripts.
pub(super) fn three_way(day: NaiveDate) -> Case {
    let client = ClientDraft {
        legal_name: Some("Dr. Μαρία-Ελένη Παπαδοπούλου-Φανταστική".to_owned()),
        phone: Some("+30 00 0000 0000".to_owned()),
        email: Some("maria-eleni.papadopoulou-fantastiki@a-rather-long-domain.example".to_owned()),
        ..ClientDraft::named("Μαρία-Ελένη Παπαδοπούλου-Φανταστική")
    };
    Case {
        client,
        engagement: "Leading a change of shift",
        sponsor: "Zmyślone Zakłady Papiernicze Spółka z ograniczoną odpowiedzialnością",
        signs_for_sponsor: "Nguyễn Thị Hư Cấu, head of people",
        day,
        shared_goal: goal("Lead the plant's change of shift with the team, not for it", "decisions in the round", true),
        own_goal: goal("Know by summer whether to stay", "a decision written down", false),
        progress: "The change of shift is planned in the morning round.\n\n\
                   - the deputy leads the round twice a week\n- two key people stayed",
        parts: ["Εργασία", "Οικογένεια", "Gesundheit der Großeltern", "Przyjaźń", "Money", "לימודים", "Home", "خلوت"],
        insight: "A decision I keep is one nobody learns.",
        skill: "handing over a decision",
    }
}

fn goal(title: &str, measure: &str, agreed_with_sponsor: bool) -> Goal {
    let measure = GoalMeasure {
        text: measure.to_owned(),
        baseline: Some("one of ten".to_owned()),
        target: Some("seven of ten".to_owned()),
    };
    let status = if agreed_with_sponsor { GoalStatus::Reached } else { GoalStatus::Open };
    Goal { measures: vec![measure], status, agreed_with_sponsor, ..Goal::of(title) }
}

impl Case {
    /// The name on papers.
    pub(super) fn name(&self) -> String {
        self.client.legal_name.clone().unwrap_or_else(|| self.client.display_name.clone())
    }

    /// A day so many days from the day of the papers.
    pub(super) fn on(&self, days: i64) -> NaiveDate {
        self.day.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(self.day)
    }

    /// Three sessions of fifty minutes, two weeks apart, the last one on the day.
    pub(super) fn sessions(&self) -> Vec<LoggedSession> {
        let session = |days| LoggedSession {
            on: self.on(days),
            minutes: 50,
            activity: Activity::Coaching,
            paid: PaidClass::ThirdParty,
            status: SessionStatus::Completed,
        };
        [-28, -14, 0].map(session).to_vec()
    }

    /// The next session, at ten.
    pub(super) fn next(&self) -> NaiveDateTime {
        self.on(14).and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default())
    }

    /// The wheel of the day, and one filled two months before.
    pub(super) fn wheels(&self) -> (Wheel, Wheel) {
        let wheel = |on: NaiveDate, places: [u8; 8]| Wheel {
            on,
            segments: self
                .parts
                .iter()
                .zip(places)
                .map(|(label, now)| Segment {
                    label: (*label).to_owned(),
                    now: Place::of(now),
                    wanted: Place::of((now + 3).min(10)),
                    note: (now < 3).then(|| "hardly any **time** for it".to_owned()),
                })
                .collect(),
            chosen: Some("One free evening a week, and to keep it".to_owned()),
        };
        (wheel(self.day, [7, 4, 5, 6, 8, 3, 2, 0]), wheel(self.on(-60), [9, 2, 5, 6, 7, 3, 1, 1]))
    }
}
