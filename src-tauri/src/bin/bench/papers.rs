//! Papers set and written as PDF, against Typst: the same words, sheet and face, no two papers the same.
//!
//! Both are warm, each in one process. Ours is timed from the paper's values to its bytes, Typst from its source to its
//! bytes, in two ways: by the call its package documents, which looks for fonts every time, and by a compiler that is
//! kept with its fonts loaded, as we keep ours. Both use all Typst remembers of earlier papers. All files are tagged.

use std::{fs, path::Path, time::Instant};

use coachbook_documents::{Doc, Fonts, PaperSetup, typeset};

use crate::{
    row::{Row, median, ms},
    trial_papers::{agreement_doc, hours_doc, setup},
    typst::Typst,
    typst_source::source,
    workshop::Answer,
};

const SPEED_AIM: f64 = 0.2;
const SIZE_AIM: f64 = 1.2;
const ROUNDS: usize = 15;
const WARM_UP: usize = 3;
const FONTS: &str = "src-tauri/crates/documents/fonts";

/// A paper of a number.
type Paper = fn(usize, &PaperSetup) -> Doc;

/// Measures the rows.
pub(crate) fn rows(_folder: &Path) -> Answer<Vec<Row>> {
    let looked_at = Path::new("target/bench-papers");
    fs::create_dir_all(looked_at)?;
    let kinds: [(&str, Paper); 2] = [("agreement", agreement_doc), ("table of 300 rows", hours_doc)];
    let mut rows = Vec::new();
    for (name, paper) in kinds {
        let file = looked_at.join(name.replace(' ', "-"));
        match Typst::start(Path::new("target/tools"), Path::new(FONTS), &file.with_extension("typst.pdf")) {
            Ok(mut typst) => rows.extend(side_by_side(name, paper, &mut typst, &file)?),
            Err(why) => rows.push(Row::skipped(&format!("{name} as PDF, ms; typst.compile()"), SPEED_AIM, why)),
        }
    }
    Ok(rows)
}

fn side_by_side(name: &str, paper: Paper, typst: &mut Typst, file: &Path) -> Answer<[Row; 3]> {
    let setup = setup();
    let mut fonts = Fonts::with_system();
    let (mut ours, mut called, mut kept, mut sizes) = (Vec::new(), Vec::new(), Vec::new(), (0.0, 0.0));
    for round in 0..WARM_UP + ROUNDS {
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
    Ok([
        Row::new(format!("{name} as PDF, ms; typst.compile()"), ours, median(&called), SPEED_AIM),
        Row::without_aim(format!("{name} as PDF, ms; typst.Compiler, fonts loaded"), ours, median(&kept)),
        Row::new(format!("{name} as PDF, KB; Typst"), sizes.0 / 1000.0, sizes.1 / 1000.0, SIZE_AIM),
    ])
}
