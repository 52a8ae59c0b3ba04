//! Accessibility, as axe-core sees it. A probe: it runs script in the page, which no person does.

use super::app::App;
use serde_json::json;
use std::fs;
use std::path::Path;

/// A rule broken, and where.
#[derive(Debug)]
pub(crate) struct Violation {
    pub(crate) rule: String,
    pub(crate) help: String,
    pub(crate) places: Vec<String>,
}

impl App {
    /// Returns what axe-core objects to on the screen as it stands.
    #[track_caller]
    pub(crate) fn axe(&self) -> Vec<Violation> {
        if self.execute("return typeof window.axe").as_str() != Some("object") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
            let script = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}. `cargo xtask setup` installs it.", path.display()));
            self.execute(&script);
        }
        let script = "const done = arguments[0];
            window.axe.run(document, { resultTypes: ['violations'] })
                .then((result) => done(result.violations.map((found) => ({
                    rule: found.id, help: found.help, places: found.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
                }))), (error) => done([{ rule: 'axe-core itself', help: String(error), places: [] }]));";
        let found = self.execute_async(script);
        let violations = found.as_array().unwrap_or_else(|| panic!("axe-core answered {found}"));
        violations.iter().map(violation).collect()
    }

    /// Fails with the list when axe-core objects to anything.
    #[track_caller]
    pub(crate) fn assert_accessible(&self, screen: &str) {
        let found = self.axe();
        assert!(found.is_empty(), "{screen}: {found:#?}");
    }
}

fn violation(found: &serde_json::Value) -> Violation {
    let word = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    let places = found.get("places").cloned().unwrap_or(json!([]));
    let places =
        places.as_array().into_iter().flatten().filter_map(|place| place.as_str().map(str::to_owned)).collect();
    Violation { rule: word("rule"), help: word("help"), places }
}
