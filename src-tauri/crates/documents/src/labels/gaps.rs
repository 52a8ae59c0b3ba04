//! What stands under the lines left open in an agreement and in the coach's own words.

use super::Labels;

impl Labels {
    /// What belongs in a gap of a clause or in a field of the coach's own words, by its key. One of the coach's own making has only the words she gave it.
    pub fn gap(&self, key: &str) -> Option<&'static str> {
        Some(match key {
            "coach.legal_name" => self.gap_coach_name,
            "client.legal_name" => self.gap_client_name,
            "effective_date" => self.gap_effective_date,
            "engagement.scope" => self.gap_scope,
            "planned_sessions" => self.gap_planned_sessions,
            "session_length" => self.gap_session_length,
            "cadence" => self.gap_cadence,
            "delivery" => self.gap_delivery,
            "fee_text" => self.gap_fee,
            "methods" => self.gap_methods,
            "payment_terms" => self.gap_payment_terms,
            "notice_hours" => self.gap_notice_hours,
            "late_policy" => self.gap_late_policy,
            "between_sessions_text" => self.gap_between_sessions,
            "retention_text" => self.gap_retention,
            "ethics_body" => self.gap_ethics_body,
            "ethics_url" => self.gap_ethics_url,
            "refund_terms" => self.gap_refund_terms,
            "limit" => self.gap_limit,
            "mediation" => self.gap_mediation,
            "governing_law" => self.gap_governing_law,
            "sponsor.name" => self.gap_sponsor_name,
            "shared_goals" => self.gap_shared_goals,
            "sponsor_end_terms" => self.gap_sponsor_end_terms,
            "client.name" => self.field_client_name,
            "client.address" => self.field_client_address,
            "client.email" => self.field_client_email,
            "coach.name" => self.field_coach_name,
            "coach.business_name" => self.field_coach_business,
            "coach.address" => self.field_coach_address,
            "coach.email" => self.field_coach_email,
            "coach.phone" => self.field_coach_phone,
            "coach.website" => self.field_coach_website,
            "engagement.title" => self.field_programme,
            "session.number" => self.field_session_number,
            "session.date" => self.field_session_date,
            "session.next" => self.next_session,
            "today" => self.date_label,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use coachbook_core::{
        gaps::{gap_keys, gap_spec},
        template::{TemplateKind, fields},
    };

    use super::Labels;

    #[test]
    fn every_gap_of_the_built_in_clauses_has_its_words() {
        let english = Labels::of("en");
        for key in gap_keys() {
            assert_eq!(english.gap(key), Some(&*gap_spec(key).label), "{key}");
            assert_ne!(Labels::of("pl").gap(key), english.gap(key), "{key}");
        }
        assert_eq!(english.gap("of_her_own"), None, "control");
    }

    #[test]
    fn every_field_that_can_stay_empty_on_a_paper_has_its_words() {
        for kind in [TemplateKind::Agreement, TemplateKind::Consent, TemplateKind::SummaryWording] {
            for field in fields(kind) {
                assert!(Labels::of("pl").gap(field.key).is_some(), "{}", field.key);
            }
        }
    }
}
