//! What can go wrong when a paper is made.

/// Why a paper could not be made. Holds no word of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A face could not be cut to the glyphs used; its index among the paper's faces.
    #[error("a font could not be prepared for the paper (face {0})")]
    Font(u16),
    /// The file could not be written; says at which step.
    #[error("the paper could not be written: {0}")]
    Write(&'static str),
    /// The password is empty, longer than 127 bytes, or holds characters no reader can be asked to type.
    #[error("the password cannot lock a paper: it must have 1 to 127 bytes of ordinary characters")]
    Password,
    /// The bytes given for a preview are not a PDF that can be drawn.
    #[error("the paper could not be opened for the preview")]
    Preview,
}
