//! Writes every paper of the sample book, for looking at: `coachbook-papers --out DIR`.

use std::{error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let out = match (arguments.next(), arguments.next()) {
        (Some(flag), Some(folder)) if flag == "--out" => PathBuf::from(folder),
        _ => return Err("say where: --out DIR".into()),
    };
    // One folder for the client of the sample book, one for an invented programme of three that has no book, and one for
    // a summary in every language.
    fs::create_dir_all(&out)?;
    let workshop = out.join(format!(".book-{}", std::process::id()));
    let papers = coachbook_lib::sample_papers(&workshop);
    fs::remove_dir_all(&workshop)?;
    let sets = [
        ("sample-client-1", papers),
        ("sample-client-2", coachbook_lib::three_way_papers()),
        ("P4-in-every-language", coachbook_lib::summaries_in_every_language()),
    ];
    for (client, papers) in sets {
        let folder = out.join(client);
        fs::create_dir_all(&folder)?;
        for paper in papers.map_err(|fault| fault.message)? {
            fs::write(folder.join(format!("{}.pdf", paper.name)), paper.bytes)?;
        }
    }
    Ok(())
}
