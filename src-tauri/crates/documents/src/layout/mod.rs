//! Blocks to placed marks, through parley. Pure: no PDF, no file, no clock.
//!
//! [`shape`] sets words in lines, [`compose`] (with [`table`] and [`forms`]) cuts blocks into strips,
//! [`paginate`] puts strips on pages, and [`furniture`] adds what every page carries.

mod compose;
mod drawing;
mod forms;
mod furniture;
mod glyphs;
mod look;
mod paginate;
mod picture;
pub(crate) mod place;
mod shape;
mod table;
mod transcript;
mod watermark;

use compose::Composer;
use paginate::Area;
use place::Placed;
use shape::Shaper;
pub(crate) use transcript::transcript;

use crate::blocks::Doc;
use crate::fonts::Fonts;
use crate::paper::PaperSetup;

/// Places a paper on pages of the setup's size.
pub(crate) fn layout(doc: &Doc, setup: &PaperSetup, fonts: &mut Fonts) -> Placed {
    let size = setup.size.points();
    let width = size.0 - 2.0 * look::SIDE_MARGIN;
    let area = Area { left: look::SIDE_MARGIN, top: look::TOP_MARGIN, bottom: size.1 - look::BOTTOM_MARGIN };
    let mut composer = Composer::new(Shaper::new(fonts, &setup.language), width, area.bottom - area.top);
    composer.blocks(&doc.blocks);
    let mut pages = paginate::paginate(std::mem::take(&mut composer.strips), area);
    furniture::add(&mut pages, &mut composer.shaper, doc, setup);
    if let Some(word) = &doc.watermark {
        watermark::add(&mut pages, &mut composer.shaper, word, size);
    }
    let Composer { shaper, tree, alternatives, logo, logo_unreadable, .. } = composer;
    let missing = shaper.missing.into_iter().collect();
    Placed { size, pages, tree, faces: shaper.faces, missing, alternatives, logo, logo_unreadable }
}
