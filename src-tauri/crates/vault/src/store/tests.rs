//! What only SQL can show: that triggers hold against SQL that goes around us, and that wiped words are gone.

use std::{env, fs, process};

use chrono::{DateTime, Utc};
use chrono_tz::UTC;
use coachbook_core::{
    NoteId, SessionId, Uid,
    agreement::Clause,
    client::ClientDraft,
    engagement::EngagementDraft,
    giving::{SignatureDraft, SignerRole},
    note::{BeliefStatus, NoteDraft, NoteKind},
    results::Action,
    session::{CheckKey, SessionRow},
};
use rusqlite::Connection;

use super::{Clock, RandomUids, Vault};
use crate::{BookId, BookPlaces, StartFrom, VaultError};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }
}

/// Runs a test on an encrypted book with a client, whose session is running.
fn with_book(name: &str, test: impl FnOnce(&mut Vault, SessionId)) {
    let folder = env::temp_dir().join(format!("coachbook-{name}-{}", process::id()));
    let places = BookPlaces::new(folder.join("data"), folder.join("config"));
    let book = places.create_sample(BookId::from_bytes([1; 16]), "Test").unwrap();
    let mut vault = Vault::new(book, Box::new(Noon), Box::new(RandomUids));
    let client = vault.clients().save(None, None, &ClientDraft::named("Zofia")).unwrap().id;
    let engagement = vault.engagements().save(client, None, None, &EngagementDraft::default()).unwrap().id;
    let session = vault.sessions().start(StartFrom::Engagement(engagement), UTC, 60).unwrap().session.id;
    test(&mut vault, session);
    drop(vault);
    fs::remove_dir_all(folder).unwrap();
}

