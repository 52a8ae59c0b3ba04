//! Starts Coachbook.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    coachbook_lib::run();
}
