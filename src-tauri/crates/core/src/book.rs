//! The coach, and what the book remembers about the practice.

use crate::keyed::keyed_enum;
use crate::processing::KEEP_YEARS;

keyed_enum! {
    /// The sheet papers are printed on.
    PaperSize {
        /// 210 × 297 mm.
        A4 = "A4",
        /// 8.5 × 11 inches.
        Letter = "Letter",
    }
}

keyed_enum! {
    /// How the coach's head is set on her papers.
    HeadStyle {
        /// Names at one side, how to reach her at the other.
        Split = "split",
        /// Everything in the middle.
        Centred = "centred",
        /// Small, on one line.
        Quiet = "quiet",
    }
}

keyed_enum! {
    /// White around the text of papers.
    MarginWidth {
        /// More words on a page.
        Narrow = "narrow",
        /// As most papers have it.
        Normal = "normal",
        /// Room for a hand that writes at the edge.
        Wide = "wide",
    }
}

/// How the coach's papers look. Her logo stands by itself: it is large, and few ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperLook {
    /// How her head is set.
    pub head: HeadStyle,
    /// Colour of headings and rules, red, green and blue, as she chose it; a pale one is darkened in print.
    pub accent: [u8; 3],
    /// White around the text.
    pub margins: MarginWidth,
}

impl Default for PaperLook {
    fn default() -> Self {
        Self { head: HeadStyle::Split, accent: [0x1e, 0x5b, 0x47], margins: MarginWidth::Normal }
    }
}

/// The coach as named on papers. Everything but the name may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoachProfile {
    /// Name as it stands in agreements.
    pub legal_name: String,
    /// Name of the practice.
    pub business_name: Option<String>,
    /// Postal address, several lines.
    pub address: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Web address.
    pub website: Option<String>,
}

/// How papers and dates look in this book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookSettings {
    /// The sheet, unless a client has another.
    pub paper_size: PaperSize,
    /// Language of papers, a BCP 47 tag, for whoever has none of their own.
    pub paper_language: String,
    /// Minutes without a key before the book locks; DESIGN default 10.
    pub idle_lock_minutes: u32,
    /// Day the recovery sheet was confirmed by typing back two groups; none while it waits.
    pub recovery_confirmed: bool,
    /// Whether the window asks the system to stay out of screen sharing while the book is open.
    pub stay_out_of_sharing: bool,
    /// Size of all text in the window, in percent, 100 to 200.
    pub text_size: u32,
    /// Whether letters act bare on a line in wrap-up.
    pub wrap_up_letters: bool,
    /// Keys of a session that the coach chose herself, one `act=key` a line; the window knows the acts.
    pub own_keys: String,
    /// Years after the last session the records of a client are kept.
    pub keep_years: u32,
}

impl Default for BookSettings {
    fn default() -> Self {
        Self {
            paper_size: PaperSize::A4,
            paper_language: "en".to_owned(),
            idle_lock_minutes: 10,
            recovery_confirmed: false,
            stay_out_of_sharing: true,
            text_size: 100,
            wrap_up_letters: true,
            own_keys: String::new(),
            keep_years: KEEP_YEARS,
        }
    }
}
