import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

/// Why an application is taken back.
struct WithdrawalBody: Decodable {
    let reason: String?

    /// The reason; human resources has to give one, for it is another's application.
    ///
    /// - Throws: `InvalidInput`.
    func checked(for role: Role) throws -> String? {
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            guard role == .employee else { throw InvalidInput(field: "reason", code: "evaluation.field-missing") }
            return nil
        }
        guard reason.count <= 500 else {
            throw InvalidInput(field: "reason", code: "evaluation.text-too-long", arguments: ["most": "500"])
        }
        try ShownText.check(reason, field: "reason")
        return reason
    }
}

/// The paper on which a person confirmed the own data.
struct SignedPaperBody: Decodable {
    let signedOn: LocalDate
    /// The attachment.
    let paper: UUID
}

/// What somebody asks about eligibility.
struct EligibilityQuestion: Decodable {
    /// The round whose plan counts; missing for the notice as it stands.
    let round: UUID?
    /// The day years are reckoned to, without a round; missing for today.
    let referenceDate: LocalDate?
    /// The members of an application form, as many as are known.
    let form: [String: String]
}

/// An application that waits for the person's word.
struct UnconfirmedView: Encodable {
    let application: ID<Application>
    let person: ID<PersonalIdentity>
    let name: String?
    let unit: String
    let workshop: String
    let occupation: String
    /// The day the form names, where the data changed after that.
    let signedBeforeChangeOn: LocalDate?
    /// The day a list named whose signed paper has not come.
    let paperAwaitedOn: LocalDate?
    let version: Int

    init?(_ application: Stored<Application>, names: [UUID: String]) {
        guard let entry = application.state.entry else { return nil }
        self.application = ID(application.id)
        person = ID(entry.person)
        name = names[entry.person]
        unit = entry.particulars.unit
        workshop = entry.particulars.workshop
        occupation = entry.particulars.occupation.name
        let awaitsPaper = entry.confirmation?.awaitsPaper == true
        signedBeforeChangeOn = awaitsPaper ? nil : entry.particulars.confirmedOn
        paperAwaitedOn = awaitsPaper ? entry.particulars.confirmedOn : nil
        version = application.version
    }
}

/// What a person writes and has handed in, the newest first.
struct OwnApplicationsView: Encodable {
    let drafts: [DraftView]
    let applications: [ApplicationView]
}
