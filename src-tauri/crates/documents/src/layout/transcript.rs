//! Placed pages as text, for golden tests: what stands where, without a PDF reader in between.

use std::fmt::Write;

use super::place::{Item, Mark, Placed};

/// One line for each mark in reading order: position, kind, words.
pub(crate) fn transcript(placed: &Placed) -> String {
    let mut out = String::new();
    for (nth, page) in placed.pages.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "== page {} of {}", nth + 1, placed.pages.len());
        for item in page {
            let _ = writeln!(out, "{}", line(item, placed));
        }
    }
    out
}

fn line(item: &Item, placed: &Placed) -> String {
    let role = item.node.and_then(|node| placed.tree.get(node as usize)).map(|node| format!("{:?}", node.role));
    let role = role.unwrap_or_else(|| "-".to_owned());
    match &item.mark {
        Mark::Glyphs(run) => {
            let mut clusters: Vec<_> = run.clusters.iter().map(|cluster| cluster.text.clone()).collect();
            clusters.sort_by_key(|range| range.start);
            let words: String =
                clusters.iter().filter_map(|range| run.text.get(range.start as usize..range.end as usize)).collect();
            format!("{:6.1} {:6.1} {:>4.1} {role:<10} {}", run.x, run.baseline, run.size, words.trim_end())
        }
        Mark::Fill { x, y, w, h, .. } => format!("{x:6.1} {y:6.1} fill {w:.1}x{h:.1}"),
        Mark::Frame { x, y, w, h, .. } => format!("{x:6.1} {y:6.1} box {w:.1}x{h:.1}"),
        Mark::Picture { x, y, w, h } => format!("{x:6.1} {y:6.1} {role} picture {w:.1}x{h:.1}"),
    }
}
