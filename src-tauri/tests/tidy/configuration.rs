//! The window's policy and permissions.

use crate::source::{assert_clean, below, read, saying};
use serde_json::Value;
use std::collections::BTreeMap;

/// The content policy, word for word. A change here is a decision.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; \
    font-src 'self'; connect-src ipc: http://ipc.localhost; object-src 'none'; frame-src 'none'; worker-src 'none'; \
    manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

fn policy() -> BTreeMap<&'static str, &'static str> {
    POLICY.split("; ").filter_map(|rule| rule.split_once(' ')).collect()
}

/// Returns what a configuration allows that it must not.
fn faults(configuration: &Value) -> Vec<String> {
    let app = &configuration["app"];
    let security = &app["security"];
    let csp = security["csp"].as_object().cloned().unwrap_or_default();
    let stated: BTreeMap<&str, &str> =
        csp.iter().map(|(name, rule)| (name.as_str(), rule.as_str().unwrap_or(""))).collect();
    let text = configuration.to_string();
    let rules = [
        (stated == policy(), "the content policy is not the agreed one"),
        (!text.contains("unsafe-"), "something unsafe is allowed"),
        (security["devCsp"].is_null(), "development has a policy of its own"),
        (app["withGlobalTauri"] == false, "Tauri is put into every script's reach"),
        (app["windows"] == serde_json::json!([]), "a window is made by configuration, outside the checks in Rust"),
        (security["freezePrototype"] == true, "prototypes are not frozen"),
        (security["dangerousDisableAssetCspModification"] != true, "hashes are not added to the policy"),
        (security["assetProtocol"]["enable"] != true, "the page can read files"),
        (security["capabilities"] == serde_json::json!(["main"]), "other capabilities than `main` are used"),
        (configuration["build"]["frontendDist"] == "ui/src", "what ships is not ui/src"),
    ];
    rules.iter().filter(|(holds, _)| !holds).map(|(_, fault)| (*fault).to_owned()).collect()
}

#[test]
fn the_window_is_as_closed_as_agreed() {
    let configuration: Value = serde_json::from_str(&read("tauri.conf.json").text).expect("tauri.conf.json is JSON");
    assert_eq!(faults(&configuration), [""; 0]);

    let mut loose = configuration;
    loose["app"]["security"]["csp"]["script-src"] = "'self' 'unsafe-inline'".into();
    loose["app"]["withGlobalTauri"] = true.into();
    assert_eq!(faults(&loose).len(), 3, "control: {:?}", faults(&loose));
}

#[test]
fn capabilities_are_lists_of_single_commands() {
    let check = |text: &str| saying(text, &["core:default", "\"*\"", "remote", ":default\"", "fs:", "shell:", "http:"]);
    let files = below("src-tauri/capabilities", ".json");
    assert_eq!(files.len(), 1, "one window, one capability");
    assert_clean("one line per command", &files, check);

    assert_eq!(check("\"permissions\": [\"core:default\"]").len(), 1, "control");
    assert_eq!(check("\"remote\": { \"urls\": [] }").len(), 1, "control");
}
