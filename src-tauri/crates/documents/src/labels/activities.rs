//! What a practice does with personal data, in the words of a language.

use coachbook_core::processing::{Activity, ActivityWords};

use super::Labels;

impl Labels {
    /// What is said of an activity.
    pub fn activity(&self, activity: Activity) -> ActivityWords {
        let [name, purpose, people, data, recipients] = match activity {
            Activity::FirstContact => [
                self.contact_name,
                self.contact_purpose,
                self.contact_people,
                self.contact_data,
                self.contact_recipients,
            ],
            Activity::Sessions => [
                self.sessions_name,
                self.sessions_purpose,
                self.sessions_people,
                self.sessions_data,
                self.sessions_recipients,
            ],
            Activity::Notes => {
                [self.notes_name, self.notes_purpose, self.notes_people, self.notes_data, self.notes_recipients]
            }
            Activity::Recordings => [
                self.recordings_name,
                self.recordings_purpose,
                self.recordings_people,
                self.recordings_data,
                self.recordings_recipients,
            ],
            Activity::Hours => {
                [self.hours_name, self.hours_purpose, self.hours_people, self.hours_data, self.hours_recipients]
            }
            Activity::Accounts => [
                self.accounts_name,
                self.accounts_purpose,
                self.accounts_people,
                self.accounts_data,
                self.accounts_recipients,
            ],
        }
        .map(str::to_owned);
        ActivityWords { name, purpose, people, data, recipients }
    }

    /// What this program does to keep data safe, a text in the small grammar. The coach adds the rest by hand.
    pub fn safeguards_text(&self) -> String {
        format!("- {}\n- {}", self.safe_book, self.safe_copies)
    }
}
