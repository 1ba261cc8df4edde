import FilingDomain
import Foundation
import Kernel

/// The body of a refusal.
struct RefusalBody: Decodable {
    let reasons: [String]?

    /// The reasons, at least one.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> [String] {
        var check = Check()
        let reasons = check.list(reasons, "reasons").enumerated().map { index, reason in
            check.text(reason, "reasons[\(index)]", most: 1000)
        }
        try check.done()
        return reasons
    }
}

/// The body of a correction told once.
struct CorrectionsBody: Decodable {
    let requests: [RequestBody]?

    struct RequestBody: Decodable {
        let place: String?
        let reason: String?
    }

    /// What is to be corrected, at least one thing.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> [Deficiency] {
        var check = Check()
        let requests = check.list(requests, "requests").enumerated().map { index, request in
            let wrong = Deficiency(
                place: check.text(request.place, "requests[\(index)].place"),
                reason: check.text(request.reason, "requests[\(index)].reason", most: 1000)
            )
            if wrong.isAboutConsultation { check.problem("requests[\(index)].place", "filing.consultation-place") }
            return wrong
        }
        try check.done()
        return requests
    }
}

/// The body of an answer to one request.
struct CorrectionAnswerBody: Decodable {
    let text: String?

    /// What was done about it.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String {
        var check = Check()
        let text = check.text(text, "text", most: 2000)
        try check.done()
        return text
    }
}

/// The body of a withdrawal.
struct WithdrawalBody: Decodable {
    let reason: String?

    /// The reason, empty where none is given.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String {
        var check = Check()
        let reason = check.optional(reason, "reason", most: 1000)
        try check.done()
        return reason
    }
}

/// The body of `POST /handlings/{id}/handover`.
struct HandlingHandoverBody: Decodable {
    let to: OfficerBody?
    let reason: String?

    struct OfficerBody: Decodable {
        let id: String?
        let name: String?
    }

    /// The officer it goes to, and why.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (Officer, String) {
        var check = Check()
        let officer = Officer(
            id: check.text(to?.id, "to.id", most: 100),
            name: check.plain(to?.name, "to.name", most: 60)
        )
        let reason = check.text(reason, "reason", most: 1000)
        try check.done()
        return (officer, reason)
    }
}

/// The body of `POST /interests`.
struct InterestBody: Decodable {
    let enterprise: String?
    let reason: String?

    /// The enterprise and the reason.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (UUID, String) {
        var check = Check()
        let enterprise = check.id(enterprise, "enterprise")
        let reason = check.text(reason, "reason", most: 1000)
        return (try check.done(enterprise), reason)
    }
}

/// The body of `POST /interests/{id}/ending`.
struct InterestEndBody: Decodable {
    let reason: String?

    /// Why there is no interest any more.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String {
        var check = Check()
        let reason = check.text(reason, "reason", most: 1000)
        try check.done()
        return reason
    }
}
