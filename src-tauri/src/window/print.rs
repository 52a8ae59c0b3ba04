//! Printing: the system's own dialog, with the pages the window holds ready for it.

use tauri::AppHandle;

use super::current;
use crate::{shelf::ShelvedPaper, wire::CommandError};

/// Opens the system's print dialog and comes back when it is closed and the pages are on their way. Returns whether they
/// were printed, as far as the system says.
///
/// # Errors
/// `not_printed` when the system says so.
pub(crate) async fn print(app: &AppHandle, paper: ShelvedPaper) -> Result<bool, CommandError> {
    let window = current(app).ok_or_else(CommandError::unexpected)?;
    #[cfg(target_os = "linux")]
    {
        let (tell, mut told) = tauri::async_runtime::channel(1);
        window.with_webview(move |view| linux::run_dialog(&view.inner(), &paper, &tell))?;
        match told.recv().await {
            Some(Outcome::Failed) => Err(not_printed()),
            outcome => Ok(outcome == Some(Outcome::Printed)),
        }
    }
    // The sheet's size stands in the print style there.
    #[cfg(not(target_os = "linux"))]
    {
        drop(paper);
        window.print().map(|()| true).map_err(|_| not_printed())
    }
}

/// What became of a print dialog.
#[cfg(target_os = "linux")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Printed,
    Closed,
    Failed,
}

/// Closes a print dialog that stands open, as if nothing had been answered: until it is closed no window is taken away,
/// and a locked book would stay in sight behind it.
pub(crate) fn close_print_dialog() {
    #[cfg(target_os = "linux")]
    linux::close_dialog();
}

fn not_printed() -> CommandError {
    CommandError::new(
        "not_printed",
        "The system could not print the pages.",
        "Look whether the printer is on, and try again. Save as… gives a file that any program can print.",
    )
}

#[cfg(target_os = "linux")]
mod linux {
    use coachbook_documents::Sheets;
    use gtk::{PageSetup, PaperSize, PrintSettings, ResponseType, Unit, glib::MainContext, prelude::*};
    use tauri::async_runtime::Sender;
    use webkit2gtk::{PrintOperation, PrintOperationExt, PrintOperationResponse, WebView};

    use super::Outcome;
    use crate::shelf::ShelvedPaper;

    /// `tell` hears what became of it.
    pub(super) fn run_dialog(view: &WebView, paper: &ShelvedPaper, tell: &Sender<Outcome>) {
        let operation = PrintOperation::new(view);
        operation.set_page_setup(&page_setup(paper.sheets));
        let settings = PrintSettings::new();
        // What *Print to File* offers: date and kind.
        settings.set("output-basename", Some(paper.suggested_name.trim_end_matches(".pdf")));
        operation.set_print_settings(&settings);
        let failed = tell.clone();
        operation.connect_failed(move |_, _| {
            let _ = failed.try_send(Outcome::Failed);
        });
        let finished = tell.clone();
        operation.connect_finished(move |_| {
            let _ = finished.try_send(Outcome::Printed);
        });
        let parent = view.toplevel().and_then(|top| top.downcast::<gtk::Window>().ok());
        if operation.run_dialog(parent.as_ref()) == PrintOperationResponse::Cancel {
            let _ = tell.try_send(Outcome::Closed);
        }
    }

    pub(super) fn close_dialog() {
        MainContext::default().invoke(|| {
            let windows = gtk::Window::list_toplevels().into_iter();
            let dialogs = windows.filter(|window| window.type_().name() == "GtkPrintUnixDialog");
            dialogs.filter_map(|window| window.downcast::<gtk::Dialog>().ok()).for_each(|dialog| {
                dialog.response(ResponseType::Cancel);
            });
        });
    }

    /// The paper's own sheet without margins: those of the tool kit would print the pages smaller than they are, and the
    /// pages have margins of their own.
    fn page_setup(sheets: Sheets) -> PageSetup {
        let setup = PageSetup::new();
        setup.set_paper_size(&paper_size(f64::from(sheets.width), f64::from(sheets.height)));
        setup.set_top_margin(0.0, Unit::Points);
        setup.set_bottom_margin(0.0, Unit::Points);
        setup.set_left_margin(0.0, Unit::Points);
        setup.set_right_margin(0.0, Unit::Points);
        setup
    }

    /// A size by its name where it has one: a printer knows its trays by name.
    fn paper_size(width: f64, height: f64) -> PaperSize {
        let named = ["iso_a4", "na_letter"].map(|name| PaperSize::new(Some(name))).into_iter().find(|size| {
            (size.width(Unit::Points) - width).abs() < 1.0 && (size.height(Unit::Points) - height).abs() < 1.0
        });
        named.unwrap_or_else(|| PaperSize::new_custom("paper", "Paper", width, height, Unit::Points))
    }
}
