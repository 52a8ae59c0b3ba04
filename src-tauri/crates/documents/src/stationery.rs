//! How papers look, whatever they say: the kind of letterhead, its colour, the margins, the size of the letters.

/// How the coach's head is set on the first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeadStyle {
    /// Names at the left, how to reach the coach at the right.
    #[default]
    Split,
    /// Everything in the middle, how to reach the coach on one line.
    Centred,
    /// Small and grey on one line, for those who like the paper to speak.
    Quiet,
}

/// A colour that can be read on white paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent([u8; 3]);

/// Least contrast of words with the paper, as the accessibility guidelines for the web count it.
const CONTRAST: f64 = 4.5;

impl Accent {
    /// The colour (red, green, blue), darkened until words in it stand out from white by 4.5 to 1.
    pub fn new(wanted: [u8; 3]) -> Self {
        let darker = |percent: u16| wanted.map(|part| (u16::from(part) * percent / 100) as u8);
        let found = (0..=100).rev().map(darker).find(|colour| contrast_with_white(*colour) >= CONTRAST);
        Self(found.unwrap_or_default())
    }

    /// Red, green, blue as printed.
    pub fn rgb(self) -> [u8; 3] {
        self.0
    }
}

impl Default for Accent {
    fn default() -> Self {
        Self([0x1e, 0x5b, 0x47])
    }
}

fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/// White around the text, in points. What would push it off the sheet, or head and foot into the printer's edge, is
/// taken back when the paper is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// At the left and at the right. Numbers of headings hang into it.
    pub side: u16,
    /// Above the text; the running head stands in it.
    pub top: u16,
    /// Below the text; the foot stands in it.
    pub bottom: u16,
}

impl Default for Margins {
    fn default() -> Self {
        Self { side: 70, top: 66, bottom: 74 }
    }
}

/// The look of a coach's papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stationery {
    /// How the coach's head is set.
    pub head: HeadStyle,
    /// The colour of headings and rules.
    pub accent: Accent,
    /// White around the text.
    pub margins: Margins,
    /// The text in 14 points instead of 10 and everything else with it, for eyes that need it.
    pub large_print: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pale_colour_is_darkened_and_a_dark_one_kept() {
        let mut darkened = 0;
        for red in (0..=255).step_by(51) {
            for (green, blue) in [(0, 0), (80, 200), (255, 255), (200, 0), (119, 119)] {
                let wanted = [red, green, blue];
                let got = Accent::new(wanted).rgb();
                assert!(contrast_with_white(got) >= CONTRAST, "{wanted:?} {got:?}");
                darkened += usize::from(got != wanted);
                assert!(got == wanted || contrast_with_white(wanted) < CONTRAST, "{wanted:?} was dark enough");
            }
        }
        assert!(darkened > 5, "control");
        assert_eq!(Accent::new([255, 255, 0]).rgb()[2], 0, "yellow stays on the side of yellow");
        assert_eq!(Accent::new(Accent::default().rgb()), Accent::default());
        assert!(
            contrast_with_white([0x77, 0x77, 0x77]) < CONTRAST && contrast_with_white([0x76, 0x76, 0x76]) > CONTRAST
        );
    }
}
