//! Zofia, who has an engagement, and a session on a March morning in Warsaw.

use chrono_tz::{Europe::Warsaw, Tz};
use coachbook_core::{
    ClientId, EngagementId, SessionId, Uid, client::ClientDraft, engagement::EngagementDraft, note::NoteDraft,
};
use coachbook_testkit::{TestBook, TestClock};
use coachbook_vault::{Kept, Make, StartFrom, Vault};

pub(crate) const ZONE: Tz = Warsaw;

pub(crate) struct Scene {
    pub(crate) clock: TestClock,
    pub(crate) vault: Vault,
    pub(crate) client: ClientId,
    pub(crate) engagement: EngagementId,
    // After the vault, so that the file is closed before its folder goes.
    pub(crate) book: TestBook,
}

impl Scene {
    pub(crate) fn new() -> Self {
        let clock = TestClock::showing("2026-03-04T09:00:00Z");
        let (book, mut vault) = TestBook::new(&clock);
        let client = vault.clients().save(None, None, &ClientDraft::named("Zofia Nowak")).unwrap().id;
        let draft = EngagementDraft { sessions_before: Some(2), planned_sessions: Some(6), ..Default::default() };
        let engagement = vault.engagements().save(client, None, None, &draft).unwrap().id;
        Self { clock, vault, client, engagement, book }
    }

    pub(crate) fn start(&mut self) -> SessionId {
        self.vault.sessions().start(StartFrom::Engagement(self.engagement), ZONE, 60).unwrap().session.id
    }

    pub(crate) fn keep(&mut self, session: SessionId, uid: &str, text: &str, make: Option<Make>) -> Kept {
        let draft = NoteDraft::plain(text, "G", None);
        self.vault.notes().keep(session, &Uid(uid.to_owned()), &draft, Some("line"), make).unwrap()
    }

    /// Drops the vault as a crash would and opens the book again.
    pub(crate) fn crash(self) -> Self {
        let Self { clock, vault, client, engagement, mut book } = self;
        drop(vault);
        let vault = book.open(&clock);
        Self { clock, vault, client, engagement, book }
    }
}
