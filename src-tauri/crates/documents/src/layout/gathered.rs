//! A paragraph's words in one string, as parley wants them.

use std::ops::Range;

use super::hyphens::SOFT;
use crate::blocks::{Inline, Span};
use crate::signs::printable;

/// A paragraph's words in one string, where each span lies in it, and where its gaps stand.
pub(crate) struct Gathered<'c> {
    pub(crate) text: String,
    pub(crate) spans: Vec<(Range<usize>, &'c Span)>,
    pub(crate) gap_at: Vec<usize>,
}

impl Gathered<'_> {
    /// Puts soft hyphens at places given in rising order.
    pub(crate) fn part(&mut self, points: &[usize]) {
        let moved = |place: usize| {
            let before = points.iter().filter(|point| **point < place).count();
            place + before * SOFT.len_utf8()
        };
        for (range, _) in &mut self.spans {
            *range = moved(range.start)..moved(range.end);
        }
        for place in &mut self.gap_at {
            *place = moved(*place);
        }
        for point in points.iter().rev() {
            self.text.insert(*point, SOFT);
        }
    }
}

/// Gathers a paragraph; signs that cannot be printed stay behind.
pub(crate) fn gathered(content: &[Inline]) -> Gathered<'_> {
    let mut gathered = Gathered { text: String::new(), spans: Vec::new(), gap_at: Vec::new() };
    for inline in content {
        let start = gathered.text.len();
        match inline {
            Inline::Words(span) => {
                gathered.text.extend(span.text.chars().filter_map(printable));
                gathered.spans.push((start..gathered.text.len(), span));
            }
            Inline::Gap { .. } => gathered.gap_at.push(start),
        }
    }
    gathered
}
