//! Blocks to placed marks, through parley. Pure: no PDF, no file, no clock.
//!
//! [`shape`] sets words in lines, [`compose`] (with [`table`] and [`forms`]) cuts blocks into strips,
//! [`paginate`] puts strips on pages, and [`furniture`] adds what every page carries. A paper read from the right is
//! placed like any other and turned over at the end ([`direction`]).

mod compose;
mod direction;
mod drawing;
mod forms;
mod furniture;
mod gathered;
mod glyphs;
mod hyphens;
mod letterhead;
mod look;
mod paginate;
mod picture;
pub(crate) mod place;
mod remembered;
mod shape;
mod sheet;
mod table;
mod transcript;
#[cfg(test)]
mod trials;
mod watermark;

use compose::Composer;
pub(crate) use direction::from_right;
pub use picture::{LogoFault, check_logo};
use place::Placed;
use shape::Shaper;
use sheet::Sheet;
pub(crate) use transcript::transcript;

use crate::blocks::Doc;
use crate::fonts::Fonts;
use crate::paper::PaperSetup;

/// Places a paper on pages of the setup's size.
pub(crate) fn layout(doc: &Doc, setup: &PaperSetup, fonts: &mut Fonts) -> Placed {
    let sheet = Sheet::of(setup);
    let area = sheet.area();
    let shaper = Shaper::new(fonts, &setup.language);
    let mut composer = Composer::new(shaper, setup.labels(), sheet.measure(), area.bottom - area.top);
    composer.head_style = setup.stationery.head;
    composer.blocks(&doc.blocks);
    let mut pages = paginate::paginate(std::mem::take(&mut composer.strips), area);
    furniture::add(&mut pages, &mut composer.shaper, doc, setup, sheet);
    for item in pages.iter_mut().flatten() {
        if composer.shaper.tongue.from_right {
            // Everything was placed as if read from the left; see `direction`.
            item.mirror(sheet.width);
        }
        if sheet.scale > 1.0 {
            item.scale(sheet.scale);
        }
    }
    if let Some(word) = &doc.watermark {
        watermark::add(&mut pages, &mut composer.shaper, word, setup.size.points());
    }
    let Composer { shaper, tree, links, alternatives, logo, logo_unreadable, .. } = composer;
    let missing = shaper.missing.into_iter().collect();
    let accent = setup.stationery.accent;
    let size = setup.size.points();
    Placed { size, pages, tree, links, accent, faces: shaper.faces, missing, alternatives, logo, logo_unreadable }
}
