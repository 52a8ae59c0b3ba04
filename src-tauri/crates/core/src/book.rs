//! The coach, and what the book remembers about the practice.

/// The coach as named on papers. Everything but the name may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoachProfile {
    /// Name as it stands in agreements.
    pub legal_name: String,
    /// Name of the practice.
    pub business_name: Option<String>,
    /// Postal address, several lines.
    pub address: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Web address.
    pub website: Option<String>,
}

/// How papers and dates look in this book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookSettings {
    /// `A4` or `Letter`.
    pub paper_size: String,
    /// Minutes without a key before the book locks; DESIGN default 10.
    pub idle_lock_minutes: u32,
    /// Day the recovery sheet was confirmed by typing back two groups; none while it waits.
    pub recovery_confirmed: bool,
    /// Whether the window asks the system to stay out of screen sharing while the book is open.
    pub stay_out_of_sharing: bool,
    /// Size of all text in the window, in percent, 100 to 200.
    pub text_size: u32,
    /// Whether letters act bare on a line in wrap-up.
    pub wrap_up_letters: bool,
    /// Keys of a session that the coach chose herself, one `act=key` a line; the window knows the acts.
    pub own_keys: String,
}

impl Default for BookSettings {
    fn default() -> Self {
        Self {
            paper_size: "A4".to_owned(),
            idle_lock_minutes: 10,
            recovery_confirmed: false,
            stay_out_of_sharing: true,
            text_size: 100,
            wrap_up_letters: true,
            own_keys: String::new(),
        }
    }
}
