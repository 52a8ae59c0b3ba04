use unicode_normalization::UnicodeNormalization;

use super::*;

fn after(text: &str, sought: &[&str], staying: &[&str]) -> String {
    let names = Names::new(sought.iter().copied(), staying.iter().copied());
    let mut left = text.to_owned();
    for place in names.found(text).into_iter().rev() {
        left.replace_range(place, "▮");
    }
    left
}

#[test]
fn whole_words_in_any_case_and_never_inside_another() {
    assert_eq!(after("Ann told ANN, not Anna or Joann.", &["Ann"], &[]), "▮ told ▮, not Anna or Joann.");
    assert_eq!(after("Mr. X and Mr.\n X; Mr. Xu", &["Mr. X"], &[]), "▮ and ▮; Mr. Xu");
    assert_eq!(after("ÉMILE, Émile, Emil", &["émile"], &[]), "▮, ▮, Emil");
    assert_eq!(after("Ann1 and Ann¹ and Ann™", &["Ann"], &[]), "Ann1 and ▮¹ and ▮™", "a sign of a note is no digit");
}

#[test]
fn possessives_and_elisions_are_found_and_joined_names_are_not() {
    assert_eq!(after("Ann's and Ann’s and Annʼs team", &["Ann"], &[]), "▮'s and ▮’s and ▮ʼs team");
    assert_eq!(after("O’Brien, O'Brien and M’Brienne", &["Brien", "Brienne"], &[]), "O’Brien, O'Brien and M’▮");
    assert_eq!(after("l’ami d’Anne, qu'Anne, dell’Anne", &["Anne"], &[]), "l’ami d’▮, qu'▮, dell’▮");
    assert_eq!(after("Мар’яна", &["Яна"], &[]), "Мар’яна", "control: one name");
    assert_eq!(after("‘Ann’, 'Ann'", &["Ann"], &[]), "‘▮’, '▮'");
}

#[test]
fn the_longest_name_goes_first() {
    assert_eq!(after("Ann Lee, Ann and Lee", &["Ann", "Ann Lee", "Lee"], &[]), "▮, ▮ and ▮");
}

#[test]
fn the_client_and_the_coach_keep_their_names() {
    let staying = ["Anna Berg", "Anna"];
    assert_eq!(after("Anna Berg met Berg", &["Berg", "Anna"], &staying), "Anna Berg met ▮");
    assert_eq!(after("Anna met ANNA", &["Anna"], &staying), "Anna met ANNA");
    assert_eq!(after("José met Jose and jose\u{301}", &["Jose"], &["José"]), "José met ▮ and jose\u{301}");
    assert_eq!(after("José met Jôse", &["José"], &["Jose"]), "▮ met ▮", "in doubt it is looked at");
}

#[test]
fn other_scripts() {
    assert_eq!(after("دار الحديث مع مريم، ومريم", &["مريم"], &[]), "دار الحديث مع ▮، و▮", "“and” is no part of it");
    assert_eq!(after("مَرْيَـم ولمريم", &["مريم"], &[]), "▮ ول▮");
    assert_eq!(after("أمريم", &["مريم"], &[]), "أمريم", "control: another word");
    assert_eq!(after("שיחה עם דן, דניאל, ולדן", &["דן"], &[]), "שיחה עם ▮, דניאל, ול▮");
    assert_eq!(after("דן־שרה ונדן", &["דן"], &[]), "▮־שרה ונדן", "a Hebrew hyphen parts words");
    assert_eq!(after("和王小明谈话", &["王小明"], &[]), "和▮谈话");
    assert_eq!(after("Annさんと話す", &["Ann"], &[]), "▮さんと話す");
    assert_eq!(after("김민수가 말했다", &["김민수"], &[]), "▮가 말했다");
    assert_eq!(after("Ёлка и ёлка", &["ёлка"], &[]), "▮ и ▮");
    assert_eq!(after("प्रियाओं और प्रिया", &["प्रिया"], &[]), "प्रियाओं और ▮");
}

/// Names in many scripts.
const NAMES: [&str; 10] = [
    "José Núñez",
    "Zoë O’Brien",
    "Siân-Elen",
    "Łukasz Żółty",
    "Nguyễn Thị Ánh",
    "Йоана Їжакевич",
    "مُحَمَّد عليّ",
    "प्रिया शर्मा",
    "김민수",
    "Mr. X",
];

