//! Enums that are stored and sent under a fixed key.

/// A key that names no variant, as met in a damaged or newer file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown key for {what}")]
pub struct UnknownKey {
    /// Name of the enum that was asked.
    pub what: &'static str,
}

/// Declares an enum whose variants have one fixed key each, with `key`, `from_key` and `ALL`.
///
/// A macro, because thirty hand-written pairs of matches would drift apart.
macro_rules! keyed_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Returns the key this variant is stored under.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }

            /// Returns the variant stored under `key`.
            ///
            /// # Errors
            /// [`UnknownKey`](crate::UnknownKey) when no variant has that key.
            pub fn from_key(key: &str) -> Result<Self, $crate::UnknownKey> {
                match key {
                    $($key => Ok($name::$variant),)+
                    _ => Err($crate::UnknownKey { what: stringify!($name) }),
                }
            }
        }
    };
}
pub(crate) use keyed_enum;
