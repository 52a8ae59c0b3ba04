//! What every paper needs to know besides its content: the sheet, the language, the day, the coach's head.

use chrono::NaiveDate;

use crate::blocks::Block;
use crate::labels::Labels;
use crate::stationery::Stationery;

/// The sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl PageSize {
    /// Width and height in points.
    pub fn points(self) -> (f32, f32) {
        match self {
            PageSize::A4 => (595.28, 841.89),
            PageSize::Letter => (612.0, 792.0),
        }
    }
}

/// How a date is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// `2026-03-11`
    Iso,
    /// `11 March 2026`, as the paper's language writes it
    Long,
}

impl DateStyle {
    /// The date in this style and these words.
    pub fn print(self, date: NaiveDate, labels: &Labels) -> String {
        match self {
            DateStyle::Iso => date.format("%Y-%m-%d").to_string(),
            DateStyle::Long => labels.date(date),
        }
    }
}

/// The coach's head on every first page. Empty fields are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The coach's name as printed.
    pub coach_name: String,
    /// The name the practice trades under.
    pub business_name: Option<String>,
    /// Postal address; line breaks are kept.
    pub address: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// A PNG or JPEG picture; [`check_logo`](crate::check_logo) says what is wrong with one. One that cannot be read is
    /// left out and [`Pdf::logo_unreadable`](crate::Pdf) says so.
    pub logo: Option<Vec<u8>>,
}

impl Letterhead {
    pub(crate) fn block(&self) -> Block {
        let names = [Some(&self.coach_name), self.business_name.as_ref()];
        let address = self.address.iter().flat_map(|address| address.lines());
        let reach = [&self.email, &self.phone, &self.website].into_iter().flatten().map(String::as_str);
        Block::Head {
            logo: self.logo.clone(),
            names: filled_lines(names.into_iter().flatten().map(String::as_str)),
            contact: filled_lines(address.chain(reach)),
        }
    }
}

fn filled_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// How a paper is printed, whatever it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSetup {
    /// The sheet.
    pub size: PageSize,
    /// BCP 47 tag of the content's language, such as `en` or `pl`: chooses the fixed words, where words are parted,
    /// from which side the paper is read and the letter forms, and is written to the file.
    pub language: String,
    /// The day the paper is made; printed in the footer and written to the file.
    pub generated_on: NaiveDate,
    /// How dates are printed.
    pub date_style: DateStyle,
    /// The coach's head.
    pub letterhead: Letterhead,
    /// How it looks. No part of what it says: the document id does not change with it.
    pub stationery: Stationery,
}

impl PaperSetup {
    /// The fixed words of papers, in the paper's language.
    pub fn labels(&self) -> &'static Labels {
        Labels::of(&self.language)
    }

    /// A date in the paper's style.
    pub fn date(&self, date: NaiveDate) -> String {
        self.date_style.print(date, self.labels())
    }

    /// From one day to another.
    pub(crate) fn period(&self, from: NaiveDate, until: NaiveDate) -> String {
        self.labels().period(&self.date(from), &self.date(until))
    }

    /// The same in English: for papers whose words are not translated, because the coach alone reads them.
    pub fn in_english(&self) -> Self {
        Self { language: "en".to_owned(), ..self.clone() }
    }
}
