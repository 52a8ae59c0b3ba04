//! The faces papers are set in: the bundled ones first, the system's for scripts they lack.

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName, LayoutContext};

use crate::blocks::Ink;

/// Bundled faces and the family each is registered under. Own family names, so that a face of the same name on
/// the reader's machine cannot take its place and change the paper.
const BUNDLED: [(&str, &[u8]); 8] = [
    (SANS, include_bytes!("../fonts/NotoSans-Regular.ttf")),
    (SANS, include_bytes!("../fonts/NotoSans-Bold.ttf")),
    (SANS, include_bytes!("../fonts/NotoSans-Italic.ttf")),
    (ARABIC, include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf")),
    (ARABIC, include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf")),
    (HEBREW, include_bytes!("../fonts/NotoSansHebrew-Regular.ttf")),
    (HEBREW, include_bytes!("../fonts/NotoSansHebrew-Bold.ttf")),
    (EMOJI, include_bytes!("../fonts/NotoEmoji-Regular.ttf")),
];

const SANS: &str = "Coachbook Sans";
const ARABIC: &str = "Coachbook Arabic";
const HEBREW: &str = "Coachbook Hebrew";
const EMOJI: &str = "Coachbook Emoji";

/// Loaded faces and the room text is shaped in. Make one per process and keep it: the system's list takes
/// 10 to 20 ms to read.
pub struct Fonts {
    pub(crate) faces: FontContext,
    pub(crate) shaping: LayoutContext<Ink>,
}

impl Fonts {
    /// The bundled faces alone: the same paper on every machine.
    pub fn bundled() -> Self {
        Self::load(false)
    }

    /// The bundled faces first, then whatever the system has, for Chinese, Japanese, Korean and the rest.
    pub fn with_system() -> Self {
        Self::load(true)
    }

    fn load(system_fonts: bool) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
        for (family, bytes) in BUNDLED {
            let named = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
        }
        // Colour emoji have no outlines a PDF font can hold: always the one-colour face.
        let emoji = collection.family_id(EMOJI);
        collection.set_generic_families(GenericFamily::Emoji, emoji.into_iter());
        let faces = FontContext { collection, source_cache: SourceCache::default() };
        Self { faces, shaping: LayoutContext::new() }
    }
}

/// The families tried in order before the system's own fallback.
pub(crate) fn families() -> FontFamily<'static> {
    const ORDER: &[FontFamilyName<'static>] = &[
        FontFamilyName::named(SANS),
        FontFamilyName::named(ARABIC),
        FontFamilyName::named(HEBREW),
        FontFamilyName::named(EMOJI),
    ];
    FontFamily::List(ORDER.into())
}
