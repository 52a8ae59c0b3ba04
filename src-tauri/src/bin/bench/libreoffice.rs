//! LibreOffice, as a coach would use it from a command: one conversion a start, on a profile of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use crate::{row::ms, workshop::Answer};

/// What is run, for the report.
pub(crate) const COMMAND: &str = "soffice --headless --convert-to pdf (tagged) paper.fodt";

/// Tagged like ours: without being told it writes no tags, and a third of a long table's file is tags.
const FILTER: &str = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;

/// A folder with a profile and the faces of our papers.
pub(crate) struct LibreOffice {
    folder: PathBuf,
}

impl LibreOffice {
    /// Looks for it. The reason is told when it is not there.
    pub(crate) fn find(folder: &Path, fonts: &Path) -> Result<Self, &'static str> {
        let there = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !there.is_ok_and(|status| status.success()) {
            return Err("LibreOffice is not installed");
        }
        let fonts = std::path::absolute(fonts).map_err(|_| "the faces are not there")?;
        let faces = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>\
             <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>",
            fonts.display()
        );
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(folder.join("fonts.conf"), faces))
            .map_err(|_| "no folder")?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Converts a flat OpenDocument text; returns the milliseconds it took and the bytes of the PDF.
    pub(crate) fn convert(&self, paper: &str) -> Answer<(f64, f64)> {
        let source = self.folder.join("paper.fodt");
        fs::write(&source, paper)?;
        let began = Instant::now();
        let converted = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", self.folder.join("profile").display()))
            .args(["--headless", "--convert-to", FILTER, "--outdir"])
            .arg(&self.folder)
            .arg(&source)
            .env("FONTCONFIG_FILE", self.folder.join("fonts.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        let took = ms(began.elapsed());
        let written = self.folder.join("paper.pdf");
        if !converted.success() || !written.is_file() {
            return Err("LibreOffice did not convert the paper".into());
        }
        Ok((took, fs::metadata(written)?.len() as f64))
    }
}
