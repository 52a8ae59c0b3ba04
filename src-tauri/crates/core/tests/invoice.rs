//! Invoices: where they round, and what they refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use coachbook_core::invoice::*;

fn line(hundredths: i64, unit_minor: i64, tax_rate: u32) -> InvoiceLine {
    InvoiceLine { text: "Session".to_owned(), hundredths, unit_minor, tax_rate }
}

fn invoice(lines: Vec<InvoiceLine>) -> Invoice {
    Invoice {
        kind: InvoiceKind::Invoice,
        number: None,
        corrects: None,
        issued_on: None,
        delivered: None,
        due_on: None,
        currency: "EUR".to_owned(),
        seller: Party::default(),
        buyer: Party::default(),
        buyer_reference: None,
        lines,
        reverse_charge: None,
        exemption: None,
        pay_to: None,
        payments: vec![],
    }
}

fn paid(minor: i64) -> Payment {
    Payment { on: "2026-03-04".parse().unwrap(), minor, method: None, reference: None }
}

#[test]
fn a_line_is_rounded_once_half_away_from_nought() {
    // (hundredths, price, amount)
    for (hundredths, unit, amount) in
        [(100, 9_999, 9_999), (150, 333, 500), (33, 1, 0), (50, 1, 1), (49, 1, 0), (-50, 1, -1), (-150, 333, -500)]
    {
        assert_eq!(totals(&invoice(vec![line(hundredths, unit, 0)])).unwrap().lines, [amount], "{hundredths} x {unit}");
    }
}

#[test]
fn tax_is_taken_of_the_sum_of_a_rate_and_rounded_once() {
    let three = invoice(vec![line(100, 333, 2_300), line(100, 333, 2_300), line(100, 333, 2_300)]);
    let sums = totals(&three).unwrap();
    assert_eq!(sums.taxes, [TaxRow { rate: 2_300, net: 999, tax: 230 }], "line by line it would be 3 x 77 = 231");
    assert_eq!((sums.net, sums.gross), (999, 1_229));
    let mixed = totals(&invoice(vec![line(100, 1_000, 2_300), line(100, 500, 800), line(100, 200, 0)])).unwrap();
    let rows: Vec<_> = mixed.taxes.iter().map(|row| (row.rate, row.net, row.tax)).collect();
    assert_eq!(rows, [(0, 200, 0), (800, 500, 40), (2_300, 1_000, 230)]);
    assert_eq!(mixed.gross, 1_970);
}

#[test]
fn what_was_paid_is_taken_off_and_a_receipt_needs_all_of_it() {
    let mut receipt = Invoice { kind: InvoiceKind::Receipt, ..invoice(vec![line(100, 10_000, 0)]) };
    receipt.payments = vec![paid(4_000)];
    assert_eq!(totals(&receipt), Err(InvoiceFault::NotPaid));
    receipt.payments.push(paid(6_000));
    let sums = totals(&receipt).unwrap();
    assert_eq!((sums.paid, sums.open), (10_000, 0), "control: paid in two parts, it is a receipt");
    receipt.payments.push(paid(1));
    assert_eq!(totals(&receipt).unwrap().open, -1, "too much was paid");
}

#[test]
fn where_the_buyer_owes_the_tax_there_is_none_on_it() {
    let note = Some("The buyer owes the tax".to_owned());
    let taxed = Invoice { reverse_charge: note.clone(), ..invoice(vec![line(100, 10_000, 2_300)]) };
    assert_eq!(totals(&taxed), Err(InvoiceFault::TaxTwice));
    let free = Invoice { reverse_charge: note, ..invoice(vec![line(100, 10_000, 0)]) };
    assert_eq!(totals(&free).unwrap().gross, 10_000, "control");
}

#[test]
fn what_cannot_be_counted_is_refused() {
    assert_eq!(totals(&invoice(vec![line(200, i64::MAX, 0)])), Err(InvoiceFault::TooLarge));
    let two = vec![line(100, i64::MAX, 0), line(100, 1, 0)];
    assert_eq!(totals(&invoice(two)), Err(InvoiceFault::TooLarge));
    assert!(totals(&invoice(vec![line(100, i64::MAX, 0)])).is_ok(), "control");
}

#[test]
fn amounts_are_printed_by_their_currency() {
    let print = |minor, currency| printed(Money { minor, currency }).replace('\u{202f}', " ");
    for (minor, currency, words) in [
        (0, "EUR", "0.00"),
        (5, "EUR", "0.05"),
        (123_450, "EUR", "1 234.50"),
        (123_456_789, "PLN", "1 234 567.89"),
        (-1_230, "GBP", "−12.30"),
        (1_234, "JPY", "1 234"),
        (1_234_567, "KWD", "1 234.567"),
        (i64::MIN, "EUR", "−92 233 720 368 547 758.08"),
    ] {
        assert_eq!(print(minor, currency), words);
    }
}
