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
    /// The accounts that entered it or changed what it says, in order; nil for what was entered before that was kept.
    package private(set) var enteredBy: [String]?

    /// An entry of a person in a round.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - person: The person in the register.
    ///   - particulars: What is said of the work.
    ///   - confirmation: Whether the person has confirmed it; nil to leave that to the day the particulars name.
    ///   - evidence: The files that prove clauses; nil to leave those there are.
    ///   - account: Who enters it; nil where that is not known.
    package init(
        round: UUID,
        person: UUID,
        particulars: Particulars,
        confirmation: DataConfirmation? = nil,
        evidence: [ClauseEvidence]? = nil,
        by account: String? = nil
    ) {
        self.round = round
        self.person = person
        self.particulars = particulars
        self.confirmation = confirmation
        self.evidence = evidence
        enteredBy = account.map { [$0] }
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
        revised.enteredBy = enteredBy
        let isSame = ConfirmedData(particulars) == ConfirmedData(new.particulars)
        let isOldPaper = new.particulars.confirmedOn == particulars.confirmedOn
        switch new.confirmation {
        case .byPerson?: if isSame, isConfirmed { revised.confirmation = confirmation }
        case .onPaper?, .paperAwaited?, .awaited?, nil:
            if takes(new.confirmation, isSame: isSame, isOldPaper: isOldPaper) { break }
            revised.confirmation = isSame ? confirmation : .awaited
        }
        if revised != self { revised.enteredBy = writers(and: new.enteredBy ?? []) }
        return revised
    }

    /// Whether what is said of a signed paper takes the place of what was said before.
    private func takes(_ word: DataConfirmation?, isSame: Bool, isOldPaper: Bool) -> Bool {
        switch word {
        // A paper that was missing was shown for nothing before.
        case .onPaper?: !isOldPaper || confirmation?.awaitsPaper == true
        case .paperAwaited?: !isOldPaper && !(isSame && isConfirmed)
        case .byPerson?, .awaited?, nil: false
        }
    }

    /// Whether an account entered it, or changed what it says.
    func isEntered(by account: String) -> Bool { enteredBy?.contains(account) == true }

    private func writers(and others: [String]) -> [String]? {
        let known = enteredBy ?? []
        let all = known + others.filter { !known.contains($0) }
        return all.isEmpty ? nil : all
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
