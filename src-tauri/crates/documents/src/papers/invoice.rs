//! P14: invoice, receipt, credit note. Sums come from [`coachbook_core::invoice`]; the paper counts nothing.

use coachbook_core::invoice::{Invoice, InvoiceFault, InvoiceKind, Party, Payment, Totals, decimals, totals};

use super::{begun, facts, filled, finished, pairs, section};
use crate::Doc;
use crate::blocks::{Block, Cell, Column, Line, ParaStyle, Row, Width, bold, rich_line, words};
use crate::labels::Labels;
use crate::paper::PaperSetup;

/// The paper as blocks.
///
/// # Errors
/// [`InvoiceFault`] when its sums cannot be right.
pub fn invoice(invoice: &Invoice, setup: &PaperSetup) -> Result<Doc, InvoiceFault> {
    let sums = totals(invoice)?;
    let labels = setup.labels();
    let title = title(invoice.kind, labels);
    let under = invoice.number.as_ref().map(|number| labels.fill(labels.invoice_number, &[("number", number)]));
    let mut blocks = begun(title, under.clone(), setup);
    blocks.push(head(invoice, setup));
    blocks.push(lines(invoice, &sums, labels));
    blocks.push(Block::Keep(vec![sum_table(invoice, &sums, labels)]));
    for note in [&invoice.reverse_charge, &invoice.exemption] {
        blocks.extend(filled(note.as_ref()).map(|note| Block::Para(ParaStyle::Body, rich_line(note))));
    }
    blocks.extend(section(labels.paid, payments(invoice, setup)));
    let pay = if sums.open > 0 { filled(invoice.pay_to.as_ref()) } else { None };
    let pay = pay.map(|to| Block::Para(ParaStyle::Body, rich_line(to)));
    blocks.extend(section(labels.how_to_pay, pay.into_iter().collect()));
    let doc = finished(title, under.as_deref(), blocks, setup);
    // It goes through other hands than the coach's and the client's: a mark of secrecy would be wrong on it.
    Ok(Doc { mark: title.to_owned(), ..doc })
}

const fn title(kind: InvoiceKind, labels: &Labels) -> &'static str {
    match kind {
        InvoiceKind::Invoice => labels.invoice,
        InvoiceKind::Receipt => labels.receipt,
        InvoiceKind::CreditNote => labels.credit_note,
    }
}

fn head(invoice: &Invoice, setup: &PaperSetup) -> Block {
    let labels = setup.labels();
    let delivered = invoice.delivered.map(|(from, until)| match from == until {
        true => setup.date(from),
        false => setup.period(from, until),
    });
    facts([
        (labels.invoice_to, party(&invoice.buyer, labels)),
        (labels.invoice_from, party(&invoice.seller, labels)),
        (labels.your_reference, invoice.buyer_reference.clone()),
        (labels.date_label, invoice.issued_on.map(|day| setup.date(day))),
        (labels.delivered, delivered),
        (labels.due_by, invoice.due_on.map(|day| setup.date(day))),
        (labels.takes_back, invoice.corrects.clone()),
    ])
}

fn party(party: &Party, labels: &Labels) -> Option<String> {
    let numbered =
        |label: &str, number: Option<&String>| filled(number).map(|number| labels.fill(label, &[("number", number)]));
    let tax = numbered(labels.tax_number, party.tax_number.as_ref());
    let register = numbered(labels.register_number, party.register_number.as_ref());
    let known = [Some(party.name.clone()), party.address.clone(), tax, register].into_iter().flatten();
    let known: Vec<String> = known.filter(|text| !text.trim().is_empty()).collect();
    (!known.is_empty()).then(|| known.join("\n"))
}

fn lines(invoice: &Invoice, sums: &Totals, labels: &Labels) -> Block {
    let column = |head: &str, width, right| Column { head: head.to_owned(), width, right };
    let taxed = sums.taxes.iter().any(|row| row.rate > 0);
    let mut columns = vec![
        column(labels.no, Width::Points(20), true),
        column(labels.what, Width::Share(1), false),
        column(labels.quantity, Width::Points(44), true),
        column(labels.price, Width::Points(64), true),
    ];
    columns.extend(taxed.then(|| column(labels.tax, Width::Points(36), true)));
    columns.push(column(&in_currency(labels.amount, invoice, labels), Width::Points(76), true));
    let cell = |text: String| Cell { lines: vec![words(text)], tick: None };
    let rows = invoice.lines.iter().zip(&sums.lines).zip(1_u32..).map(|((line, amount), no)| {
        let mut cells = vec![
            cell(no.to_string()),
            Cell { lines: vec![rich_line(&line.text)], tick: None },
            cell(labels.hundredths(line.hundredths)),
            cell(money(line.unit_minor, invoice, labels)),
        ];
        cells.extend(taxed.then(|| cell(labels.percent(i64::from(line.tax_rate)))));
        cells.push(cell(money(*amount, invoice, labels)));
        Row::Cells(cells)
    });
    Block::Table { columns, rows: rows.collect() }
}

fn money(minor: i64, invoice: &Invoice, labels: &Labels) -> String {
    labels.number(minor, decimals(&invoice.currency))
}

fn in_currency(label: &str, invoice: &Invoice, labels: &Labels) -> String {
    labels.fill(label, &[("currency", &invoice.currency)])
}

/// The sums at the right, under the amounts.
fn sum_table(invoice: &Invoice, sums: &Totals, labels: &Labels) -> Block {
    let mut rows = vec![(labels.sum.to_owned(), sums.net, false)];
    for row in sums.taxes.iter().filter(|row| row.rate > 0) {
        let (rate, net) = (labels.percent(i64::from(row.rate)), money(row.net, invoice, labels));
        rows.push((labels.fill(labels.tax_of, &[("rate", &rate), ("net", &net)]), row.tax, false));
    }
    rows.push((in_currency(labels.total, invoice, labels), sums.gross, true));
    if sums.paid != 0 {
        rows.push((labels.paid.to_owned(), sums.paid, false));
        let open = if sums.open < 0 { labels.paid_too_much } else { labels.still_open };
        rows.push((open.to_owned(), sums.open.saturating_abs(), true));
    }
    let column = |width, right| Column { head: String::new(), width, right };
    let rows = rows.into_iter().map(|(name, minor, strong)| {
        let line = |text: String| if strong { vec![bold(text)] } else { words(text) };
        let cell = |line: Line| Cell { lines: vec![line], tick: None };
        Row::Cells(vec![Cell::default(), cell(line(name)), cell(line(money(minor, invoice, labels)))])
    });
    let columns =
        vec![column(Width::Share(1), false), column(Width::Points(140), false), column(Width::Points(84), true)];
    Block::Table { columns, rows: rows.collect() }
}

fn payments(invoice: &Invoice, setup: &PaperSetup) -> Vec<Block> {
    let row = |one: &Payment| {
        let more = [&one.method, &one.reference].into_iter().filter_map(|text| filled(text.as_ref()));
        let amount = format!("{} {}", invoice.currency, money(one.minor, invoice, setup.labels()));
        let said = setup.labels().commas(&std::iter::once(amount.as_str()).chain(more).collect::<Vec<_>>());
        (setup.date(one.on), words(said))
    };
    let rows: Vec<(String, Line)> = invoice.payments.iter().map(row).collect();
    pairs(rows)
}
