import CertificateDomain
import Foundation
import Kernel

/// To whom a certificate was handed over when.
struct HandOverBody: Decodable {
    static let longest = 100

    let on: LocalDate
    /// The holder where it does not say.
    let receiver: String?
    /// On what ground somebody else receives it, as 委托书; needed where the receiver is not the holder.
    let onBehalf: String?
    let form: HandOver.Delivery.Form

    /// What it says, every problem at once.
    ///
    /// - Throws: `InvalidInput`.
    func delivery(
        of certificate: UUID,
        to holder: String,
        creditCode: String,
        by account: String
    ) throws -> HandOver.Delivery {
        let receiver = receiver?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        let ground = onBehalf?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        var problems = [("receiver", receiver), ("onBehalf", ground)].compactMap { field, text -> FieldProblem? in
            text.count <= Self.longest
                ? nil
                : FieldProblem(
                    field: field,
                    code: "certificate.hand-over-too-long",
                    arguments: ["limit": String(Self.longest)]
                )
        }
        let isHolder = receiver.isEmpty || HolderName(receiver) == HolderName(holder)
        if !isHolder, ground.isEmpty {
            problems.append(FieldProblem(field: "onBehalf", code: "certificate.hand-over-ground-missing"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return HandOver.Delivery(
            certificate: certificate,
            creditCode: creditCode,
            on: on,
            receiver: receiver.isEmpty ? holder : receiver,
            onBehalf: ground.isEmpty ? nil : ground,
            form: form,
            by: account
        )
    }
}
