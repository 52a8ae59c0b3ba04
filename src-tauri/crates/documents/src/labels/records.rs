//! What papers call the values of records.

use coachbook_core::consent::ConsentPurpose;
use coachbook_core::engagement::Delivery;
use coachbook_core::goals::GoalStatus;
use coachbook_core::processing::{Basis, Period, RecordClass, RetentionRule, Trigger};
use coachbook_core::results::ActionStatus;
use coachbook_core::session::{CheckKey, FocusSlot, MeasureResult};

use super::Labels;
use super::filling::filled;

impl Labels {
    /// How something wanted stands. *Not asked* is a legal answer, and stands for what nobody noted as well.
    pub const fn measure_result(&self, result: MeasureResult) -> &'static str {
        match result {
            MeasureResult::Met => self.met,
            MeasureResult::Partly => self.partly,
            MeasureResult::NotMet => self.not_met,
            MeasureResult::CarriedForward => self.carried_forward,
            MeasureResult::NotAsked | MeasureResult::Unknown => self.not_asked,
        }
    }

    /// How a session was held.
    pub const fn delivery(&self, delivery: Delivery) -> &'static str {
        match delivery {
            Delivery::InPerson => self.in_person,
            Delivery::Phone => self.by_phone,
            Delivery::Video => self.by_video,
            Delivery::Mixed => self.in_person_and_distance,
        }
    }

    /// How sessions are held, as it stands after *held* in a clause.
    pub const fn delivery_in_clause(&self, delivery: Delivery) -> &'static str {
        match delivery {
            Delivery::Mixed => self.by_any,
            one => self.delivery(one),
        }
    }

    /// What a phase is called: those every client's language has words for are said in it, and what the coach or another
    /// model calls a phase stays as it is.
    pub fn phase(&self, name: &str) -> String {
        let known = |labels: &Self| {
            [
                labels.phase_open,
                labels.grow_goal,
                labels.grow_reality,
                labels.grow_options,
                labels.grow_way,
                labels.phase_close,
                labels.data_topic,
                labels.action,
                labels.review,
                labels.notes,
            ]
        };
        let mut words = known(Self::of("en")).into_iter().zip(known(self));
        words.find(|(english, _)| *english == name).map_or(name, |(_, word)| word).to_owned()
    }

    /// What became of an action.
    pub const fn action_status(&self, status: ActionStatus) -> &'static str {
        match status {
            ActionStatus::Open => self.status_open,
            ActionStatus::Doing => self.status_begun,
            ActionStatus::Done => self.status_done,
            ActionStatus::NotDone => self.status_not_done,
            ActionStatus::Dropped => self.goal_dropped,
        }
    }

    /// What a line about the matter of a session says.
    pub const fn focus(&self, slot: FocusSlot) -> &'static str {
        match slot {
            FocusSlot::PresentState => self.slot_present,
            FocusSlot::WantedResult => self.wanted_from_session,
            FocusSlot::Importance => self.why_it_matters,
            FocusSlot::NeedToAddress => self.slot_need,
            FocusSlot::StateAfter => self.slot_after,
        }
    }

    /// What is said or asked at the opening and the closing.
    pub const fn check(&self, key: CheckKey) -> &'static str {
        match key {
            CheckKey::RoleRestated => self.check_role,
            CheckKey::AgreementReferredTo => self.check_agreement,
            CheckKey::NoAdviceRestated => self.check_no_advice,
            CheckKey::ConfidentialityRestated => self.check_confidentiality,
            CheckKey::ConfidentialityLimitsStated => self.check_limits,
            CheckKey::RecordingConsentAsked => self.check_permission,
            CheckKey::ReadyConfirmed => self.check_ready,
            CheckKey::MeasuresChecked => self.check_measures,
            CheckKey::AnythingElseAsked => self.check_anything_else,
            CheckKey::ActionsReadBack => self.check_read_back,
            CheckKey::WithdrawalSeenTo => self.check_withdrawal,
        }
    }

    /// Where a goal stands.
    pub const fn goal_status(&self, status: GoalStatus) -> &'static str {
        match status {
            GoalStatus::Open => self.goal_open,
            GoalStatus::Reached => self.goal_reached,
            GoalStatus::Changed => self.goal_changed,
            GoalStatus::Dropped => self.goal_dropped,
        }
    }

    /// What a consent is for.
    pub const fn consent_purpose(&self, purpose: ConsentPurpose) -> &'static str {
        match purpose {
            ConsentPurpose::RecordAudio => self.consent_audio,
            ConsentPurpose::RecordVideo => self.consent_video,
            ConsentPurpose::ShareRecording => self.consent_share_recording,
            ConsentPurpose::ShareTranscript => self.consent_share_transcript,
            ConsentPurpose::ListInHoursLog => self.consent_hours_log,
        }
    }

    /// A kind of record.
    pub const fn record_class(&self, class: RecordClass) -> &'static str {
        match class {
            RecordClass::Recording => self.class_recording,
            RecordClass::Transcript => self.class_transcript,
            RecordClass::Note => self.class_note,
            RecordClass::SessionRecord => self.class_session_record,
            RecordClass::Agreement => self.class_agreement,
            RecordClass::Consent => self.class_consent,
            RecordClass::Hours => self.class_hours,
            RecordClass::Invoice => self.class_invoice,
            RecordClass::Prospect => self.class_prospect,
            RecordClass::Contact => self.class_contact,
        }
    }

    /// What makes a use of data lawful, said to the client.
    pub const fn basis_to_client(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Contract => self.basis_contract,
            Basis::LegitimateInterest => self.basis_interest,
            Basis::Consent => self.basis_consent,
            Basis::ExplicitConsent => self.basis_explicit_consent,
            Basis::LegalObligation => self.basis_duty,
        }
    }

    /// What makes a use of data lawful, in the coach's own register.
    pub const fn basis_in_register(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Contract => self.register_contract,
            Basis::LegitimateInterest => self.register_interest,
            Basis::Consent => self.register_consent,
            Basis::ExplicitConsent => self.register_explicit_consent,
            Basis::LegalObligation => self.register_duty,
        }
    }

    /// How long something is kept, as *3 years after the last session*.
    pub fn retention(&self, rule: &RetentionRule) -> String {
        let (forms, count) = match rule.period {
            Period::Days(days) => (self.days, days),
            Period::Months(months) if months.is_multiple_of(12) => (self.years, months / 12),
            Period::Months(months) => (self.months_long, months),
        };
        let sentence = match rule.from {
            Trigger::Created => self.after_made,
            Trigger::EngagementEnd => self.after_last_session,
            Trigger::EvaluationDone => self.until_evaluated,
            Trigger::TaxYearEnd => self.after_tax_year,
        };
        filled(sentence, &[("period", &self.counted(forms, count as usize))])
    }
}
