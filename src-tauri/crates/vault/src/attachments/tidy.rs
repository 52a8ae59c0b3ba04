//! Taking files off the disk that no record needs any more.

use std::collections::BTreeSet;
use std::time::SystemTime;

use chrono::{DateTime, Duration, Utc};

use super::stored_files;
use crate::files::{FileStore, StoredName};
use crate::store::{Answer, Named, Stored, Vault, all, one};

/// How long a removal can be taken back.
const UNDO_DAYS: i64 = 30;

pub(super) fn tidy(vault: &mut Vault) -> Answer<()> {
    let store = FileStore::of(vault.book());
    if store.list()?.is_empty() && stored_files(vault.read())?.is_empty() {
        // A book without files asks no clock: the sample's goes on at every look.
        return erase_listed(vault, &store);
    }
    let before = vault.now() - Duration::days(UNDO_DAYS);
    erase_removed(vault, before)?;
    erase_listed(vault, &store)?;
    sweep(vault, &store, before)
}

/// Erases what was removed so long ago. Asked first: an opening that changes nothing writes nothing.
fn erase_removed(vault: &mut Vault, before: DateTime<Utc>) -> Answer<()> {
    let values: Named<'_> = &[(":before", &Stored::from(before))];
    if !one(vault.read(), include_str!("is_removed.sql"), values, |row| row.get::<_, bool>(0))? {
        return Ok(());
    }
    vault.write(|tx| tx.run(include_str!("erase_removed.sql"), values).map(drop))
}

/// Takes the files of erased records off the disk, and off the list after that: a crash in between does it again.
fn erase_listed(vault: &mut Vault, store: &FileStore) -> Answer<()> {
    let names: Vec<String> = all(vault.read(), include_str!("to_erase.sql"), &[], |row| row.get(0))?;
    let named: Vec<StoredName> = names.iter().filter_map(|name| name.parse().ok()).collect();
    store.erase(&named)?;
    if names.is_empty() {
        return Ok(());
    }
    vault.write(|tx| {
        names.iter().try_for_each(|name| tx.run(include_str!("erased.sql"), &[(":stored_name", name)]).map(drop))
    })
}

/// Takes files off the disk that no record knows: a crash came between file and record. A young one is left alone,
/// because a record may be missing for another reason, as when a damaged log was cut.
fn sweep(vault: &Vault, store: &FileStore, before: DateTime<Utc>) -> Answer<()> {
    let known: BTreeSet<StoredName> = stored_files(vault.read())?.into_iter().map(|stored| stored.name).collect();
    let before = SystemTime::from(before);
    let unknown = store.list()?.into_iter().filter(|(name, written)| !known.contains(name) && *written < before);
    store.erase(&unknown.map(|(name, _)| name).collect::<Vec<_>>())
}
