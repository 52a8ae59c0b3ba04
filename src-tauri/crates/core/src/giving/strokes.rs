//! A signature drawn with a pen, a finger or the mouse: places joined by lines, on a field of fixed size.

/// Width of the field that is drawn on.
pub const STROKES_WIDE: u16 = 1000;
/// Height of the field that is drawn on.
pub const STROKES_HIGH: u16 = 300;
/// Places a drawing may have: a minute of scribbling, and no more than a page of a file.
const MOST_PLACES: usize = 6000;
/// Shortest drawing, along its lines: a slip of the hand is no signature.
const SHORTEST: u32 = 60;

/// A drawing, stroke by stroke; every place lies in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strokes(Vec<Vec<(u16, u16)>>);

impl Strokes {
    /// Takes a drawing; none when it is a slip, too long, or leaves the field.
    pub fn new(strokes: Vec<Vec<(u16, u16)>>) -> Option<Self> {
        let strokes: Vec<_> = strokes.into_iter().filter(|stroke| !stroke.is_empty()).collect();
        let places = || strokes.iter().flatten();
        let inside = places().all(|&(x, y)| x <= STROKES_WIDE && y <= STROKES_HIGH);
        let drawing = Self(strokes.clone());
        (inside && places().count() <= MOST_PLACES && drawing.length() >= SHORTEST).then_some(drawing)
    }

    /// The strokes in the order they were drawn.
    pub fn strokes(&self) -> &[Vec<(u16, u16)>] {
        &self.0
    }

    /// Writes it as `x,y x,y`, one stroke a line.
    pub fn to_text(&self) -> String {
        let stroke =
            |places: &Vec<(u16, u16)>| places.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
        self.0.iter().map(stroke).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`Strokes::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let place = |word: &str| {
            let (x, y) = word.split_once(',')?;
            Some((x.parse().ok()?, y.parse().ok()?))
        };
        let stroke = |line: &str| line.split(' ').map(place).collect::<Option<Vec<_>>>();
        Self::new(text.lines().map(stroke).collect::<Option<_>>()?)
    }

    /// Its length along the lines, the longer way of each step.
    fn length(&self) -> u32 {
        let step = |pair: &[(u16, u16)]| match pair {
            [a, b] => u32::from(a.0.abs_diff(b.0).max(a.1.abs_diff(b.1))),
            _ => 0,
        };
        self.0.iter().flat_map(|stroke| stroke.windows(2)).map(step).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_written_and_read_back() {
        let drawn = Strokes::new(vec![vec![(0, 10), (90, 200)], vec![(1000, 300)], vec![]]).unwrap();
        assert_eq!(drawn.to_text(), "0,10 90,200\n1000,300");
        assert_eq!(Strokes::from_text(&drawn.to_text()), Some(drawn));
    }

    #[test]
    fn a_slip_and_what_leaves_the_field_are_refused() {
        assert_eq!(Strokes::new(vec![]), None);
        assert_eq!(Strokes::new(vec![vec![(5, 5), (6, 6)]]), None, "a slip");
        assert_eq!(Strokes::new(vec![vec![(0, 0), (1001, 0)]]), None, "too far to the right");
        assert_eq!(Strokes::new(vec![vec![(0, 0), (0, 301)]]), None, "too low");
        assert_eq!(Strokes::new(vec![vec![(0, 0); MOST_PLACES], vec![(0, 0), (200, 0)]]), None, "too long");
        assert!(Strokes::new(vec![vec![(0, 0), (200, 0)]]).is_some(), "control");
        for text in ["", "1,2,3", "a,b", "-1,4 9,9", "1 2"] {
            assert_eq!(Strokes::from_text(text), None, "{text}");
        }
    }
}
