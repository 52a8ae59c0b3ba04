//! P6: the client's actions on one paper, to keep and to tick off.

use chrono::NaiveDate;

use super::actions::{self, Accountable, Action, Detail};
use super::{begun, facts, finished, heading, lead, plain_text, section};
use crate::Doc;
use crate::blocks::{Block, ParaStyle, words};
use crate::paper::PaperSetup;

/// Which actions a plan shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanScope {
    /// All that are open.
    #[default]
    AllOpen,
    /// Those of one session, by its number.
    FromSession(u32),
}

/// The client's action plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionPlan {
    /// The client's name as printed.
    pub client_name: String,
    /// The programme.
    pub engagement: Option<String>,
    /// The day the plan shows.
    pub as_of: NaiveDate,
    /// Which actions it shows.
    pub scope: PlanScope,
    /// Who will know.
    pub accountability: Vec<Accountable>,
    /// The actions, in their agreed order.
    pub actions: Vec<Action>,
    /// When the plan is looked at again.
    pub review_on: Option<NaiveDate>,
}

/// The paper as blocks.
pub fn action_plan(plan: &ActionPlan, setup: &PaperSetup) -> Doc {
    let labels = setup.labels();
    let mut blocks = begun(labels.plan_title, None, setup);
    blocks.push(head(plan, setup));
    let who = actions::accountability_lines(&plan.accountability, labels);
    if !who.is_empty() {
        let mut line = vec![lead(labels.who_will_know, setup)];
        line.extend(words(labels.semicolons(&who)));
        blocks.push(Block::Para(ParaStyle::Body, line));
    }
    blocks.extend(section(labels.actions, actions::table(&plan.actions, Detail::Plan, setup)));
    if let Some(date) = plan.review_on {
        let mut line = vec![lead(labels.review, setup)];
        line.extend(words(setup.date(date)));
        blocks.push(Block::Para(ParaStyle::Body, line));
    }
    blocks.extend(copy(plan, setup));
    finished(labels.plan_title, Some(&plan.client_name), blocks, setup)
}

fn head(plan: &ActionPlan, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let scope = match plan.scope {
        PlanScope::AllOpen => labels.all_open_actions.to_owned(),
        PlanScope::FromSession(no) => labels.fill(labels.from_session, &[("n", &no.to_string())]),
    };
    facts([
        (labels.client, Some(plan.client_name.clone())),
        (labels.programme, plan.engagement.clone()),
        (labels.as_of, Some(setup.date(plan.as_of))),
        (labels.shows, Some(scope)),
    ])
}

/// The actions once more as plain lines, to be copied into whatever the client keeps.
fn copy(plan: &ActionPlan, setup: &PaperSetup) -> Vec<Block> {
    let lines = plain_text::action_lines(&plan.actions, setup);
    if lines.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(setup.labels().copy_for_tracker)];
    blocks.extend(lines.into_iter().map(|line| Block::Para(ParaStyle::Copy, words(line))));
    blocks
}
