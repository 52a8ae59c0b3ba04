//! P3: consent to record a session and to share the recording. Unknown fields are lines to write on.

use chrono::NaiveDate;

use super::agreement::{ClausePart, clause_text};
use super::{begun, filled, finished, heading};
use crate::Doc;
use crate::blocks::{Block, Line, ParaStyle, Signer, answer_or_gap, rich_line, words, words_or_gap};
use crate::paper::PaperSetup;

/// What is asked, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsentPaper {
    /// The client's name.
    pub client_name: Option<String>,
    /// Who asks; the letterhead's coach when not given.
    pub who_asks: Option<String>,
    /// For which session or sessions.
    pub sessions: Option<String>,
    /// What is recorded: *sound only*.
    pub recorded: Option<String>,
    /// The purpose, and only that purpose.
    pub purpose: Option<String>,
    /// Who will hear it.
    pub hearers: Option<String>,
    /// How the client's identity is kept.
    pub client_identity: Option<String>,
    /// How third persons' identity is kept.
    pub third_persons: Option<String>,
    /// The day the recording is deleted.
    pub kept_until: Option<NaiveDate>,
    /// Where to withdraw; when not given, the letterhead's e-mail and telephone, or else a line to write on.
    pub withdrawal: Option<String>,
    /// The coach's own words on refusing and withdrawing, in the place of the usual ones.
    pub refusal: Vec<ClausePart>,
    /// With whom it may be shared, in the second tick.
    pub share_with: Option<String>,
    /// The first tick, where the answer was given another way and is only put on paper.
    pub may_record: bool,
    /// The second tick.
    pub may_share: bool,
}

const TITLE: &str = "Consent to record and to share";
const FREE: &str = "You may refuse, wholly or in part, and the coaching goes on as before. You may withdraw at any \
                    time, without giving a reason, with the slip on the last page or in any other way you like.";

/// The paper as blocks.
pub fn consent(paper: &ConsentPaper, setup: &PaperSetup) -> Doc {
    let mut blocks = begun(TITLE, paper.client_name.clone(), setup);
    let who = filled(paper.who_asks.as_ref()).unwrap_or(&setup.letterhead.coach_name);
    let until = paper.kept_until.map(|date| setup.date(date));
    let asked = [
        ("Who asks", Some(who), "name of the coach"),
        ("For which sessions", filled(paper.sessions.as_ref()), "session or sessions, with dates"),
        ("What is recorded", filled(paper.recorded.as_ref()), "sound, or sound and picture"),
        ("Purpose, and only that", filled(paper.purpose.as_ref()), "what the recording is for"),
        ("Who will hear it", filled(paper.hearers.as_ref()), "names or bodies"),
        ("Your identity", filled(paper.client_identity.as_ref()), "told or not told to those who hear it"),
        ("Third persons", filled(paper.third_persons.as_ref()), "how people who are mentioned are protected"),
        ("Kept until, then deleted", until.as_deref(), "date"),
    ];
    blocks.push(Block::KeyValue(
        asked.into_iter().map(|(name, value, hint)| (name.to_owned(), answer_or_gap(value, hint))).collect(),
    ));
    blocks.push(heading("You may refuse or withdraw"));
    match paper.refusal.as_slice() {
        [] => blocks.push(Block::Para(ParaStyle::Body, words(FREE))),
        own => blocks.extend(clause_text(own)),
    }
    blocks.push(match filled(paper.withdrawal.as_ref()).map(str::to_owned).or_else(|| reach(setup)) {
        Some(how) => Block::Para(ParaStyle::Body, rich_line(&how)),
        None => Block::WriteLine { label: "write to, or call".to_owned(), lines: 1 },
    });
    blocks.push(heading("Your answer"));
    blocks.push(Block::Tick { ticked: paper.may_record, line: words("You may record the session named above.") });
    blocks.push(Block::Tick { ticked: paper.may_share, line: sharing(paper) });
    blocks.push(Block::Keep(vec![Block::Signatures(vec![signer(paper)])]));
    blocks.extend(withdrawal_slip(paper, who));
    finished(TITLE, paper.client_name.as_deref(), blocks, setup)
}

/// Where a withdrawal reaches the coach, as far as the letterhead says.
fn reach(setup: &PaperSetup) -> Option<String> {
    let write = filled(setup.letterhead.email.as_ref()).map(|email| format!("write to {email}"));
    let call = filled(setup.letterhead.phone.as_ref()).map(|phone| format!("call {phone}"));
    let ways: Vec<String> = write.into_iter().chain(call).collect();
    (!ways.is_empty()).then(|| format!("To withdraw, {}.", ways.join(" or ")))
}

fn sharing(paper: &ConsentPaper) -> Line {
    let mut line = words("You may share the recording with ");
    line.extend(words_or_gap(filled(paper.share_with.as_ref()), "with whom"));
    line.extend(words(", for the purpose named above and for nothing else."));
    line
}

fn signer(paper: &ConsentPaper) -> Signer {
    Signer { role: "Client".to_owned(), name: filled(paper.client_name.as_ref()).map(str::to_owned) }
}

fn withdrawal_slip(paper: &ConsentPaper, who: &str) -> Vec<Block> {
    let session = words_or_gap(filled(paper.sessions.as_ref()), "session or sessions, with dates");
    let mut opening: Line = words("I withdraw the consent I gave for ");
    opening.extend(session);
    let tick = |text: &str| Block::Tick { ticked: false, line: words(text) };
    vec![
        Block::PageBreak,
        Block::Title { text: "Withdrawal of consent".to_owned(), under: Some(format!("To {who}")) },
        Block::Para(ParaStyle::Body, opening),
        tick("Recording: do not record me again, and delete the recording."),
        tick("Sharing: do not share the recording any further, and ask those who have it to delete it."),
        Block::Para(
            ParaStyle::Note,
            words("What was done before this slip arrived stays lawful. No reason is needed."),
        ),
        Block::Keep(vec![Block::Signatures(vec![signer(paper)])]),
    ]
}