fn count(sql: &Connection, query: &str) -> i64 {
    sql.query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_issued_agreement_withstands_direct_sql() {
    with_book("issued", |vault, session| {
        let engagement = vault.sessions().frame(session).unwrap().session.engagement_id;
        let clause =
            Clause { key: "own:1".to_owned(), heading: "Role".to_owned(), body: "I coach.".to_owned(), included: true };
        let id = vault.agreements().start(engagement, std::slice::from_ref(&clause)).unwrap().id;
        let attacks = [
            "UPDATE agreement_clause SET body = 'changed'",
            "DELETE FROM agreement_clause",
            "UPDATE agreement_version SET version_no = 9",
            "UPDATE agreement_version SET status = 'draft', issued_at = NULL",
            "UPDATE paper SET pdf = x'00'",
            "DELETE FROM paper",
        ];
        // Control: on the draft the first of them works.
        assert_eq!(vault.read().execute(attacks[0], []).unwrap(), 1);
        let issued = vault.agreements().issue(id, &[clause], b"%PDF").unwrap();
        for attack in attacks {
            assert!(vault.read().execute(attack, []).is_err(), "{attack}");
        }
        assert_eq!(vault.agreements().get(id).unwrap(), issued);
        // Erasing the client takes everything with it, its agreement too.
        vault.read().execute("DELETE FROM client", []).unwrap();
        for table in ["agreement_version", "agreement_clause", "paper", "session", "search_text"] {
            assert_eq!(count(vault.read(), &format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
    });
}

#[test]
fn a_paper_changed_behind_the_book_is_neither_shown_nor_signed() {
    with_book("altered", |vault, session| {
        let engagement = vault.sessions().frame(session).unwrap().session.engagement_id;
        let clause =
            Clause { key: "own:1".to_owned(), heading: "Role".to_owned(), body: "I coach.".to_owned(), included: true };
        let version = vault.agreements().start(engagement, std::slice::from_ref(&clause)).unwrap().id;
        vault.agreements().issue(version, &[clause], b"%PDF").unwrap();
        let paper = vault.papers().of_version(version).unwrap().unwrap();
        let sha256 = vault.papers().get(paper).unwrap().sha256;
        let signature = SignatureDraft {
            role: SignerRole::Client,
            name: "Ana".to_owned(),
            strokes: None,
            place: None,
            signed_on: vault.now().date_naive(),
            zone: "UTC".to_owned(),
            intent: "I agree.".to_owned(),
        };
        assert_eq!(vault.papers().bytes(paper).unwrap(), b"%PDF", "control: whole before");
        vault.read().execute_batch("DROP TRIGGER kept_paper_update; UPDATE paper SET pdf = x'00'").unwrap();
        assert_eq!(vault.papers().bytes(paper), Err(VaultError::PaperAltered));
        assert_eq!(vault.agreements().pdf(version), Err(VaultError::PaperAltered));
        assert_eq!(vault.papers().sign(paper, &sha256, &signature), Err(VaultError::PaperAltered));
        assert_eq!(count(vault.read(), "SELECT count(*) FROM signature"), 0);
    });
}

const NOTE: &str = "SELECT count(*) FROM note WHERE text LIKE '%quokka%'";
const REVISION: &str = "SELECT count(*) FROM note_revision WHERE text LIKE '%quokka%'";
const FOUND: &str = "SELECT count(*) FROM search_text WHERE search_text MATCH 'quok*'";
const INDEXED: &str = "SELECT count(*) FROM search_text_data WHERE instr(block, CAST('quokka' AS BLOB)) > 0";
const EDITOR: &str = "SELECT count(*) FROM draft WHERE text LIKE '%quokka%'";

#[test]
fn words_left_out_are_wiped_when_the_session_is_finished() {
    with_book("left-out", |vault, session| {
        let draft = NoteDraft::plain("about a quokka", "G", None);
        let note = vault.notes().keep(session, &Uid("u".to_owned()), &draft, None, None).unwrap().note.id;
        vault.notes().cut_revision(note).unwrap();
        vault.drafts().save(session, &format!("note:{}", note.0), "a quokka agai").unwrap();
        vault.book().index_lines().unwrap();
        let counts = |vault: &Vault| [NOTE, REVISION, EDITOR, FOUND, INDEXED].map(|query| count(vault.read(), query));
        assert_eq!(counts(vault), [1, 1, 1, 1, 1], "control: before, all of them find it");
        vault.notes().leave_out(note).unwrap();
        assert_eq!(counts(vault), [1, 1, 1, 0, 0], "left out: search forgets at once, the line can come back");
        vault.notes().restore(note).unwrap();
        assert_eq!(counts(vault), [1, 1, 1, 1, 1], "and back it is, in search too");
        vault.notes().leave_out(note).unwrap();
        vault.sessions().finish(session).unwrap();
        assert_eq!(counts(vault), [0; 5]);
    });
}

/// Keeps a line of these words and returns its number.
fn keep(vault: &mut Vault, session: SessionId, uid: &str, text: &str) -> NoteId {
    let draft = NoteDraft::plain(text, "G", None);
    vault.notes().keep(session, &Uid(uid.to_owned()), &draft, None, None).unwrap().note.id
}

#[test]
fn a_search_finds_every_line_once_the_newest_are_in_it() {
    with_book("lines", |vault, session| {
        let found = |vault: &Vault| count(vault.read(), FOUND);
        keep(vault, session, "u-1", "a quokka");
        let changed = keep(vault, session, "u-2", "a wombat");
        let left_out = keep(vault, session, "u-3", "a quokka that was not meant");
        let (_, line) = vault.notes().get(changed).unwrap();
        vault.notes().edit(changed, line.rev, &NoteDraft::plain("a quokka after all", "G", None)).unwrap();
        vault.notes().leave_out(left_out).unwrap();
        assert_eq!(found(vault), 0, "control: keeping a line leaves it out");
        vault.book().index_lines().unwrap();
        assert_eq!(found(vault), 2);
        vault.notes().restore(left_out).unwrap();
        assert_eq!(found(vault), 3, "a line below the mark follows by itself");
        vault.book().index_lines().unwrap();
        keep(vault, session, "u-4", "another quokka");
        vault.book().checkpoint().unwrap();
        assert_eq!(found(vault), 4, "a quiet moment brings it in, and none comes in twice");
        let waiting = keep(vault, session, "u-5", "quokka");
        vault.read().execute("DELETE FROM note WHERE id >= ?1", [waiting.0]).unwrap();
        vault.book().index_lines().unwrap();
        assert_eq!(found(vault), 4, "a row that went before its turn");
        let whole =
            vault.read().execute("INSERT INTO search_text (search_text, rank) VALUES ('integrity-check', 1)", []);
        assert!(whole.is_ok());
    });
}

#[test]
fn the_number_of_a_line_is_never_given_again() {
    with_book("numbers", |vault, session| {
        let first = keep(vault, session, "u-1", "x");
        vault.read().execute("DELETE FROM note", []).unwrap();
        assert!(keep(vault, session, "u-2", "x") > first);
    });
}

#[test]
fn every_kind_of_line_can_be_stored_and_no_other() {
    with_book("kinds", |vault, session| {
        keep(vault, session, "u-1", "x");
        let sql = vault.read();
        for kind in NoteKind::ALL {
            assert_eq!(sql.execute("UPDATE note SET kind = ?1", [kind.key()]), Ok(1), "{}", kind.key());
        }
        for belief in BeliefStatus::ALL {
            assert_eq!(sql.execute("UPDATE note SET belief_status = ?1", [belief.key()]), Ok(1), "{}", belief.key());
        }
        for odd in ["kind = 'odd'", "kind = ''", "belief_status = 'odd'"] {
            assert!(sql.execute(&format!("UPDATE note SET {odd}"), []).is_err(), "{odd}");
        }
    });
}

#[test]
fn a_private_kind_cannot_be_shared_by_sql_either() {
    with_book("private", |vault, session| {
        let draft = NoteDraft::plain("x", "G", None);
        vault.notes().keep(session, &Uid("u".to_owned()), &draft, None, None).unwrap();
        let sql = vault.read();
        assert_eq!(sql.execute("UPDATE note SET visibility = 'shared'", []).unwrap(), 1);
        assert!(sql.execute("UPDATE note SET kind = 'coach_observation'", []).is_err());
    });
}

#[test]
fn a_failed_change_leaves_nothing_behind() {
    with_book("rollback", |vault, session| {
        let before = count(vault.read(), "SELECT rev FROM book_counter");
        let draft = NoteDraft { topic_id: Some(coachbook_core::TopicId(99)), ..NoteDraft::plain("x", "G", None) };
        assert!(vault.notes().keep(session, &Uid("u".to_owned()), &draft, None, None).is_err());
        assert_eq!(count(vault.read(), "SELECT count(*) FROM note"), 0);
        assert_eq!(count(vault.read(), "SELECT rev FROM book_counter"), before);
    });
}

#[test]
fn search_follows_what_the_coach_wrote_and_whom_it_belongs_to() {
    with_book("search", |vault, session| {
        let engagement = vault.sessions().frame(session).unwrap().session.engagement_id;
        vault.sessions().set_reflection(session, Some("a wombat")).unwrap();
        vault.sessions().tick_check(session, CheckKey::RoleRestated, None, Some("wombat yes")).unwrap();
        let action = SessionRow::Action(Action { support: Some("the Wómbat".to_owned()), ..Action::of("Call") });
        vault.sessions().save_row(session, &action).unwrap();
        let clause = |key: &str| Clause {
            key: key.to_owned(),
            heading: "x".to_owned(),
            body: "wombat".to_owned(),
            included: true,
        };
        vault.agreements().start(engagement, &[clause("own:1"), clause("library")]).unwrap();
        let kinds = |vault: &Vault| -> String {
            let query = "SELECT group_concat(kind || client_id, ' ' ORDER BY kind)
                FROM search_text WHERE search_text MATCH 'wombat'";
            vault.read().query_row(query, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(kinds(vault), "action1 check1 clause1 session1");
        let other = vault.clients().save(None, None, &ClientDraft::named("Adam")).unwrap().id;
        let theirs = vault.engagements().save(other, None, None, &EngagementDraft::default()).unwrap().id;
        vault.sessions().move_to_client(session, theirs).unwrap();
        assert_eq!(kinds(vault), "action2 check2 clause1 session2");
        vault.sessions().untick_check(session, CheckKey::RoleRestated).unwrap();
        assert_eq!(kinds(vault), "action2 clause1 session2");
    });
}
