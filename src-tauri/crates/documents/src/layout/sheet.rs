//! The sheet as the layout sees it.

use super::look;
use super::paginate::Area;
use crate::paper::PaperSetup;

/// How much larger everything is in large print: 14 points instead of 10.
const LARGE: f32 = 1.4;
/// White between the edge of the sheet and a heading's number, and around head and foot, that printers need.
const EDGE: f32 = 14.0;
/// What running head and foot take up of their margins.
const HEAD_ROOM: f32 = 40.0;
const FOOT_ROOM: f32 = 48.0;

/// A sheet with its margins. In large print it is that much smaller, and everything on it is enlarged at the end: so
/// all sizes and distances keep in step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) side: f32,
    top: f32,
    bottom: f32,
    pub(crate) scale: f32,
}

impl Sheet {
    pub(crate) fn of(setup: &PaperSetup) -> Self {
        let scale = if setup.stationery.large_print { LARGE } else { 1.0 };
        let (width, height) = setup.size.points();
        let (width, height) = (width / scale, height / scale);
        let margins = setup.stationery.margins;
        let within = |points: u16, least: f32, most: f32| (f32::from(points) / scale).clamp(least, most);
        Self {
            width,
            height,
            side: within(margins.side, look::NUMBER_HANG + EDGE, width * 0.2),
            top: within(margins.top, HEAD_ROOM + EDGE / scale, height * 0.25),
            bottom: within(margins.bottom, FOOT_ROOM + EDGE / scale, height * 0.25),
            scale,
        }
    }

    /// Width of the text.
    pub(crate) fn measure(self) -> f32 {
        self.width - 2.0 * self.side
    }

    /// Where the text may stand.
    pub(crate) fn area(self) -> Area {
        Area { left: self.side, top: self.top, bottom: self.height - self.bottom }
    }
}
