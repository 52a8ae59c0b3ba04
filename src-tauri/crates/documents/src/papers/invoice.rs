//! P14: invoice, receipt, credit note. Sums come from [`coachbook_core::invoice`]; the paper counts nothing.

use coachbook_core::invoice::{Invoice, InvoiceFault, InvoiceKind, Money, Party, Payment, Totals, printed, totals};

use super::{begun, filled, finished, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, bold, rich_line, words};
use crate::paper::PaperSetup;

/// The paper as blocks.
///
/// # Errors
/// [`InvoiceFault`] when its sums cannot be right.
pub fn invoice(invoice: &Invoice, setup: &PaperSetup) -> Result<Doc, InvoiceFault> {
    let sums = totals(invoice)?;
    let title = title(invoice.kind);
    let under = invoice.number.as_ref().map(|number| format!("No. {number}"));
    let mut blocks = begun(title, under.clone(), setup);
    blocks.push(Block::KeyValue(head(invoice, setup)));
    blocks.push(lines(invoice, &sums));
    blocks.push(Block::Keep(vec![sum_table(invoice, &sums)]));
    for note in [&invoice.reverse_charge, &invoice.exemption] {
        blocks.extend(filled(note.as_ref()).map(|note| Block::Para(ParaStyle::Body, rich_line(note))));
    }
    blocks.extend(section("Paid", payments(invoice, setup)));
    let pay = if sums.open > 0 { filled(invoice.pay_to.as_ref()) } else { None };
    blocks
        .extend(section("How to pay", pay.map(|to| Block::Para(ParaStyle::Body, rich_line(to))).into_iter().collect()));
    let doc = finished(title, under.as_deref(), blocks, setup);
    // It goes through other hands than the coach's and the client's: a mark of secrecy would be wrong on it.
    Ok(Doc { mark: title.to_owned(), ..doc })
}

const fn title(kind: InvoiceKind) -> &'static str {
    match kind {
        InvoiceKind::Invoice => "Invoice",
        InvoiceKind::Receipt => "Receipt",
        InvoiceKind::CreditNote => "Credit note",
    }
}

fn head(invoice: &Invoice, setup: &PaperSetup) -> Vec<(String, Line)> {
    let delivered = invoice.delivered.map(|(from, until)| match from == until {
        true => setup.date(from),
        false => format!("{} to {}", setup.date(from), setup.date(until)),
    });
    let seller = party(&invoice.seller);
    [
        ("To", party(&invoice.buyer)),
        ("From", seller),
        ("Your reference", invoice.buyer_reference.clone()),
        ("Date", invoice.issued_on.map(|day| setup.date(day))),
        ("Delivered", delivered),
        ("Due by", invoice.due_on.map(|day| setup.date(day))),
        ("Takes back", invoice.corrects.clone()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), words(filled(value.as_ref())?))))
    .collect()
}

fn party(party: &Party) -> Option<String> {
    let tax = filled(party.tax_number.as_ref()).map(|number| format!("Tax number {number}"));
    let register = filled(party.register_number.as_ref()).map(|number| format!("Register number {number}"));
    let known = [Some(party.name.clone()), party.address.clone(), tax, register].into_iter().flatten();
    let known: Vec<String> = known.filter(|text| !text.trim().is_empty()).collect();
    (!known.is_empty()).then(|| known.join("\n"))
}

fn lines(invoice: &Invoice, sums: &Totals) -> Block {
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let taxed = sums.taxes.iter().any(|row| row.rate > 0);
    let mut columns = vec![
        column("No.", Width::Points(20), true),
        column("What", Width::Share(1), false),
        column("Quantity", Width::Points(44), true),
        column("Price", Width::Points(64), true),
    ];
    columns.extend(taxed.then(|| column("Tax", Width::Points(36), true)));
    columns.push(column(&format!("Amount {}", invoice.currency), Width::Points(76), true));
    let cell = |text: String| Cell { lines: vec![words(text)], tick: None };
    let rows = invoice.lines.iter().zip(&sums.lines).zip(1_u32..).map(|((line, amount), no)| {
        let mut cells = vec![
            cell(no.to_string()),
            Cell { lines: vec![rich_line(&line.text)], tick: None },
            cell(hundredths(line.hundredths)),
            cell(money(line.unit_minor, invoice)),
        ];
        cells.extend(taxed.then(|| cell(percent(line.tax_rate))));
        cells.push(cell(money(*amount, invoice)));
        Row::Cells(cells)
    });
    Block::Table { columns, rows: rows.collect() }
}

fn money(minor: i64, invoice: &Invoice) -> String {
    printed(Money { minor, currency: &invoice.currency })
}

/// A number of hundredths without noughts that say nothing: 1, 1.5, 0.25.
fn hundredths(number: i64) -> String {
    let sign = if number < 0 { "\u{2212}" } else { "" };
    let (whole, rest) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
    let text = format!("{sign}{whole}.{rest:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn percent(rate: u32) -> String {
    format!("{} %", hundredths(i64::from(rate)))
}

/// The sums at the right, under the amounts.
fn sum_table(invoice: &Invoice, sums: &Totals) -> Block {
    let mut rows = vec![("Sum".to_owned(), sums.net, false)];
    for row in sums.taxes.iter().filter(|row| row.rate > 0) {
        rows.push((format!("Tax {} of {}", percent(row.rate), money(row.net, invoice)), row.tax, false));
    }
    rows.push((format!("Total {}", invoice.currency), sums.gross, true));
    if sums.paid != 0 {
        rows.push(("Paid".to_owned(), sums.paid, false));
        let open = if sums.open < 0 { "Paid too much" } else { "Still open" };
        rows.push((open.to_owned(), sums.open.saturating_abs(), true));
    }
    let column = |width, right| Column { head: String::new(), width, right };
    let rows = rows.into_iter().map(|(name, minor, strong)| {
        let line = |text: String| if strong { vec![bold(text)] } else { words(text) };
        let cell = |line: Line| Cell { lines: vec![line], tick: None };
        Row::Cells(vec![Cell::default(), cell(line(name)), cell(line(money(minor, invoice)))])
    });
    let columns =
        vec![column(Width::Share(1), false), column(Width::Points(140), false), column(Width::Points(84), true)];
    Block::Table { columns, rows: rows.collect() }
}

fn payments(invoice: &Invoice, setup: &PaperSetup) -> Vec<Block> {
    let row = |one: &Payment| {
        let more = [&one.method, &one.reference].into_iter().filter_map(|text| filled(text.as_ref()));
        let amount = format!("{} {}", invoice.currency, money(one.minor, invoice));
        let said = std::iter::once(amount.as_str()).chain(more).collect::<Vec<_>>().join(", ");
        (setup.date(one.on), words(said))
    };
    let rows: Vec<(String, Line)> = invoice.payments.iter().map(row).collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::KeyValue(rows)] }
}
