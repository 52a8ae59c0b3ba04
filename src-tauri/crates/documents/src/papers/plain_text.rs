//! Summary and plan as plain text, for an e-mail or the client's own tracker.

use coachbook_core::text;

use super::actions::{Action, NO_DATE_YET, accountability_lines};
use super::agreement::ClausePart;
use super::{ActionPlan, SessionSummary, filled};
use crate::paper::PaperSetup;
use crate::wording::GAP_SIGN;

/// One line per action: number, words, date, with whom.
pub(super) fn action_lines(actions: &[Action], setup: &PaperSetup) -> Vec<String> {
    actions.iter().filter(|action| !action.what.trim().is_empty()).map(|action| action_line(action, setup)).collect()
}

fn action_line(action: &Action, setup: &PaperSetup) -> String {
    let done = if action.done { "[x]" } else { "[ ]" };
    let said = filled(action.wording.as_ref()).map_or_else(String::new, |verb| format!(" (said as: {verb})"));
    let what = text::plain(&action.what).split_whitespace().collect::<Vec<_>>().join(" ");
    let date = match action.due.print(setup) {
        Some(date) if action.due.is_dated() => date,
        Some(after) => format!("{}, {after}", NO_DATE_YET.to_lowercase()),
        None => NO_DATE_YET.to_lowercase(),
    };
    let words = action.due.words().map_or_else(String::new, |words| format!(" {words}"));
    let with = filled(action.with_whom.as_ref()).map_or_else(String::new, |who| format!(" | with {who}"));
    format!("{done} {}. {what}{said} | {date}{words}{with}", action.no)
}

/// A session's summary as the text of an e-mail. Says what [`session_summary`](super::session_summary) prints,
/// section by section, without letterhead and foot.
pub fn session_summary_text(summary: &SessionSummary, setup: &PaperSetup) -> String {
    let mut letter = Letter::default();
    letter.line(&format!("Session summary, {}", setup.date(summary.held_on)));
    letter.own_words(&summary.opening);
    letter.section("At a glance", summary.key_insight.iter());
    let wanted = [&summary.topics, &summary.wanted, &summary.importance, &summary.success_measures];
    let names = ["Topics", "What you wanted from the session", "Why it matters", "How you would know"];
    for (name, items) in names.into_iter().zip(wanted) {
        letter.section(name, items.iter());
    }
    for one in &summary.explored {
        letter.section(&format!("What we explored: {}", one.topic), one.notes.iter());
    }
    letter.section("What became clear", summary.insights.iter());
    letter.section("Strengths", summary.strengths.iter());
    letter.section("What already works", summary.already_works.iter());
    letter.lines("Actions", &action_lines(&summary.actions, setup));
    letter.section("Who will know", accountability_lines(&summary.accountability).iter());
    letter.section("Skills to build", summary.skills.iter());
    let measures: Vec<String> = summary.measures.iter().map(measure_line).collect();
    letter.section("How the success measures stand", measures.iter());
    letter.section("Next", summary.follow_up.iter().chain(&summary.next_session));
    letter.own_words(&summary.closing);
    let notes: Vec<String> =
        summary.agreement_version.iter().chain(&summary.recording).chain(&summary.confidentiality).cloned().collect();
    letter.lines("", &notes);
    letter.0
}

/// The action plan as the text of an e-mail.
pub fn action_plan_text(plan: &ActionPlan, setup: &PaperSetup) -> String {
    let mut letter = Letter::default();
    letter.line(&format!("Action plan, {}", setup.date(plan.as_of)));
    letter.section("Who will know", accountability_lines(&plan.accountability).iter());
    letter.lines("Actions", &action_lines(&plan.actions, setup));
    let review: Vec<String> = plan.review_on.map(|date| setup.date(date)).into_iter().collect();
    letter.lines("Review", &review);
    letter.0
}

fn measure_line(one: &super::Measure) -> String {
    let result = filled(one.result.as_ref()).map_or_else(String::new, |result| format!(": {result}"));
    let own = filled(one.own_words.as_ref()).map_or_else(String::new, |own| format!(" (“{own}”)"));
    format!("{}{result}{own}", one.measure)
}

#[derive(Default)]
struct Letter(String);

impl Letter {
    fn line(&mut self, words: &str) {
        self.0.push_str(words);
        self.0.push('\n');
    }

    /// The coach's own words as she wrote them, their signs of weight dropped. A field's value is left as it is.
    fn own_words(&mut self, parts: &[ClausePart]) {
        let words = parts.iter().map(|part| match part {
            ClausePart::Text(words) => words.replace(GAP_SIGN, ""),
            ClausePart::Gap { .. } => GAP_SIGN.to_string(),
        });
        let mut values = parts.iter().filter_map(|part| match part {
            ClausePart::Gap { value, .. } => Some(value.as_deref().unwrap_or_default()),
            ClausePart::Text(_) => None,
        });
        let mut filled = String::new();
        for sign in text::plain(&words.collect::<String>()).chars() {
            match sign {
                GAP_SIGN => filled.push_str(values.next().unwrap_or_default()),
                sign => filled.push(sign),
            }
        }
        if !filled.trim().is_empty() {
            self.0.push('\n');
            self.line(filled.trim());
        }
    }

    /// Texts in the small grammar as a list; nothing if there are none.
    fn section<'a>(&mut self, name: &str, items: impl Iterator<Item = &'a String>) {
        let items: Vec<String> =
            items.filter_map(|item| filled(Some(item))).map(|item| format!("- {}", plain(item))).collect();
        self.lines(name, &items);
    }

    fn lines(&mut self, name: &str, lines: &[String]) {
        let mut lines = lines.iter().filter(|line| !line.trim().is_empty()).peekable();
        if lines.peek().is_none() {
            return;
        }
        self.0.push('\n');
        if !name.is_empty() {
            self.line(name);
        }
        lines.for_each(|line| self.line(line));
    }
}

/// Continuation lines are indented, so that a list item stays one item.
fn plain(item: &str) -> String {
    text::plain(item).lines().map(str::trim).collect::<Vec<_>>().join("\n  ")
}
