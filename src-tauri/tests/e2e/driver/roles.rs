//! Where to look for a role. The web view has the last word on the role; this only keeps the number of questions small.

/// A selector for everything a person would call a field.
pub(super) const FIELDS: &str = "input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), \
     textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton]";

/// Returns a selector for the elements that may have a role.
pub(super) fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, select, input[type=button], input[type=submit]",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "textbox" => "input, textarea, [contenteditable]",
        "searchbox" => "input[type=search]",
        "combobox" => "select, input[list]",
        "option" => "option",
        "link" => "a[href]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "list" => "ul, ol",
        "listitem" => "li",
        "dialog" => "dialog",
        "status" => "output",
        "group" => "fieldset, details",
        "region" => "section",
        "main" => "main",
        "navigation" => "nav",
        "complementary" => "aside",
        "table" => "table",
        "row" => "tr",
        "cell" => "td",
        "article" => "article",
        "img" | "image" => "img, svg",
        _ => "",
    };
    let explicit = format!("[role={role}]");
    if native.is_empty() { explicit } else { format!("{native}, {explicit}") }
}

/// Returns whether what the web view computed is what was asked for.
///
/// A folding headline is reported without a role, and a closed choice as a button.
pub(super) fn agrees(asked: &str, computed: &str) -> bool {
    match asked {
        "button" => matches!(computed, "button" | ""),
        "combobox" => matches!(computed, "combobox" | "button"),
        "img" | "image" => matches!(computed, "img" | "image"),
        _ => asked == computed,
    }
}
