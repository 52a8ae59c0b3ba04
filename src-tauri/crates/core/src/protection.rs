//! How a book is protected, as it is set and as it was found: what the coach is told, and her clients.

/// Where safety copies of the book are kept, the worst place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum CopiesKept {
    /// None was written.
    #[default]
    None,
    /// On the disk the book lies on, all of them.
    SameDisk,
    /// In a folder that another program takes elsewhere, as to a cloud drive.
    Synced,
    /// At least one on another disk.
    OtherDisk,
}

/// How the book is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protection {
    /// Minutes without a key before the book locks.
    pub idle_lock_minutes: u32,
    /// Whether the coach has shown that her recovery sheet exists.
    pub sheet_confirmed: bool,
    /// Whether this system tells when its screen is locked or another user takes over.
    pub hears_the_system: bool,
    /// Whether the computer's own keychain opens the book as well.
    pub keychain: bool,
    /// Where safety copies are kept.
    pub copies: CopiesKept,
}
