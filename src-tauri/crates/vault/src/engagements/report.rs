//! What a sponsor is told: one text a programme, and the client's approval of it.

use chrono::NaiveDate;
use coachbook_core::{
    EngagementId,
    sponsor::{Approval, SponsorReport},
};

use super::Engagements;
use crate::store::{Answer, Stored, day, maybe};

impl Engagements<'_> {
    /// Returns the report to the sponsor, if one was begun.
    pub fn sponsor_report(&self, id: EngagementId) -> Answer<Option<SponsorReport>> {
        maybe(self.0.read(), include_str!("report/get.sql"), &[(":engagement", &id.0)], |row| {
            let approved = row.get::<_, Option<String>>("approved_text")?;
            let by = row.get::<_, Option<String>>("approved_by")?;
            let on = day(row, "approved_on")?;
            Ok(SponsorReport {
                sponsor: row.get("sponsor")?,
                to: row.get("sponsor_contact")?,
                from: day(row, "covers_from")?,
                until: day(row, "covers_until")?,
                progress: row.get("progress")?,
                approval: approved.zip(by).zip(on).map(|((text, by), on)| Approval { text, by, on }),
            })
        })
    }

    /// Writes the report as it is typed. An approval stays with the words it was given for, and holds for no others.
    pub fn save_sponsor_report(
        &mut self,
        id: EngagementId,
        (from, until): (Option<NaiveDate>, Option<NaiveDate>),
        progress: &str,
    ) -> Answer<()> {
        let (from, until) = (Stored::Day(from), Stored::Day(until));
        self.0.write(|tx| {
            tx.change(
                include_str!("report/save.sql"),
                &[(":engagement", &id.0), (":from", &from), (":until", &until), (":progress", &progress)],
            )
        })
    }

    /// Notes that the client approved the report as it stands.
    pub fn approve_sponsor_report(&mut self, id: EngagementId, by: &str, on: NaiveDate) -> Answer<()> {
        let on = Stored::from(on);
        self.0.write(|tx| {
            tx.change(include_str!("report/approve.sql"), &[(":engagement", &id.0), (":by", &by), (":on", &on)])
        })
    }
}
