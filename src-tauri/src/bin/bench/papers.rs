//! Papers set and written as PDF, against Typst and LibreOffice: the same words, sheet and face, no two papers the same.
//!
//! Ours and Typst are warm, each in one process; LibreOffice starts anew for each paper. Ours is timed from the paper's
//! values to its bytes (beside LibreOffice from its blocks), Typst from its source to its bytes, in two ways: by the call
//! its package documents, which looks for fonts every time, and by a compiler that is kept with its fonts loaded, as we
//! keep ours. Both use all Typst remembers of earlier papers. All files are tagged.

use std::{fs, path::Path, process::Command, time::Instant};

use coachbook_documents::{Doc, Fonts, PaperSetup, render_svg_page, typeset};

use crate::{
    flat_odt::flat_odt,
    libreoffice::{self, LibreOffice},
    report::say,
    row::{Row, median, ms},
    trial_papers::{agreement_doc, hours_doc, setup, summary_doc},
    typst::{self, Typst},
    typst_source::source,
    workshop::Answer,
};

const SPEED_AIM: f64 = 0.2;
const SIZE_AIM: f64 = 1.2;
const FIRST_PAGE: [&str; 7] = ["-f", "1", "-l", "1", "-r", "96", "-png"];
const WARM_UP: usize = 3;
const FONTS: &str = "src-tauri/crates/documents/fonts";

/// A paper that is measured.
struct Kind {
    name: &'static str,
    paper: fn(usize, &PaperSetup) -> Doc,
    rounds: usize,
}

const KINDS: [Kind; 4] = [
    Kind { name: "agreement", paper: agreement_doc, rounds: 15 },
    Kind { name: "summary", paper: summary_doc, rounds: 15 },
    Kind { name: "table of 300 rows", paper: |nth, setup| hours_doc(300, nth, setup), rounds: 15 },
    Kind { name: "table of 3,000 rows", paper: |nth, setup| hours_doc(3000, nth, setup), rounds: 5 },
];

/// Measures the rows.
pub(crate) fn rows(folder: &Path) -> Answer<Vec<Row>> {
    let looked_at = Path::new("target/bench-papers");
    fs::create_dir_all(looked_at)?;
    let preview = format!("pdftoppm {} paper.pdf", FIRST_PAGE.join(" "));
    say(&format!(
        "peers of the papers: {} in Python: {}; {}; {preview}",
        typst::PACKAGE,
        typst::COMMANDS,
        libreoffice::COMMAND
    ));
    let office = LibreOffice::find(&folder.join("office"), Path::new(FONTS));
    let mut rows = Vec::new();
    for kind in KINDS {
        let file = looked_at.join(kind.name.replace([' ', ','], "-"));
        let mut typst = Typst::start(Path::new("target/tools"), Path::new(FONTS), &file.with_extension("typst.pdf"));
        rows.extend(match &mut typst {
            Ok(typst) => against_typst(&kind, typst, &file)?,
            Err(why) => vec![Row::skipped(&format!("{} as PDF, ms; typst.compile()", kind.name), SPEED_AIM, why)],
        });
        rows.extend(match &office {
            Ok(office) => against_libreoffice(&kind, office)?,
            Err(why) => vec![Row::skipped_without_aim(&format!("{} as PDF, ms; LibreOffice", kind.name), why)],
        });
    }
    rows.extend(first_page(&looked_at.join("agreement.pdf"))?);
    Ok(rows)
}

fn against_typst(kind: &Kind, typst: &mut Typst, file: &Path) -> Answer<Vec<Row>> {
    let (name, paper, setup) = (kind.name, kind.paper, setup());
    let mut fonts = Fonts::with_system();
    let (mut ours, mut called, mut kept, mut sizes) = (Vec::new(), Vec::new(), Vec::new(), (0.0, 0.0));
    for round in 0..WARM_UP + kind.rounds {
        let began = Instant::now();
        let pdf = typeset(&paper(2 * round, &setup), &setup, &mut fonts)?;
        let took = ms(began.elapsed());
        let (by_call, _) = typst.compile("call", &source(&paper(2 * round, &setup)))?;
        // Another paper: the words of the last would be remembered.
        let (by_kept, bytes) = typst.compile("kept", &source(&paper(2 * round + 1, &setup)))?;
        if round >= WARM_UP {
            ours.push(took);
            called.push(by_call);
            kept.push(by_kept);
        }
        sizes = (pdf.bytes.len() as f64, bytes);
        fs::write(file.with_extension("pdf"), pdf.bytes)?;
    }
    let ours = median(&ours);
    Ok(vec![
        Row::new(format!("{name} as PDF, ms; typst.compile()"), ours, median(&called), SPEED_AIM),
        Row::without_aim(format!("{name} as PDF, ms; typst.Compiler, fonts loaded"), ours, median(&kept)),
        Row::new(format!("{name} as PDF, KB; Typst"), sizes.0 / 1000.0, sizes.1 / 1000.0, SIZE_AIM),
    ])
}

/// LibreOffice is started anew for each paper, as its users do; three of them are enough to see where it stands.
fn against_libreoffice(kind: &Kind, office: &LibreOffice) -> Answer<Vec<Row>> {
    let setup = setup();
    let mut fonts = Fonts::with_system();
    let (mut ours, mut other, mut sizes) = (Vec::new(), Vec::new(), (0.0, 0.0));
    for round in 0..3 {
        let doc = (kind.paper)(1000 + round, &setup);
        let began = Instant::now();
        let pdf = typeset(&doc, &setup, &mut fonts)?;
        ours.push(ms(began.elapsed()));
        let (took, bytes) = office.convert(&flat_odt(&doc))?;
        other.push(took);
        sizes = (pdf.bytes.len() as f64, bytes);
    }
    let name = kind.name;
    Ok(vec![
        Row::without_aim(format!("{name} as PDF, ms; LibreOffice from flat .odt"), median(&ours), median(&other)),
        Row::new(format!("{name} as PDF, KB; LibreOffice"), sizes.0 / 1000.0, sizes.1 / 1000.0, SIZE_AIM),
    ])
}

/// The first page of the preview, drawn from the PDF's own bytes, beside poppler's of the same file. The aim is a time.
fn first_page(pdf: &Path) -> Answer<Vec<Row>> {
    let setup = setup();
    let bytes = typeset(&agreement_doc(0, &setup), &setup, &mut Fonts::with_system())?.bytes;
    fs::write(pdf, &bytes)?;
    let (mut ours, mut other, mut poppler) = (Vec::new(), Vec::new(), true);
    for round in 0..WARM_UP + 15 {
        let began = Instant::now();
        render_svg_page(&bytes, 1)?;
        let drawn_in = ms(began.elapsed());
        let began = Instant::now();
        let drawn = Command::new("pdftoppm").args(FIRST_PAGE).arg(pdf).output();
        poppler &= drawn.is_ok_and(|drawn| drawn.status.success());
        if round >= WARM_UP {
            ours.push(drawn_in);
            other.push(ms(began.elapsed()));
        }
    }
    let ours = median(&ours);
    Ok(vec![
        if poppler {
            Row::without_aim("first page of a preview, ms; pdftoppm of the same page", ours, median(&other))
        } else {
            Row::skipped_without_aim("first page of a preview, ms; pdftoppm", "there is no pdftoppm")
        },
        Row::new("first page of a preview, ms; the 30 ms it may take", ours, 30.0, 1.0),
    ])
}
