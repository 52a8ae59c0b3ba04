//! Drives the real window as a person would: controls by role and name, keys to whatever has the focus.
//!
//! Nothing here knows the app's code. What a person cannot do (running script, reading a process id) is
//! kept to probes and says so. No control is remembered between two acts: the window may have been
//! drawn anew, or been destroyed and made again by a lock.

#![allow(dead_code, unused_imports, reason = "two test programs share the driver, and each uses a part of it")]

mod app;
mod axe;
pub(crate) mod base64;
mod bus;
mod control;
mod home;
mod http;
mod keys;
mod processes;
mod roles;
mod screen;
mod undriven;
mod wall_clock;
mod wire;

pub(crate) use app::{App, DRIVER_LOST, PATIENCE};
pub(crate) use axe::Violation;
pub(crate) use bus::Bus;
pub(crate) use control::Control;
pub(crate) use home::{Home, Theme};
pub(crate) use keys::Pace;
pub(crate) use undriven::Undriven;
pub(crate) use wall_clock::WallClock;
