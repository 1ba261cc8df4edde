import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The authorities as the filing service last told of them; what the pages and papers name.
///
/// Until it has told, the settings of the city are what holds.
struct AuthorityCopies: Sendable {
    private let authority: AuthorityContact
    private let suggestions: SuggestionContact

    /// Reads the settings that hold until an authority was heard of.
    init(_ environment: ServiceEnvironment) {
        authority = AuthorityContact(environment)
        suggestions = SuggestionContact(environment)
    }

    /// The filing authority and the contact block, as they are on a day.
    struct Contacts {
        let authority: AuthorityContact
        let suggestions: SuggestionContact
    }

    /// Keeps what was told; of several words about one authority the last counts.
    static func keep(_ heard: [Received<AuthorityChanged>], in tx: borrowing Transaction) throws {
        let last = Dictionary(heard.map { ($0.message.kind, $0.message) }) { $1 }.values
        try tx.execute(
            """
            INSERT INTO authority_copy (kind, authority, versions)
            SELECT kind, authority, versions::jsonb FROM unnest(
                \(last.map(\.kind.rawValue))::text[], \(last.map(\.authority))::uuid[],
                \(try last.map { String(decoding: try WireFormat.encode($0.versions), as: UTF8.self) })::text[]
            ) AS told (kind, authority, versions)
            ON CONFLICT (kind) DO UPDATE SET authority = excluded.authority, versions = excluded.versions
            """
        )
    }

    /// What holds on a day: what was heard for it, and else the settings.
    func contacts(on day: LocalDate, in tx: borrowing Transaction) throws -> Contacts {
        var heard: [AuthorityKind: AuthorityVersion] = [:]
        for row in try tx.query("SELECT kind, versions::text AS versions FROM authority_copy") {
            guard let kind = AuthorityKind(rawValue: try row.decode("kind")) else { continue }
            let versions: [AuthorityVersion] = try row.json("versions")
            heard[kind] = versions.last { $0.holds(on: day) }
        }
        return Contacts(
            authority: AuthorityContact(centre: heard[.centre], bureau: heard[.bureau], over: authority),
            suggestions: SuggestionContact(
                bureau: heard[.bureau],
                centre: heard[.centre],
                over: suggestions
            )
        )
    }
}
