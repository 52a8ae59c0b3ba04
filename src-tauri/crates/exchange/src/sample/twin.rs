//! The sample as it stands in its file.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error};

#[derive(Deserialize)]
pub(super) struct SampleFile {
    pub(super) notice: String,
    pub(super) coach: CoachFile,
    pub(super) client: ClientFile,
    pub(super) engagement: EngagementFile,
    pub(super) people: Vec<PersonFile>,
    pub(super) agreement: Vec<ClauseFile>,
    pub(super) session: SessionFile,
}

#[derive(Deserialize)]
pub(super) struct CoachFile {
    pub(super) legal_name: String,
    pub(super) business_name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ClientFile {
    pub(super) display_name: String,
    pub(super) role_title: Option<String>,
    pub(super) role_now: Option<String>,
    pub(super) background: Option<String>,
    pub(super) sector: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct EngagementFile {
    pub(super) title: Option<String>,
    pub(super) funded_by: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct PersonFile {
    pub(super) alias: String,
    pub(super) relation: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ClauseFile {
    pub(super) clause: String,
    pub(super) says: String,
}

#[derive(Deserialize)]
pub(super) struct SessionFile {
    #[serde(deserialize_with = "day")]
    pub(super) held_on: NaiveDate,
    pub(super) zone: String,
    pub(super) planned_minutes: u32,
    pub(super) model: String,
    pub(super) checks: Vec<CheckFile>,
    pub(super) consents: Vec<ConsentFile>,
    pub(super) topics: Vec<TopicFile>,
    pub(super) focus: Vec<FocusFile>,
    pub(super) measures: Vec<MeasureFile>,
    pub(super) notes: Vec<NoteFile>,
    pub(super) insights: Vec<InsightFile>,
    pub(super) strengths: Vec<String>,
    pub(super) resources: Vec<String>,
    pub(super) skills: Vec<String>,
    pub(super) actions: Vec<ActionFile>,
    pub(super) accountability: Vec<AccountabilityFile>,
    pub(super) follow_ups: Vec<FollowUpFile>,
}

#[derive(Deserialize)]
pub(super) struct CheckFile {
    pub(super) key: String,
    pub(super) acknowledged: Option<bool>,
    pub(super) answer: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ConsentFile {
    pub(super) purpose: String,
    pub(super) decision: String,
    pub(super) method: String,
    pub(super) recipient: Option<String>,
    pub(super) use_limit: Option<String>,
    pub(super) identity_disclosed: Option<bool>,
    pub(super) third_party_disclosed: Option<bool>,
    pub(super) quote: Option<String>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub(super) given_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub(super) retention_until: Option<NaiveDate>,
    pub(super) withdrawal_explained: Option<bool>,
}

#[derive(Deserialize)]
pub(super) struct TopicFile {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) short_name: Option<String>,
    pub(super) status: String,
    pub(super) after_what_else: bool,
    pub(super) taken_up_again: bool,
}

#[derive(Deserialize)]
pub(super) struct StandingFile {
    pub(super) result: Option<String>,
    pub(super) evidence: Option<String>,
    pub(super) assessed_by: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct FocusFile {
    pub(super) slot: String,
    pub(super) text: String,
    #[serde(flatten)]
    pub(super) standing: StandingFile,
}

#[derive(Deserialize)]
pub(super) struct MeasureFile {
    pub(super) topic: Option<String>,
    pub(super) text: String,
    pub(super) how_known: Option<String>,
    #[serde(flatten)]
    pub(super) standing: StandingFile,
}

#[derive(Deserialize)]
pub(super) struct NoteFile {
    pub(super) topic: Option<String>,
    pub(super) phase: String,
    pub(super) kind: String,
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct InsightFile {
    pub(super) topic: Option<String>,
    pub(super) text: String,
}

#[derive(Deserialize)]
pub(super) struct ActionFile {
    pub(super) key: String,
    pub(super) topic: Option<String>,
    pub(super) what: String,
    pub(super) wording: Option<String>,
    pub(super) due: String,
    pub(super) due_text: Option<String>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub(super) from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "maybe_day")]
    pub(super) date: Option<NaiveDate>,
    pub(super) after: Option<String>,
    pub(super) support: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct AccountabilityFile {
    pub(super) kind: String,
    pub(super) who: String,
    pub(super) actions: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct FollowUpFile {
    pub(super) owner: String,
    pub(super) what: String,
}

/// Dates are read here, so that chrono needs no serde feature for one file.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    let words: Option<String> = Option::deserialize(from)?;
    words.map(|words| words.parse().map_err(D::Error::custom)).transpose()
}
