//! Actions as papers show them: dated first, then those without a date, in the words they were agreed in.

use chrono::NaiveDate;

use crate::blocks::{Block, Cell, Column, Ink, Inline, Line, Row, Span, Width, aside, rich_line, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// By when an action is to be done, as agreed. `words` are the client's own, such as *in a week's time*.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Due {
    /// No date was agreed.
    #[default]
    None,
    /// On or before a day.
    By {
        /// The day.
        date: NaiveDate,
        /// The words used.
        words: Option<String>,
    },
    /// From a day on.
    From {
        /// The first day.
        date: NaiveDate,
        /// The words used.
        words: Option<String>,
    },
    /// Within days that are both counted.
    Window {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// The words used.
        words: Option<String>,
    },
    /// After another action, by its number.
    After {
        /// The number of the other action.
        action_no: u32,
    },
}

impl Due {
    /// Whether a day is known.
    pub fn is_dated(&self) -> bool {
        !matches!(self, Due::None | Due::After { .. })
    }

    /// The day or days in print, without the words used; `None` if nothing was agreed.
    pub(super) fn print(&self, setup: &PaperSetup) -> Option<String> {
        let labels = setup.labels();
        match self {
            Due::None => None,
            Due::By { date, .. } => Some(setup.date(*date)),
            Due::From { date, .. } => Some(labels.fill(labels.from_day, &[("date", &setup.date(*date))])),
            Due::Window { from, to, .. } => Some(setup.period(*from, *to)),
            Due::After { action_no } => Some(labels.fill(labels.after_action, &[("n", &action_no.to_string())])),
        }
    }

    /// The words used, in brackets.
    pub(super) fn words(&self) -> Option<String> {
        let words = match self {
            Due::By { words, .. } | Due::From { words, .. } | Due::Window { words, .. } => words.as_deref(),
            Due::None | Due::After { .. } => None,
        };
        words.map(str::trim).filter(|words| !words.is_empty()).map(|words| format!("({words})"))
    }
}

/// An action of the client.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Action {
    /// The number it was agreed under; papers keep it.
    pub no: u32,
    /// What is to be done.
    pub what: String,
    /// Topic or goal it belongs to. The plan prints it; the summary does not.
    pub topic: Option<String>,
    /// The verb as it was said: *can*, *could*, *will*. Printed, so that an option does not look like a promise.
    pub wording: Option<String>,
    /// By when.
    pub due: Due,
    /// With or via whom.
    pub with_whom: Option<String>,
    /// How the client will see that it is done.
    pub sign_of_success: Option<String>,
    /// What may stand in the way. The plan prints it; the summary does not.
    pub obstacle: Option<String>,
    /// What the client will do then.
    pub answer: Option<String>,
    /// How the client put her commitment. The plan prints it; the summary does not.
    pub commitment: Option<String>,
    /// Done already: the plan prints its box ticked.
    pub done: bool,
}

/// Who or what keeps the client to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accountable {
    /// The person or the tracker, in the client's words.
    pub who: String,
    /// Numbers of the actions it covers.
    pub covers: Vec<u32>,
    /// How often they talk or it is filled in.
    pub how_often: Option<String>,
}

/// Which columns a table of actions may have, besides number, action and date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// For a session's summary.
    Summary,
    /// For the plan: also topic, obstacle and answer, commitment and a box to tick.
    Plan,
}

/// The table of actions: those with a date, then those without under a heading of their own. Columns nobody filled
/// are left out.
pub(super) fn table(actions: &[Action], detail: Detail, setup: &PaperSetup) -> Vec<Block> {
    let actions: Vec<&Action> = actions.iter().filter(|action| !action.what.trim().is_empty()).collect();
    if actions.is_empty() {
        return Vec::new();
    }
    let columns = Columns::of(&actions, detail);
    let (dated, undated): (Vec<&Action>, Vec<&Action>) = actions.iter().partition(|action| action.due.is_dated());
    let mut rows: Vec<Row> = dated.iter().map(|action| columns.row(action, setup)).collect();
    if !undated.is_empty() {
        rows.push(Row::Band(setup.labels().no_date_yet.to_owned()));
        rows.extend(undated.iter().map(|action| columns.row(action, setup)));
    }
    vec![Block::Table { columns: columns.heads(setup.labels()), rows }]
}

