//! Placed pages as text, for golden tests: what stands where, without a PDF reader in between.

use std::fmt::Write;

use super::place::{GlyphRun, Item, Mark, Paint, Placed};

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
            format!("{:6.1} {:6.1} {:>4.1} {role:<10} {}", run.x, run.baseline, run.size, words(run))
        }
        Mark::Turned { run, pivot, degrees } => {
            format!("{:6.1} {:6.1} {:>4.1} turned {degrees:.0} {}", pivot.0, pivot.1, run.size, words(run))
        }
        Mark::Path { dots, closed, paint } => {
            let (x, y) = dots.first().copied().unwrap_or_default();
            let end = if *closed { "closed" } else { "open" };
            format!("{x:6.1} {y:6.1} {role} {end} path of {} {}", dots.len(), painted(*paint))
        }
        Mark::Fill { x, y, w, h, .. } => format!("{x:6.1} {y:6.1} fill {w:.1}x{h:.1}"),
        Mark::Frame { x, y, w, h, .. } => format!("{x:6.1} {y:6.1} box {w:.1}x{h:.1}"),
        Mark::Picture { x, y, w, h } => format!("{x:6.1} {y:6.1} {role} picture {w:.1}x{h:.1}"),
    }
}

fn words(run: &GlyphRun) -> String {
    let mut clusters: Vec<_> = run.clusters.iter().map(|cluster| cluster.text.clone()).collect();
    clusters.sort_by_key(|range| range.start);
    let words: String =
        clusters.iter().filter_map(|range| run.text.get(range.start as usize..range.end as usize)).collect();
    words.trim_end().to_owned()
}

fn painted(paint: Paint) -> String {
    match paint {
        Paint::Fill(ink) => format!("filled {ink:?}"),
        Paint::Stroke { ink, width, dash: None } => format!("{width:.1} {ink:?}"),
        Paint::Stroke { ink, width, dash: Some((on, off)) } => format!("{width:.1} {ink:?} {on:.1}/{off:.1}"),
    }
}
