//! Names of files: date and kind, never the client's name. File names show in folders, recent lists and mail programs.

use chrono::NaiveDate;
use coachbook_core::giving::{AGREEMENT, AGREEMENT_OF_THREE};

use super::given::SIGNED;
use crate::wire::papers::{BlankForm, PaperRequest};

/// Kind of the sheet for a colleague.
pub(super) const CONTINUITY_SHEET: &str = "continuity_sheet";

/// Returns the name offered for a paper of a kind.
pub(super) fn suggested_name(kind: &str, today: NaiveDate) -> String {
    let (signed, kind) = kind.strip_prefix(SIGNED).map_or(("", kind), |kind| ("signed-", kind));
    let kind = match kind {
        AGREEMENT => "coaching-agreement".to_owned(),
        AGREEMENT_OF_THREE => "coaching-agreement-of-three".to_owned(),
        other => other.replace('_', "-"),
    };
    format!("{today}_{signed}{kind}.pdf")
}

/// Returns the kind of a paper that is given to nobody.
pub(super) fn own_kind(request: &PaperRequest) -> &'static str {
    match request {
        PaperRequest::SessionSheet { .. } => "session_sheet",
        PaperRequest::RecoverySheet => "recovery_sheet",
        PaperRequest::SessionRecord { .. } => "session_record",
        PaperRequest::HoursLog { .. } => "hours_log",
        PaperRequest::PrivacyNotice => "privacy_notice",
        PaperRequest::ProcessingRecord => "record_of_processing",
        PaperRequest::DataHandling => "data_handling",
        PaperRequest::ContinuitySheet => CONTINUITY_SHEET,
        PaperRequest::BlankForm { form, .. } => match form {
            BlankForm::Agreement => "blank_agreement",
            BlankForm::Consent => "blank_consent",
            BlankForm::BeforeSession => "blank_before_session",
            BlankForm::GrowSheet => "blank_grow_sheet",
            BlankForm::ActionPlan => "blank_action_plan",
            BlankForm::Wheel => "blank_wheel",
        },
        _ => "paper",
    }
}
