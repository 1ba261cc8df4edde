import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import Synchronization

/// One request, as a route sees it.
package struct Call: Sendable {
    package let caller: Caller
    package let cause: Cause
    /// The body as it came.
    package let bytes: [UInt8]
    /// The body's media type as it came.
    package let contentType: String?
    let parameters: [String: String]
    let queries: [String: String]
    let ifMatch: String?
    let headers: [String: String]
    /// The address the request came from, nil where there is no network; personal data, not to be kept in clear.
    package let source: String?
    let scope: ScopeCheck
    let limiter: RateLimiter
    /// The memory of answers to what a form has sent, by a key of the form's.
    let repeated: @Sendable (String) -> Idempotency

    /// Does something once for a key: sent again, as by a second click, it is answered as it was the first time.
    ///
    /// For forms, whose browser sends no `Idempotency-Key`. The key has to stand for the form that was handed out and for
    /// what was filled in; the answer is kept for seven days, sealed, and only where `act` does not throw.
    package func once(
        _ key: String,
        in tx: borrowing Transaction,
        _ act: () throws -> Answer
    ) throws -> Answer {
        let memory = repeated(key)
        if let before = try memory.answerBefore(in: tx) { return before }
        let answer = try act()
        try memory.store(answer, in: tx)
        return answer
    }

    /// Counts a use of something everybody who knows it can use, like a receipt code, whoever asks and from where.
    ///
    /// - Throws: ``TooManyRequests``.
    package func limit(_ what: String, of key: String, perMinute most: Int) throws {
        try limiter.count("\(what) \(key)", most: most)
    }

    /// The id in the path.
    ///
    /// - Throws: `NotFound` where it is none; what cannot be an id names nothing.
    package func id(_ name: String = "id") throws -> UUID {
        guard let text = parameters[name], let id = UUID(uuidString: text) else { throw NotFound(name) }
        return id
    }

    /// A part of the path.
    package func parameter(_ name: String) -> String { (parameters[name] ?? "").replacing("\0", with: "") }

    /// A query item, or nil where it is missing or empty.
    package func query(_ name: String) -> String? { queries[name]?.replacing("\0", with: "").nonEmpty }

    /// A header by its name in lower case, or nil where it is missing; the token is nobody's business but the dispatcher's.
    package func header(_ name: String) -> String? {
        name == "authorization" ? nil : headers[name]?.replacing("\0", with: "").nonEmpty
    }

    /// The body as a value.
    ///
    /// - Throws: `InvalidInput`, answered 400 with the member that does not fit.
    package func body<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try WireFormat.decode(type, sent: bytes)
    }

    /// The version the caller has seen.
    ///
    /// - Throws: ``VersionRequired`` where `If-Match` is missing or is no version.
    package func expectedVersion() throws -> Int {
        guard let version = ifMatch.flatMap({ Int($0.trimmingCharacters(in: ["\"", " "])) }) else {
            throw VersionRequired()
        }
        return version
    }

    /// Says whose the thing is; refuses a caller of another enterprise.
    ///
    /// - Throws: ``OtherEnterprise``.
    package func require(enterprise creditCode: String) throws { try require(anyEnterprise: [creditCode]) }

    /// Says whose the thing is, where several credit codes stand for them: an enterprise's and those of its units.
    ///
    /// - Throws: ``OtherEnterprise``.
    package func require(anyEnterprise creditCodes: [String]) throws {
        scope.done(.ownEnterprise)
        guard caller.role.isOfEnterprise else { return }
        guard let own = caller.organisation, creditCodes.contains(own) else { throw OtherEnterprise() }
    }

    /// Says in which county the thing is; refuses an officer of another county.
    ///
    /// - Throws: ``OtherCounty``.
    package func require(county: String) throws { try require(anyCounty: [county]) }

    /// Says in which counties the thing is, where it is in several; refuses an officer of none of them.
    ///
    /// - Throws: ``OtherCounty``.
    package func require(anyCounty counties: some Sequence<String>) throws {
        scope.done(.ownCounty)
        guard caller.role.isOfCounty else { return }
        guard let own = caller.county, counties.contains(own) else { throw OtherCounty() }
    }

    /// Which part of the list is asked for.
    package var page: Page {
        Page(
            after: query("after").flatMap(UUID.init(uuidString:)),
            limit: min(200, max(1, query("limit").flatMap(Int.init) ?? 50))
        )
    }
}

/// `If-Match` is missing.
package struct VersionRequired: Rejection {
    package var code: String { "common.version-required" }
}

/// The thing is another enterprise's.
package struct OtherEnterprise: Rejection {
    package var code: String { "common.other-enterprise" }
}

/// The thing is another county's.
package struct OtherCounty: Rejection {
    package var code: String { "common.other-county" }
}

/// Remembers what a route said of whose, and where, the thing is.
final class ScopeCheck: Sendable {
    private let checked = Mutex(Access.Scope.any)

    /// Whether the route said what this caller's right is limited by.
    func covers(_ scope: Access.Scope, for role: Role) -> Bool {
        let said = checked.withLock { $0 }
        let needed = scope.subtracting(said)
        if needed.contains(.ownEnterprise), role.isOfEnterprise { return false }
        return !(needed.contains(.ownCounty) && role.isOfCounty)
    }

    func done(_ scope: Access.Scope) {
        checked.withLock { _ = $0.insert(scope) }
    }
}

extension String {
    /// The text, or nil where there is none.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
