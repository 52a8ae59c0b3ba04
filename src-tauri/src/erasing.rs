//! A client is erased for good. What that means is said first; then they go from the book, from what lies beside it and,
//! if the coach wants, from the safety copies. No copy is made before: it would hold them (`decisions/0012`).

use coachbook_core::ClientId;
use coachbook_vault::{
    BookId, CopyPlan, Vault, forget_copies_before, forget_earlier_states, has_earlier_states, safety_copies_in,
};

use crate::{
    copies::folder,
    papers,
    state::{Desk, off_the_main_thread},
    wire::{
        CommandError,
        erasing::{CopiesHolding, Erased, ErasureChoice, ErasureSheet},
    },
};

/// Says what goes and what stays.
pub(crate) async fn sheet(desk: &Desk, client: ClientId) -> Result<ErasureSheet, CommandError> {
    let (mut sheet, book) = desk.with(move |vault| Ok((in_book(vault, client)?, vault.book().id()))).await?;
    let copying = desk.copying();
    sheet.copies = off_the_main_thread(move || copying.plan(book).map(|plan| holding(&plan, book))).await?;
    Ok(sheet)
}

fn in_book(vault: &mut Vault, id: ClientId) -> Result<ErasureSheet, CommandError> {
    let client = vault.clients().get(id)?;
    let hours = papers::stays_in_log(vault, id)?;
    Ok(ErasureSheet {
        being_met: vault.clients().is_being_met(id)?,
        minutes_kept: hours.map(|sum| u64::from(sum.paid_minutes) + u64::from(sum.pro_bono_minutes)),
        earlier_states: has_earlier_states(vault.book())?,
        ..ErasureSheet::of(vault.clients().holdings(id)?, client.pseudonym)
    })
}

fn holding(plan: &CopyPlan, book: BookId) -> CopiesHolding {
    let there = safety_copies_in(&plan.folder, book);
    let reachable = there.is_ok();
    let (by_hand, made): (Vec<_>, Vec<_>) =
        there.unwrap_or_default().into_iter().partition(|path| path.parent() == Some(plan.folder.as_path()));
    CopiesHolding { folder: plan.folder.display().to_string(), reachable, made: made.len(), by_hand: by_hand.len() }
}

/// Erases a client whom the coach has named. Afterwards a safety copy without them is made, where copies are made.
pub(crate) async fn erase(
    desk: &Desk,
    client: ClientId,
    named: String,
    choice: ErasureChoice,
) -> Result<Erased, CommandError> {
    let copying = desk.copying();
    let erased = desk
        .with(move |vault| {
            // A copy that ends later would be one made after, and hold them.
            copying.must_be_done()?;
            from_book(vault, client, &named, choice)
        })
        .await?;
    desk.clear_shelf();
    let (copied, copies_left) = copied_without(desk, choice.earlier_copies).await;
    Ok(Erased { copied, copies_left, ..erased })
}

fn from_book(vault: &mut Vault, id: ClientId, named: &str, choice: ErasureChoice) -> Result<Erased, CommandError> {
    if !vault.clients().get(id)?.is_called(named) {
        return Err(CommandError::new(
            "other_name",
            "That is not the name of this client.",
            "Type the name as it stands above the field. Nothing was erased.",
        ));
    }
    let hours = papers::stays_in_log(vault, id)?;
    let cleared = vault.clients().erase(id, hours.as_ref())?.is_none();
    // From here on they are gone: what fails is told, and nothing is taken back.
    if choice.earlier_states {
        let _ = forget_earlier_states(vault.book());
    }
    let earlier_left = has_earlier_states(vault.book()).unwrap_or(true);
    Ok(Erased { cleared, copied: None, copies_left: None, earlier_left })
}

