//! Summary and plan as plain text, for an e-mail or the client's own tracker.

use chrono::NaiveDate;
use coachbook_core::text;

use super::actions::{Action, accountability_lines};
use super::agreement::ClausePart;
use super::{ActionPlan, SessionSummary, filled};
use crate::labels::Labels;
use crate::paper::PaperSetup;
use crate::wording::GAP_SIGN;

/// One line per action: number, words, date, with whom.
pub(super) fn action_lines(actions: &[Action], setup: &PaperSetup) -> Vec<String> {
    actions.iter().filter(|action| !action.what.trim().is_empty()).map(|action| action_line(action, setup)).collect()
}

fn action_line(action: &Action, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    let done = if action.done { "[x]" } else { "[ ]" };
    let said = filled(action.wording.as_ref())
        .map_or_else(String::new, |verb| format!(" ({})", labels.fill(labels.said_as_inside, &[("verb", verb)])));
    let what = text::plain(&action.what).split_whitespace().collect::<Vec<_>>().join(" ");
    let date = match action.due.print(setup) {
        Some(date) if action.due.is_dated() => date,
        Some(after) => labels.commas(&[labels.no_date_yet_inside, &after]),
        None => labels.no_date_yet_inside.to_owned(),
    };
    let words = action.due.words().map_or_else(String::new, |words| format!(" {words}"));
    let with = filled(action.with_whom.as_ref())
        .map_or_else(String::new, |who| format!(" | {}", labels.fill(labels.with_inside, &[("who", who)])));
    format!("{done} {}. {what}{said} | {date}{words}{with}", action.no)
}

/// A session's summary as the text of an e-mail. Says what [`session_summary`](super::session_summary) prints,
/// section by section, without letterhead and foot.
pub fn session_summary_text(summary: &SessionSummary, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    let mut letter = Letter::default();
    letter.line(&titled(labels.summary_title, summary.held_on, setup));
    letter.own_words(&summary.opening);
    letter.section(labels.at_a_glance, summary.key_insight.iter());
    let wanted = [&summary.topics, &summary.wanted, &summary.importance, &summary.success_measures];
    let names = [labels.topics, labels.wanted_from_session, labels.why_it_matters, labels.how_you_would_know];
    for (name, items) in names.into_iter().zip(wanted) {
        letter.section(name, items.iter());
    }
    for one in &summary.explored {
        letter.section(&labels.named(labels.explored, &one.topic), one.notes.iter());
    }
    letter.section(labels.became_clear, summary.insights.iter());
    letter.section(labels.strengths, summary.strengths.iter());
    letter.section(labels.already_works, summary.already_works.iter());
    letter.lines(labels.actions, &action_lines(&summary.actions, setup));
    letter.section(labels.who_will_know, accountability_lines(&summary.accountability, labels).iter());
    letter.section(labels.skills_to_build, summary.skills.iter());
    let measures: Vec<String> = summary.measures.iter().map(|one| measure_line(one, labels)).collect();
    letter.section(labels.how_measures_stand, measures.iter());
    letter.section(labels.next, summary.follow_up.iter().chain(&summary.next_session));
    letter.own_words(&summary.closing);
    let notes: Vec<String> =
        summary.agreement_version.iter().chain(&summary.recording).chain(&summary.confidentiality).cloned().collect();
    letter.lines("", &notes);
    letter.0
}

/// The action plan as the text of an e-mail.
pub fn action_plan_text(plan: &ActionPlan, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    let mut letter = Letter::default();
    letter.line(&titled(labels.plan_title, plan.as_of, setup));
    letter.section(labels.who_will_know, accountability_lines(&plan.accountability, labels).iter());
    letter.lines(labels.actions, &action_lines(&plan.actions, setup));
    let review: Vec<String> = plan.review_on.map(|date| setup.date(date)).into_iter().collect();
    letter.lines(labels.review, &review);
    letter.0
}

fn titled(title: &str, day: NaiveDate, setup: &PaperSetup) -> String {
    let labels = setup.labels();
    labels.fill(labels.titled_date, &[("title", title), ("date", &setup.date(day))])
}

fn measure_line(one: &super::Measure, labels: &Labels) -> String {
    let measure = match filled(one.result.as_ref()) {
        Some(result) => labels.named(&one.measure, result),
        None => one.measure.clone(),
    };
    let own = filled(one.own_words.as_ref()).map_or_else(String::new, |own| format!(" ({})", labels.quoted(own)));
    format!("{measure}{own}")
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
