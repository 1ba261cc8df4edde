import Foundation
import Kernel

/// Who applies in which round, with what.
package struct Entry: Codable, Hashable, Sendable {
    package let round: UUID
    /// The person in the register.
    package let person: UUID
    package private(set) var particulars: Particulars
    /// Whether the person has confirmed the data; nil for what was entered before that was asked.
    package private(set) var confirmation: DataConfirmation?
    /// The files that prove clauses; nil for what was entered before files were taken, and where they are left as they are.
    package private(set) var evidence: [ClauseEvidence]?

    /// An entry of a person in a round.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - person: The person in the register.
    ///   - particulars: What is said of the work.
    ///   - confirmation: Whether the person has confirmed it; nil to leave that to the day the particulars name.
    ///   - evidence: The files that prove clauses; nil to leave those there are.
    package init(
        round: UUID,
        person: UUID,
        particulars: Particulars,
        confirmation: DataConfirmation? = nil,
        evidence: [ClauseEvidence]? = nil
    ) {
        self.round = round
        self.person = person
        self.particulars = particulars
        self.confirmation = confirmation
        self.evidence = evidence
    }

    /// Whether the person has confirmed the data as they stand.
    ///
    /// Of what was entered before it was kept, the day the form names counts as the record of the signed paper.
    package var isConfirmed: Bool { confirmation?.isGiven ?? (particulars.confirmedOn != nil) }

    /// This entry with what was handed in again; the same where nothing differs.
    ///
    /// What was confirmed and is now otherwise has to be confirmed anew: a paper signed on a day the old entry had named already
    /// was signed for the old data.
    func revised(by new: Entry) -> Entry {
        var revised = new
        revised.evidence = new.evidence ?? evidence
        let isSame = ConfirmedData(particulars) == ConfirmedData(new.particulars)
        let isOldPaper = new.particulars.confirmedOn == particulars.confirmedOn
        switch new.confirmation {
        case .byPerson?: if isSame, isConfirmed { revised.confirmation = confirmation }
        case .onPaper?, .awaited?, nil:
            guard isOldPaper || new.confirmation?.isGiven != true else { break }
            revised.confirmation = isSame ? confirmation : .awaited
        }
        return revised
    }

    /// This entry as the person confirmed it.
    func confirmed(_ confirmation: DataConfirmation) -> Entry {
        var entry = self
        entry.confirmation = confirmation
        return entry
    }

    /// This entry with other files.
    func proven(by evidence: [ClauseEvidence]) -> Entry {
        var entry = self
        entry.evidence = evidence
        return entry
    }
}

/// What a person confirms besides name and document, which the person register keeps and nobody changes by an application.
struct ConfirmedData: Hashable {
    let occupation: Occupation
    let prior: PriorCertificate
    let posts: SeniorPosts
    let hiredOn: LocalDate?

    /// The data of an application that are confirmed.
    init(_ particulars: Particulars) {
        occupation = particulars.occupation
        prior = particulars.prior
        posts = particulars.seniorPosts
        hiredOn = particulars.hiredOn
    }
}