/// Makes a copy in which they are not, and lets go of those from before if that is wanted. Says how many are left.
async fn copied_without(desk: &Desk, forgets: bool) -> (Option<bool>, Option<usize>) {
    let Ok(book) = folder::open_book(desk).await else { return (Some(false), None) };
    if desk.copying().plan(book).is_none() {
        return (None, None);
    }
    let copied = folder::now(desk).await.is_ok();
    let copying = desk.copying();
    let left = desk
        .with(move |vault| {
            let Some(plan) = copying.plan(book) else { return Ok(None) };
            if let (true, true, Some(last)) = (forgets, copied, plan.last) {
                // What could not be deleted is counted below.
                let _ = forget_copies_before(vault.book(), &plan.folder, last.sequence);
            }
            let there = safety_copies_in(&plan.folder, book).ok();
            Ok(there.map(|there| there.len().saturating_sub(usize::from(copied))))
        })
        .await;
    (Some(copied), left.ok().flatten())
}

#[cfg(test)]
mod tests {
    use coachbook_core::{
        client::ClientDraft,
        consent::{Consent, ConsentDecision, ConsentMethod, ConsentPurpose},
        engagement::{EngagementDraft, FundedBy},
        session::SessionRow,
    };
    use coachbook_testkit::{TestBook, TestClock};
    use coachbook_vault::StartFrom;

    use super::*;

    const NONE: ErasureChoice = ErasureChoice { earlier_states: false, earlier_copies: false };

    /// Zofia, who met the coach for fifty minutes and said whether she may be listed.
    fn zofia(clock: &TestClock, vault: &mut Vault, decision: ConsentDecision) -> ClientId {
        let draft = ClientDraft { email: Some("zofia@mail.example".to_owned()), ..ClientDraft::named("Zofia Nowak") };
        let client = vault.clients().save(None, None, &draft).unwrap().id;
        let paid = EngagementDraft { funded_by: Some(FundedBy::SelfPaid), ..Default::default() };
        let engagement = vault.engagements().save(client, None, None, &paid).unwrap().id;
        let session = vault.sessions().start(StartFrom::Engagement(engagement), chrono_tz::UTC, 60).unwrap().session.id;
        let consent = Consent::answered(ConsentPurpose::ListInHoursLog, decision, ConsentMethod::Written);
        vault.sessions().save_row(session, &SessionRow::Consent(consent)).unwrap();
        clock.set("2026-03-04T09:50:00Z");
        vault.sessions().end(session).unwrap();
        vault.sessions().finish(session).unwrap();
        client
    }

    fn log(vault: &mut Vault) -> String {
        String::from_utf8(papers::hours_csv(vault, None, None).unwrap().1).unwrap()
    }

    #[test]
    fn of_who_agreed_one_line_without_a_name_stays_in_the_log_and_of_others_nothing() {
        for (decision, stays) in [(ConsentDecision::Granted, true), (ConsentDecision::Refused, false)] {
            let clock = TestClock::showing("2026-03-04T09:00:00Z");
            let (_place, mut vault) = TestBook::new(&clock);
            let client = zofia(&clock, &mut vault, decision);
            let before = log(&mut vault);
            assert_eq!(before.contains("Zofia Nowak"), stays, "control: {before}");
            assert_eq!(in_book(&mut vault, client).unwrap().minutes_kept, stays.then_some(50));
            from_book(&mut vault, client, "zofia", NONE).unwrap();
            let after = log(&mut vault);
            let unnamed = before.replace("Zofia Nowak", "Client 001").replace("zofia@mail.example", "");
            let expected = unnamed.replace(",Clients left off,,,,,,1,\r\n", "");
            assert_eq!(after, expected);
            assert_eq!(after.contains("Client 001"), stays, "{after}");
        }
    }

    #[test]
    fn another_name_erases_nobody() {
        let clock = TestClock::showing("2026-03-04T09:00:00Z");
        let (_place, mut vault) = TestBook::new(&clock);
        let client = zofia(&clock, &mut vault, ConsentDecision::Refused);
        for named in ["", "Zo", "Nowak", "Client 001"] {
            let refused = from_book(&mut vault, client, named, NONE).err().map(|error| error.code);
            assert_eq!(refused.as_deref(), Some("other_name"), "{named}");
        }
        assert!(vault.clients().get(client).is_ok());
        assert!(from_book(&mut vault, client, "Zofia Nowak", NONE).unwrap().cleared);
        assert_eq!(in_book(&mut vault, client).err().map(|error| error.code).as_deref(), Some("not_found"));
    }
}
