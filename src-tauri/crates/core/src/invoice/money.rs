//! Amounts in minor units.

use super::InvoiceFault;

/// An amount with its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money<'a> {
    /// In minor units: cents, pence.
    pub minor: i64,
    /// Code, as `EUR`.
    pub currency: &'a str,
}

/// Returns `amount * parts / whole`, rounded once, half away from zero: a credit rounds as the debit it takes back.
pub(super) fn share(amount: i64, parts: i64, whole: i64) -> Result<i64, InvoiceFault> {
    let product = i128::from(amount) * i128::from(parts);
    let whole = i128::from(whole);
    let half = if product < 0 { -whole / 2 } else { whole / 2 };
    i64::try_from((product + half) / whole).map_err(|_| InvoiceFault::TooLarge)
}

pub(super) fn sum(amounts: impl Iterator<Item = i64>) -> Result<i64, InvoiceFault> {
    amounts.into_iter().try_fold(0_i64, |sum, amount| sum.checked_add(amount)).ok_or(InvoiceFault::TooLarge)
}

/// Returns how many digits of a currency stand after the point.
pub fn decimals(currency: &str) -> usize {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "XAF" | "XOF" | "XPF" | "UGX" | "PYG" | "RWF" | "KMF" | "GNF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// Returns an amount as it is printed, "1 234.50": a thin space every three digits, without the currency.
pub fn printed(money: Money<'_>) -> String {
    let places = decimals(money.currency);
    let digits = money.minor.unsigned_abs().to_string();
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let mut grouped = String::new();
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    let sign = if money.minor < 0 { "\u{2212}" } else { "" };
    let point = if places > 0 { "." } else { "" };
    format!("{sign}{grouped}{point}{rest}")
}
