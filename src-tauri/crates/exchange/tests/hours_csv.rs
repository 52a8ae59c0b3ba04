//! The log of hours as a table: read back cell by cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::hours::{HoursContent, HoursRow};
use coachbook_exchange::hours_csv::write;

fn row(no: u32, who: &str, contact: &str, minutes: u64) -> HoursRow {
    HoursRow {
        no,
        who: who.to_owned(),
        group_size: None,
        contact: Some(contact.to_owned()),
        first: "2026-01-05".parse().unwrap(),
        last: "2026-02-05".parse().unwrap(),
        paid_minutes: minutes,
        pro_bono_minutes: 0,
    }
}

fn log(rows: Vec<HoursRow>) -> HoursContent {
    HoursContent {
        from: None,
        until: "2026-03-31".parse().unwrap(),
        training_began: None,
        group_max: 15,
        paid_minutes: rows.iter().map(|row| row.paid_minutes).sum(),
        pro_bono_minutes: 0,
        clients: rows.len() as u64,
        left_off: 2,
        too_large: 0,
        progress: None,
        rows,
    }
}

fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').expect("a mark for spreadsheet programs");
    let mut table = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_cell_comes_back() {
    let rows = vec![row(1, "Łucja \"Lu\", the elder", "lu@mail.example", 150), row(2, "שרה בדויה", "second\nline", 50)];
    let table = read(&write(&log(rows)).unwrap());
    assert_eq!(table[0][1], "Client");
    assert_eq!(
        table[1],
        [
            "1",
            "Łucja \"Lu\", the elder",
            "individual",
            "",
            "lu@mail.example",
            "2026-01-05",
            "2026-02-05",
            "2.50",
            "0.00"
        ]
    );
    assert_eq!((table[2][1].as_str(), table[2][4].as_str()), ("שרה בדויה", "second\nline"));
    assert_eq!((table[3][1].as_str(), table[3][7].as_str()), ("Total", "3.33"), "200 minutes, counted once");
    assert_eq!((table[5][1].as_str(), table[5][7].as_str()), ("Clients left off", "2"));
    assert!(table.iter().all(|row| row.len() == table[0].len()));
}

#[test]
fn a_name_never_becomes_a_formula() {
    let table = read(&write(&log(vec![row(1, "=cmd|' /C calc'!A0", "+48 22 000 00 00", 60)])).unwrap());
    assert_eq!(table[1][1], "'=cmd|' /C calc'!A0");
    assert_eq!(table[1][4], "'+48 22 000 00 00");
    for cell in table.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}
