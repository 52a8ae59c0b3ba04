//! Outside formats: bytes to core values and back, through serde twins that live here alone.

pub mod access_json;
pub mod built_in;
pub mod eml;
pub mod hours_csv;
pub mod question_bank;
pub mod sample;
pub mod template_file;
