//! The strip: the window as one line under the camera, above the call, and back to what it was.

use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, LogicalSize, Manager, Monitor, PhysicalPosition, PhysicalSize, WebviewWindow};

use super::{SIZE, current};

/// Size of the strip, in logical pixels (EXPERIENCE 3.1).
const STRIP: (f64, f64) = (640.0, 132.0);

/// How the window stood before it became the strip; none while it is not one.
#[derive(Default)]
pub(crate) struct Former(Mutex<Option<Stand>>);

/// Size and place of the window.
#[derive(Clone, Copy)]
struct Stand {
    size: PhysicalSize<u32>,
    place: Option<PhysicalPosition<i32>>,
    maximised: bool,
}

impl Former {
    /// The window is made anew, and is no strip.
    pub(super) fn forget(&self) {
        self.put(None);
    }

    fn put(&self, stand: Option<Stand>) -> Option<Stand> {
        std::mem::replace(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), stand)
    }

    fn is_strip(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// Makes the window the strip, or what it was before. Returns whether the system keeps the strip above other windows.
///
/// # Errors
/// What the system says when it can't.
pub(crate) fn set_strip(app: &AppHandle, on: bool) -> tauri::Result<bool> {
    let (Some(window), former) = (current(app), app.state::<Former>()) else { return Ok(false) };
    if on && !former.is_strip() {
        former.put(Some(shrink(&window)?));
    } else if !on && let Some(stand) = former.put(None) {
        restore(&window, stand)?;
    }
    Ok(on && stays_above())
}

fn shrink(window: &WebviewWindow) -> tauri::Result<Stand> {
    let maximised = window.is_maximized()?;
    let stand = Stand { size: window.inner_size()?, place: window.outer_position().ok(), maximised };
    if maximised {
        window.unmaximize()?;
    }
    window.set_size(LogicalSize::new(STRIP.0, STRIP.1))?;
    if let Some(monitor) = window.current_monitor()? {
        window.set_position(under_the_camera(&monitor))?;
    }
    window.set_always_on_top(true)?;
    Ok(stand)
}

fn restore(window: &WebviewWindow, stand: Stand) -> tauri::Result<()> {
    window.set_always_on_top(false)?;
    if stand.maximised {
        // The size it will have when it is no longer maximised; the one before is not known.
        window.set_size(LogicalSize::new(SIZE.0, SIZE.1))?;
        return window.maximize();
    }
    window.set_size(stand.size)?;
    stand.place.map_or(Ok(()), |place| window.set_position(place))
}

/// The top of the screen, in its middle, below the system's own bar.
#[allow(clippy::cast_possible_truncation, reason = "a screen is far smaller than the numbers that measure it")]
fn under_the_camera(monitor: &Monitor) -> PhysicalPosition<i32> {
    let area = monitor.work_area();
    let free = f64::from(area.size.width) - STRIP.0 * monitor.scale_factor();
    PhysicalPosition::new(area.position.x + (free / 2.0).max(0.0).round() as i32, area.position.y)
}

/// Under Wayland no window may say where it stands or that it stays above others.
fn stays_above() -> bool {
    let named = |name: &str, start: &str| std::env::var(name).is_ok_and(|value| value.starts_with(start));
    !cfg!(target_os = "linux") || named("GDK_BACKEND", "x11") || !named("WAYLAND_DISPLAY", "")
}