/// Who keeps the client to it, one line each.
pub(super) fn accountability_lines(accountable: &[Accountable], labels: &Labels) -> Vec<String> {
    accountable
        .iter()
        .filter(|one| !one.who.trim().is_empty())
        .map(|one| {
            let numbers: Vec<String> = one.covers.iter().map(u32::to_string).collect();
            let who = one.who.trim();
            let knows = match numbers.as_slice() {
                [] => who.to_owned(),
                [number] => labels.fill(labels.knows_of_action, &[("who", who), ("n", number)]),
                more => labels.fill(labels.knows_of_actions, &[("who", who), ("numbers", &labels.commas(more))]),
            };
            let often = super::filled(one.how_often.as_ref());
            labels.commas(&std::iter::once(knows.as_str()).chain(often).collect::<Vec<_>>())
        })
        .collect()
}

struct Columns {
    wording: bool,
    due: bool,
    with: bool,
    sign: bool,
    detail: Detail,
}

impl Columns {
    fn of(actions: &[&Action], detail: Detail) -> Self {
        let any = |field: fn(&Action) -> &Option<String>| {
            actions.iter().any(|action| super::filled(field(action).as_ref()).is_some())
        };
        Self {
            wording: any(|action| &action.wording),
            due: actions.iter().any(|action| action.due != Due::None),
            with: any(|action| &action.with_whom),
            // The plan says more of each action than columns can hold: there it stands under the action.
            sign: detail == Detail::Summary && any(|action| &action.sign_of_success),
            detail,
        }
    }

    fn heads(&self, labels: &Labels) -> Vec<Column> {
        let plan = self.detail == Detail::Plan;
        let columns = [
            (true, labels.no, Width::Points(20)),
            (true, if plan { labels.action } else { labels.what }, Width::Share(6)),
            (self.wording, labels.said_as, Width::Points(46)),
            (self.due, labels.by_when, Width::Points(84)),
            (self.with, if plan { labels.with_via } else { labels.with_whom }, Width::Points(64)),
            (self.sign, labels.sign_of_success, Width::Share(3)),
            (plan, labels.done, Width::Points(24)),
        ];
        let shown = columns.into_iter().filter(|(shown, ..)| *shown);
        shown.map(|(_, head, width)| Column { head: head.to_owned(), width, right: false }).collect()
    }

    fn row(&self, action: &Action, setup: &PaperSetup) -> Row {
        let text = |field: &Option<String>| cell(super::filled(field.as_ref()).map(rich_line));
        let said = super::filled(action.wording.as_ref()).map(said);
        let cells = [
            (true, cell(Some(words(action.no.to_string())))),
            (true, self.what(action, setup.labels())),
            (self.wording, cell(said)),
            (self.due, due(&action.due, setup)),
            (self.with, text(&action.with_whom)),
            (self.sign, text(&action.sign_of_success)),
            (self.detail == Detail::Plan, Cell { tick: Some(action.done), lines: Vec::new() }),
        ];
        Row::Cells(cells.into_iter().filter(|(shown, _)| *shown).map(|(_, cell)| cell).collect())
    }

    /// The action; in the plan with its topic, its sign of success, what may stand in the way and the answer to it.
    fn what(&self, action: &Action, labels: &Labels) -> Cell {
        let mut lines = vec![rich_line(&action.what)];
        if self.detail == Detail::Plan {
            lines.extend(super::filled(action.topic.as_ref()).map(|topic| vec![aside(topic)]));
            let more = [
                (labels.sign_of_success, &action.sign_of_success),
                (labels.obstacle, &action.obstacle),
                (labels.answer, &action.answer),
                (labels.commitment, &action.commitment),
            ];
            let more = more.into_iter().filter_map(|(name, field)| Some((name, super::filled(field.as_ref())?)));
            lines.extend(more.map(|(name, text)| vec![aside(labels.named(name, text))]));
        }
        Cell { lines, tick: None }
    }
}

fn cell(line: Option<Line>) -> Cell {
    Cell { lines: line.into_iter().collect(), tick: None }
}

/// The verb in italics: it is a quotation.
fn said(verb: &str) -> Line {
    vec![Inline::Words(Span { text: verb.to_owned(), italic: true, ink: Ink::Muted, ..Span::default() })]
}

fn due(due: &Due, setup: &PaperSetup) -> Cell {
    let date = match due {
        Due::Window { from, to, .. } => Some(words(window(*from, *to, setup))),
        other => other.print(setup).map(words),
    };
    let said = due.words().map(|words| vec![aside(words)]);
    Cell { lines: date.into_iter().chain(said).collect(), tick: None }
}

/// A window would break within a date: it is broken between the two.
fn window(from: NaiveDate, to: NaiveDate, setup: &PaperSetup) -> String {
    let (labels, from) = (setup.labels(), setup.date(from));
    let whole = labels.period(&from, &setup.date(to));
    match whole.split_once(&from) {
        Some((before, after)) => format!("{before}{from}\n{}", after.trim_start()),
        None => whole,
    }
}
