//! A folder outside the home, as her documents are. Gone when the story is over.

use crate::driver::App;
use std::fs;
use std::path::PathBuf;

pub(crate) struct Documents(PathBuf);

impl Documents {
    pub(crate) fn new(story: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("coachbook-documents-{story}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for her documents");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("a document is written");
        path
    }

    /// A picture of what is on the screen: as good as a scanner's.
    pub(crate) fn picture(&self, app: &App, name: &str) -> PathBuf {
        let path = self.path(name);
        app.screenshot(&path);
        path
    }
}

impl Drop for Documents {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
