//! Writes every paper of the sample book, for looking at: `coachbook-papers --out DIR`.

use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let out = match (arguments.next(), arguments.next()) {
        (Some(flag), Some(folder)) if flag == "--out" => PathBuf::from(folder),
        _ => return Err("say where: --out DIR".into()),
    };
    // One folder for each client of the sample; it has one.
    let folder = out.join("sample-client-1");
    fs::create_dir_all(&folder)?;
    let workshop = out.join(format!(".book-{}", std::process::id()));
    let papers = coachbook_lib::sample_papers(&workshop);
    fs::remove_dir_all(&workshop)?;
    for paper in papers.map_err(|fault| fault.message)? {
        fs::write(folder.join(format!("{}.pdf", paper.name)), paper.bytes)?;
    }
    Ok(())
}
