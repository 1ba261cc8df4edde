import CompensationDomain
import Foundation
import Kernel

/// A month of some persons as an enterprise attests it.
struct AttestationBody: Decodable {
    let creditCode: String
    let month: Month
    let signer: Signer
    /// Why what was attested otherwise is corrected; missing where nothing is.
    let correction: String?
    let items: [Item]

    struct Signer: Decodable {
        let name: String
        let position: String
    }

    struct Item: Decodable {
        let appointment: UUID
        let standing: Attestation.Standing
        let band: String
        let reason: String?

        /// The line, its texts without spaces around them.
        var line: AttestationLine {
            AttestationLine(
                appointment: appointment,
                standing: standing,
                band: band.trimmingCharacters(in: .whitespacesAndNewlines),
                reason: reason.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.flatMap {
                    $0.isEmpty ? nil : $0
                }
            )
        }
    }

    /// Whose month it is and who signs it, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func heading(creditCode: String, account: String) throws -> AttestMonth.Heading {
        if !(1...AttestMonth.mostLines).contains(items.count) {
            throw InvalidInput(
                field: "items",
                code: "compensation.lines",
                arguments: ["most": String(AttestMonth.mostLines)]
            )
        }
        return try AttestMonth.Heading(
            creditCode: creditCode,
            month: month,
            signer: signer.name,
            position: signer.position,
            account: account,
            correction: correction
        )
    }
}

extension AttestMonth.Heading {
    /// A heading as people write it, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    init(
        creditCode: String,
        month: Month,
        signer name: String,
        position: String,
        account: String,
        correction: String?
    ) throws {
        var checks = Checks()
        let signer = Attestation.Signer(
            name: checks.personName(name, "signer.name"),
            position: checks.plain(position, "signer.position", upTo: 60),
            account: account
        )
        let reason = correction.flatMap { $0.isEmpty ? nil : checks.plain($0, "correction") }
        try checks.finish()
        self.init(creditCode: creditCode, month: month, signer: signer, correction: reason)
    }
}
