//! The faces papers are set in: the bundled ones first, the system's for scripts they lack.

use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FallbackKey, FamilyId, FontInfoOverride, GenericFamily, Script, SourceCache,
};
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
    /// For the second thread of a long table; kept, as what it learned of the faces is worth more than the table.
    pub(crate) second: Option<Box<Fonts>>,
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

    /// The same faces for a second thread; to be put back into `second`.
    pub(crate) fn take_second(&mut self) -> Box<Self> {
        let made = || Box::new(Self { faces: self.faces.clone(), shaping: LayoutContext::new(), second: None });
        self.second.take().unwrap_or_else(made)
    }

    fn load(system_fonts: bool) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
        for (family, bytes) in BUNDLED {
            let named = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
        }
        let in_order: Vec<FamilyId> =
            [SANS, ARABIC, HEBREW, EMOJI].into_iter().filter_map(|name| collection.family_id(name)).collect();
        collection.set_generic_families(GenericFamily::SansSerif, in_order.into_iter());
        // Colour emoji have no outlines a PDF font can hold: always the one-colour face.
        let emoji = collection.family_id(EMOJI);
        collection.set_generic_families(GenericFamily::Emoji, emoji.into_iter());
        if system_fonts {
            remember_fallbacks(&mut collection);
        }
        let faces = FontContext { collection, source_cache: SourceCache::default() };
        Self { faces, shaping: LayoutContext::new(), second: None }
    }
}

/// Asks the system once which face it has for each script.
///
/// fontique keeps the answer only where the script's letters change with the language, as Han does. For every other
/// script it asks again at each stretch of text, which took two thirds of the time of a long table. The answer kept
/// here is the very one it would get.
fn remember_fallbacks(collection: &mut Collection) {
    for &script in SCRIPTS {
        let key = FallbackKey::new(Script::from_bytes(script), None);
        let found: Vec<FamilyId> = collection.fallback_families(key).collect();
        // None is an answer, too.
        collection.set_fallbacks(key, found.into_iter());
    }
}

/// Scripts of living languages, and what belongs to no script. Others are looked up as they come.
const SCRIPTS: &[[u8; 4]] = &[
    *b"Latn", *b"Grek", *b"Cyrl", *b"Zyyy", *b"Zinh", *b"Arab", *b"Armn", *b"Beng", *b"Deva", *b"Ethi", *b"Geor",
    *b"Gujr", *b"Guru", *b"Hang", *b"Hani", *b"Hebr", *b"Hira", *b"Kana", *b"Khmr", *b"Knda", *b"Laoo", *b"Mlym",
    *b"Mymr", *b"Orya", *b"Sinh", *b"Taml", *b"Telu", *b"Thai", *b"Tibt",
];

/// The bundled families in order, before the system's own fallback. Asked for as a kind, which has been looked up; by
/// name each would be looked up again for every paragraph.
pub(crate) fn families() -> FontFamily<'static> {
    FontFamily::Single(FontFamilyName::Generic(GenericFamily::SansSerif))
}
