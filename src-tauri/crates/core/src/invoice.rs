//! Invoices: sums in whole minor units, rounded where the law rounds and nowhere else.
//!
//! A line is rounded once to the minor unit; tax is taken of the sum of all lines of one rate and rounded once. What
//! an invoice must say differs by country, so the legal fields are plain optional values.

mod money;

pub use money::{Money, decimals, printed};

use chrono::NaiveDate;

use crate::keyed::keyed_enum;
use money::{share, sum};

keyed_enum! {
    /// What the paper is.
    InvoiceKind {
        /// Asks for money.
        Invoice = "invoice",
        /// Says that all of it was paid.
        Receipt = "receipt",
        /// Takes an invoice back, wholly or in part.
        CreditNote = "credit_note",
    }
}

/// Who sells or buys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// Name.
    pub name: String,
    /// Address, several lines.
    pub address: Option<String>,
    /// Tax number.
    pub tax_number: Option<String>,
    /// Number in a register of companies.
    pub register_number: Option<String>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// What was delivered. Says no more than that a session was held.
    pub text: String,
    /// How many, in hundredths: 150 is one and a half.
    pub hundredths: i64,
    /// Price of one, in minor units, without tax.
    pub unit_minor: i64,
    /// Tax rate in hundredths of a percent: 2300 is 23 %.
    pub tax_rate: u32,
}

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Day.
    pub on: NaiveDate,
    /// Amount in minor units.
    pub minor: i64,
    /// How.
    pub method: Option<String>,
    /// Reference.
    pub reference: Option<String>,
}

/// An invoice, or what is like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// What it is.
    pub kind: InvoiceKind,
    /// Number.
    pub number: Option<String>,
    /// For a credit note, the invoice it takes back.
    pub corrects: Option<String>,
    /// Day it was made out.
    pub issued_on: Option<NaiveDate>,
    /// First and last day of what was delivered.
    pub delivered: Option<(NaiveDate, NaiveDate)>,
    /// Day it is to be paid by.
    pub due_on: Option<NaiveDate>,
    /// Currency, as `EUR`.
    pub currency: String,
    /// Who sells.
    pub seller: Party,
    /// Who buys.
    pub buyer: Party,
    /// The buyer's own reference.
    pub buyer_reference: Option<String>,
    /// Lines.
    pub lines: Vec<InvoiceLine>,
    /// Says that the buyer owes the tax; there is then none on the invoice.
    pub reverse_charge: Option<String>,
    /// Says why there is no tax.
    pub exemption: Option<String>,
    /// Where to pay.
    pub pay_to: Option<String>,
    /// What was paid.
    pub payments: Vec<Payment>,
}

/// The tax of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxRow {
    /// Rate in hundredths of a percent.
    pub rate: u32,
    /// Sum of the lines of that rate.
    pub net: i64,
    /// Tax on it.
    pub tax: i64,
}

/// The sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Each line's amount, in order.
    pub lines: Vec<i64>,
    /// Sum of the lines.
    pub net: i64,
    /// Tax by rate, rising.
    pub taxes: Vec<TaxRow>,
    /// Sum with tax.
    pub gross: i64,
    /// What was paid.
    pub paid: i64,
    /// What is still open; less than nothing when too much was paid.
    pub open: i64,
}

/// Why an invoice cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvoiceFault {
    /// An amount is too large to be counted.
    #[error("an amount is too large")]
    TooLarge,
    /// The buyer owes the tax, and there is tax on it.
    #[error("tax is charged although the buyer owes it")]
    TaxTwice,
    /// A receipt for something that is not paid.
    #[error("a receipt is given for what is paid; something is still open")]
    NotPaid,
}

/// Returns the sums.
///
/// # Errors
/// [`InvoiceFault`] when they cannot be right.
pub fn totals(invoice: &Invoice) -> Result<Totals, InvoiceFault> {
    let amounts = invoice.lines.iter().map(|line| share(line.unit_minor, line.hundredths, 100));
    let lines: Vec<i64> = amounts.collect::<Result<_, _>>()?;
    let mut rates: Vec<u32> = invoice.lines.iter().map(|line| line.tax_rate).collect();
    rates.sort_unstable();
    rates.dedup();
    if invoice.reverse_charge.is_some() && rates.iter().any(|rate| *rate > 0) {
        return Err(InvoiceFault::TaxTwice);
    }
    let tax = |rate: u32| {
        let of_rate = invoice.lines.iter().zip(&lines).filter(|(line, _)| line.tax_rate == rate);
        let net = sum(of_rate.map(|(_, amount)| *amount))?;
        Ok(TaxRow { rate, net, tax: share(net, i64::from(rate), 10_000)? })
    };
    let taxes: Vec<TaxRow> = rates.into_iter().map(tax).collect::<Result<_, InvoiceFault>>()?;
    let net = sum(lines.iter().copied())?;
    let gross = sum(std::iter::once(net).chain(taxes.iter().map(|row| row.tax)))?;
    let paid = sum(invoice.payments.iter().map(|payment| payment.minor))?;
    let open = gross.checked_sub(paid).ok_or(InvoiceFault::TooLarge)?;
    if invoice.kind == InvoiceKind::Receipt && open > 0 {
        return Err(InvoiceFault::NotPaid);
    }
    Ok(Totals { lines, net, taxes, gross, paid, open })
}
