//! The log of hours as a table other programs read.

use coachbook_core::hours::{HoursContent, HoursRow, hours};

/// Makes spreadsheet programs read UTF-8.
const MARK: &str = "\u{feff}";

/// Why a table could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the table could not be put together")]
pub struct CsvFault;

/// Returns the log as CSV in UTF-8: the rows of the paper, its sums, and how many clients are left off.
///
/// # Errors
/// [`CsvFault`] when memory runs out.
pub fn write(log: &HoursContent) -> Result<Vec<u8>, CsvFault> {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(MARK.as_bytes().to_vec());
    let mut line = |cells: &[String]| {
        let safe: Vec<String> = cells.iter().map(|cell| harmless(cell)).collect();
        table.write_record(&safe).map_err(|_| CsvFault)
    };
    line(&HEADS.map(str::to_owned))?;
    for row in &log.rows {
        line(&cells(row))?;
    }
    let sum = |label: &str, paid: String, free: String| {
        let mut cells = vec![String::new(); HEADS.len() - 2];
        if let Some(first) = cells.get_mut(1) {
            label.clone_into(first);
        }
        cells.extend([paid, free]);
        cells
    };
    line(&sum("Total", hours(log.paid_minutes), hours(log.pro_bono_minutes)))?;
    line(&sum("Clients counted", log.clients.to_string(), String::new()))?;
    if log.left_off > 0 {
        line(&sum("Clients left off", log.left_off.to_string(), String::new()))?;
    }
    table.into_inner().map_err(|_| CsvFault)
}

const HEADS: [&str; 9] = [
    "No.",
    "Client",
    "Individual or group",
    "Number in group",
    "Contact",
    "Start",
    "End",
    "Paid hours",
    "Pro bono hours",
];

fn cells(row: &HoursRow) -> Vec<String> {
    vec![
        row.no.to_string(),
        row.who.clone(),
        if row.group_size.is_some() { "group".to_owned() } else { "individual".to_owned() },
        row.group_size.map_or_else(String::new, |size| size.to_string()),
        row.contact.clone().unwrap_or_default(),
        row.first.to_string(),
        row.last.to_string(),
        hours(row.paid_minutes),
        hours(row.pro_bono_minutes),
    ]
}

/// A cell a spreadsheet program would take for a formula gets an apostrophe in front: a client's name must never run
/// as a command on the coach's machine, or on that of whoever she sends the log to.
pub(crate) fn harmless(cell: &str) -> String {
    let formula = cell.trim_start_matches(['\u{feff}', ' ']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_looks_like_a_formula_is_made_plain_text() {
        for cell in ["=1+1", "+48 22 000", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "Ana", "a=b", "2.50", "2026-01-05", "ana+log@mail.example", "Żaneta -"] {
            assert_eq!(harmless(cell), cell, "control: ordinary cells stay as they are");
        }
    }
}
