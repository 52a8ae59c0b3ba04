//! The wheel of life: how full each part of life is now, and how full the client wants it.
//!
//! The numbers are the client's own and belong to a part of life, never to a person: nothing here adds them up or
//! ranks them.

use chrono::NaiveDate;

/// Fewest parts of a wheel.
pub const FEWEST: usize = 4;
/// Most parts of a wheel: more cannot be read on paper.
pub const MOST: usize = 12;

/// A place from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u8);

impl Place {
    /// Returns the place, or none for a number that is not on the scale.
    pub const fn of(number: u8) -> Option<Self> {
        if number <= 10 { Some(Self(number)) } else { None }
    }

    /// Returns the number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// One part of the wheel as the client filled it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segment {
    /// Name, in the client's words.
    pub label: String,
    /// How it is now; none when the client did not say.
    pub now: Option<Place>,
    /// How it is wanted.
    pub wanted: Option<Place>,
    /// What the client said about it.
    pub note: Option<String>,
}

/// A wheel filled on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wheel {
    /// Local day.
    pub on: NaiveDate,
    /// The parts in order.
    pub segments: Vec<Segment>,
    /// What the client chose to look at.
    pub chosen: Option<String>,
}

/// Why a wheel cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WheelFault {
    /// It has too few or too many parts.
    #[error("a wheel has {FEWEST} to {MOST} parts")]
    Parts,
}

/// A part of the wheel on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WheelRow {
    /// Name.
    pub label: String,
    /// Now.
    pub now: Option<Place>,
    /// Wanted.
    pub wanted: Option<Place>,
    /// At the earlier day.
    pub earlier: Option<Place>,
    /// What the client said.
    pub note: Option<String>,
}

/// A wheel on paper, with an earlier one laid under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WheelContent {
    /// The day it was filled.
    pub on: NaiveDate,
    /// The day of the earlier one; none when it shares no part with this one.
    pub earlier_on: Option<NaiveDate>,
    /// The parts in order.
    pub rows: Vec<WheelRow>,
    /// What the client chose to look at.
    pub chosen: Option<String>,
}

/// Lays an earlier wheel under one, part by part under the same name. A part that is new, or was renamed, has no
/// earlier place: none is guessed.
///
/// # Errors
/// [`WheelFault`] when it has too few or too many parts.
pub fn laid_over(wheel: &Wheel, earlier: Option<&Wheel>) -> Result<WheelContent, WheelFault> {
    if !(FEWEST..=MOST).contains(&wheel.segments.len()) {
        return Err(WheelFault::Parts);
    }
    let before = |label: &str| {
        let same = |part: &&Segment| part.label.trim() == label.trim();
        earlier.and_then(|wheel| wheel.segments.iter().find(same)).and_then(|part| part.now)
    };
    let rows: Vec<WheelRow> = wheel
        .segments
        .iter()
        .map(|part| WheelRow {
            label: part.label.clone(),
            now: part.now,
            wanted: part.wanted,
            earlier: before(&part.label),
            note: part.note.clone(),
        })
        .collect();
    let shared = rows.iter().any(|row| row.earlier.is_some());
    Ok(WheelContent {
        on: wheel.on,
        earlier_on: earlier.map(|wheel| wheel.on).filter(|_| shared),
        rows,
        chosen: wheel.chosen.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wheel(on: &str, parts: &[(&str, u8)]) -> Wheel {
        let part = |(label, now): &(&str, u8)| Segment {
            label: (*label).to_owned(),
            now: Place::of(*now),
            ..Segment::default()
        };
        Wheel { on: on.parse().unwrap(), segments: parts.iter().map(part).collect(), chosen: None }
    }

    const FOUR: [(&str, u8); 4] = [("Work", 4), ("Home", 0), ("Health", 10), ("Friends", 7)];

    #[test]
    fn the_scale_runs_from_nought_to_ten() {
        assert_eq!(Place::of(0).map(Place::number), Some(0));
        assert_eq!(Place::of(10).map(Place::number), Some(10));
        assert_eq!(Place::of(11), None);
    }

    #[test]
    fn parts_meet_by_name_and_nothing_is_guessed() {
        let before = wheel("2025-12-01", &[("Work", 2), ("House", 5), ("Health ", 9), ("Friends", 7)]);
        let laid = laid_over(&wheel("2026-03-04", &FOUR), Some(&before)).unwrap();
        let earlier: Vec<_> = laid.rows.iter().map(|row| row.earlier.map(Place::number)).collect();
        assert_eq!(earlier, [Some(2), None, Some(9), Some(7)], "Home was House: no place is made up");
        assert_eq!(laid.earlier_on, Some(before.on));
        let strange = wheel("2025-12-01", &[("a", 1), ("b", 1), ("c", 1), ("d", 1)]);
        assert_eq!(laid_over(&wheel("2026-03-04", &FOUR), Some(&strange)).unwrap().earlier_on, None);
    }

    #[test]
    fn a_wheel_has_four_to_twelve_parts() {
        for (count, drawn) in [(3, false), (4, true), (12, true), (13, false)] {
            let wheel = wheel("2026-03-04", &vec![("Part", 5); count]);
            assert_eq!(laid_over(&wheel, None).is_ok(), drawn, "{count} parts");
        }
    }
}
