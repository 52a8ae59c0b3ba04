//! The window's policy as it is built into the program, not as a file says it should be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tauri::utils::config::{Csp, DisabledCspModificationKind, SecurityConfig};

/// The content policy of the pages that are built in.
fn policy(security: &SecurityConfig) -> BTreeMap<String, String> {
    match security.csp.clone().expect("a content policy is built in") {
        Csp::Policy(text) => {
            text.split(';').filter_map(|rule| rule.trim().split_once(' ')).map(|(a, b)| (a.into(), b.into())).collect()
        }
        Csp::DirectiveMap(rules) => {
            rules.into_iter().map(|(name, list)| (name, Vec::<String>::from(list).join(" "))).collect()
        }
    }
}

/// Returns what a built-in configuration allows that it must not.
fn faults(configuration: &tauri::Config) -> Vec<&'static str> {
    let (app, security) = (&configuration.app, &configuration.app.security);
    let rules = policy(security);
    let is = |name: &str, rule: &str| rules.get(name).is_some_and(|found| found == rule);
    let nothing = [
        "default-src",
        "object-src",
        "frame-src",
        "worker-src",
        "manifest-src",
        "base-uri",
        "form-action",
        "frame-ancestors",
    ];
    let own = ["script-src", "style-src", "font-src"];
    let unsafe_rule = rules.values().any(|rule| rule.contains("unsafe-") || rule.contains('*'));
    let hashes = matches!(security.dangerous_disable_asset_csp_modification, DisabledCspModificationKind::Flag(false));
    let checks = [
        (nothing.iter().all(|name| is(name, "'none'")), "something loads that must not"),
        (own.iter().all(|name| is(name, "'self'")), "scripts, styles or fonts from elsewhere"),
        (is("connect-src", "ipc: http://ipc.localhost"), "connections other than to the app"),
        (is("img-src", "'self' blob:") && is("media-src", "blob:"), "pictures or sound from elsewhere"),
        (is("require-trusted-types-for", "'script'") && is("trusted-types", "lit-html"), "untrusted markup"),
        (!unsafe_rule && security.dev_csp.is_none(), "an unsafe rule, or another one in development"),
        (security.freeze_prototype, "prototypes are not frozen"),
        (!security.asset_protocol.enable, "the page can read files"),
        (hashes, "hashes are left out"),
        (!app.with_global_tauri && app.windows.is_empty(), "Tauri in every script's reach, or an unchecked window"),
        (security.capabilities.len() == 1, "other capabilities than `main`"),
        (security.headers.is_some(), "no headers"),
        (configuration.plugins.0.is_empty(), "a plugin is configured"),
        (configuration.build.dev_url.is_none(), "a page from a server"),
    ];
    checks.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| fault).collect()
}

#[test]
fn the_built_configuration_is_closed() {
    let context = crate::context();
    assert_eq!(faults(context.config()), [""; 0]);

    let mut loose = context.config().clone();
    loose.app.security.csp = Some(Csp::Policy("default-src 'none'; script-src 'self' 'unsafe-inline'".to_owned()));
    loose.app.security.asset_protocol.enable = true;
    loose.app.with_global_tauri = true;
    assert!(faults(&loose).len() >= 6, "control: {:?}", faults(&loose));
}

#[test]
fn what_is_built_in_is_the_window_and_nothing_else() {
    let context = crate::context();
    let built: BTreeSet<String> =
        context.assets().iter().map(|(name, _)| name.trim_start_matches('/').to_owned()).collect();
    let shipped = below(Path::new("ui/src"), "");
    assert!(shipped.len() > 50, "the window's files were not found");
    assert_eq!(built.difference(&shipped).collect::<Vec<_>>(), [""; 0], "built in and not in ui/src");
    let page = |name: &&String| [".js", ".css", ".html"].iter().any(|end| name.ends_with(end));
    let missing: Vec<_> = shipped.difference(&built).filter(page).collect();
    assert_eq!(missing, [""; 0], "in ui/src and not built in");
}

fn below(folder: &Path, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the window").flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(below(&entry.path(), &format!("{name}/")));
        } else {
            found.insert(name);
        }
    }
    found
}

/// Below these a hole is known; `coachbook_vault` refuses to open a book with an older engine.
#[test]
fn the_engines_are_new_enough() {
    let number = |text: &str| -> Vec<u32> {
        text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).take(3).collect()
    };
    let engines = coachbook_vault::engine_versions().expect("the engine answers");
    assert!(number(&engines.sqlite) >= vec![3, 53, 2], "SQLite {}", engines.sqlite);
    assert!(number(&engines.sqlcipher) >= vec![4, 19, 0], "SQLCipher {}", engines.sqlcipher);
    assert!(number(tauri::VERSION) >= vec![2, 11, 1], "Tauri {}", tauri::VERSION);
    assert!(number("3.9.10") < vec![3, 53, 2], "control");
}