/// Ways in which the same name comes to stand in a text.
fn spellings(name: &str) -> Vec<String> {
    let coded = [name.to_owned(), name.nfd().collect(), name.to_uppercase(), name.to_uppercase().nfd().collect()];
    let mut all: Vec<String> = Vec::new();
    for name in &coded {
        all.push(name.clone());
        for blank in ["\u{a0}", "\u{202f}", "\u{3000}", "  ", " \n", "\t"] {
            all.push(name.replace(' ', blank));
        }
        for apostrophe in ["'", "`", "´", "ʼ", "‘"] {
            all.push(name.replace('’', apostrophe));
        }
        for inside in ["\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{200f}"] {
            let letters: Vec<String> = name.chars().map(String::from).collect();
            all.push(letters.join(inside));
        }
    }
    all
}

#[test]
fn however_it_is_written_a_name_is_found_to_the_byte_and_nothing_around_it() {
    let mut tried = 0;
    for name in NAMES {
        let names = Names::new([name], []);
        for spelling in spellings(name) {
            for (before, behind) in
                [("", ""), ("with ", "."), ("“", "”"), ("é, ", "’s way"), ("(e\u{301}\u{ad} ", "\u{a0}!")]
            {
                let text = format!("{before}{spelling}{behind}");
                let place = before.len()..before.len() + spelling.len();
                assert_eq!(names.found(&text), [place], "{} in {}", name.escape_unicode(), text.escape_unicode());
                tried += 1;
            }
        }
    }
    assert!(tried > 2000, "control: {tried} texts");
}

#[test]
fn however_it_is_written_a_longer_word_is_another_one() {
    for name in NAMES {
        let names = Names::new([name], []);
        let unspaced = name == "김민수";
        for spelling in spellings(name) {
            for (before, behind) in
                [("a", ""), ("é", ""), ("е\u{301}\u{ad}", ""), ("", "a"), ("", "\u{ad}é"), ("", "7"), ("", "\u{200d}क")]
            {
                let found = names.found(&format!("{before}{spelling}{behind}"));
                assert_eq!(!found.is_empty(), unspaced, "{before}{spelling}{behind}");
            }
        }
    }
}

#[test]
fn marks_behind_a_name_go_with_it_and_a_vowel_sign_makes_another_name() {
    for (name, marks) in
        [("Jose", "\u{301}"), ("José", "\u{323}\u{ad}\u{302}"), ("محمد", "\u{64f}\u{640}"), ("דן", "\u{5b8}")]
    {
        let text = format!("{name}{marks} came");
        let place = 0..name.len() + marks.len();
        assert_eq!(Names::new([name], []).found(&text), [place], "{text}");
    }
    assert!(Names::new(["प्रिय"], []).found("प्रिया").is_empty(), "control: another name");
    assert!(Names::new(["か"], []).found("か\u{3099}").is_empty(), "control: another letter");
    assert!(Names::new(["Fin"], []).found("ﬁne").is_empty(), "control: a part of a word");
}

/// Every text of up to five of these pieces: what is found is whole, in order, the name itself, and gone once replaced.
#[test]
fn what_is_found_in_any_text_is_the_name_and_replacing_it_leaves_none() {
    const PIECES: [&str; 9] = ["Zoë", "zoe", "\u{308}", "\u{ad}", " ", "’", "o", "ß", "x"];
    let names = Names::new(["Zoë", "Zoë Zoë"], []);
    let mut found_any = 0;
    for number in 0..9_usize.pow(5) {
        let text: String = (0..5).map(|nth| PIECES[number / 9_usize.pow(nth) % 9]).collect();
        let found = names.found(&text);
        found_any += usize::from(!found.is_empty());
        let mut left = text.clone();
        let mut until = text.len();
        for place in found.into_iter().rev() {
            assert!(place.end <= until && place.start < place.end, "{text:?}: {place:?}");
            until = place.start;
            let said: String = folded(&text[place.clone()]).into_iter().collect();
            assert!(said == "zoe" || said == "zoe zoe", "{text:?}: {said:?}");
            assert!(!text[place.end..].starts_with('\u{308}'), "{text:?}: a mark stays behind");
            left.replace_range(place, "x");
        }
        assert!(names.found(&left).is_empty(), "{text:?} leaves {left:?}");
    }
    assert!(found_any > 9000, "control: {found_any}");
}

#[test]
fn nothing_to_look_for_finds_nothing() {
    assert_eq!(after("Ann", &["", "  ", "\u{ad}"], &[]), "Ann");
    assert_eq!(after("", &["Ann"], &[]), "");
}

#[test]
fn a_record_is_said_to_name_whoever_it_names() {
    let names = ["Zoë".to_owned(), "Mr. X".to_owned(), "Ann".to_owned()];
    assert_eq!(held_by(&["with ZOE\u{308}", "Mr.\u{a0}X"], &names), ["Zoë", "Mr. X"]);
    assert!(held_by(&["Anna", ""], &names).is_empty());
}
