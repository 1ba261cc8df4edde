import Contracts
import DatedDocuments
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport

/// What may be laid down in the tests: how long something may take, and what it is called.
enum OrderKind: String, DatedDocumentKind, CaseIterable {
    case period, name

    static let service = "filing"

    var chinese: String {
        switch self {
        case .period: "办理期限"
        case .name: "名称"
        }
    }

    var document: any DatedDocument<OrderKind>.Type {
        switch self {
        case .period: PeriodOrder.self
        case .name: NameOrder.self
        }
    }
}

extension OrderKind: BuiltInKind {
    var builtIn: [UInt8] {
        switch self {
        case .period: Array(#"{"inForceFrom":"2020-12-28","dueDays":10}"#.utf8)
        case .name: Array(#"{"inForceFrom":"2020-12-28","name":"通知"}"#.utf8)
        }
    }
}

struct PeriodOrder: DatedDocument {
    static let kind = OrderKind.period
    let inForceFrom: LocalDate
    let dueDays: Int

    var problems: [FieldProblem] { Self.problems(ofDays: ["dueDays": dueDays]) }
}

struct NameOrder: DatedDocument {
    static let kind = OrderKind.name
    let inForceFrom: LocalDate
    let name: String

    var problems: [FieldProblem] { [] }
}

/// A service that keeps nothing but dated documents.
struct Orders: ServiceDefinition {
    static let name = ServiceName.filing
    /// The table as the services make it that have one.
    static let migrations = [
        Migration(
            "t001_configuration",
            forward: script("v004_configuration"),
            rollback: script("v004_configuration_rollback")
        )
    ]
    static let access = Access([
        "GET /configuration/{kind}": .everyone,
        "POST /configuration/{kind}/check": .only(.bureauOfficer),
        "POST /configuration/{kind}": .only(.bureauOfficer),
    ])
    static let messages = MessageCatalogue([]).including(configurationMessages(of: OrderKind.self))

    let layDown: LayDownConfiguration<OrderKind>
    let subscriptions: [Subscription] = []

    init(_ environment: ServiceEnvironment) throws { layDown = LayDownConfiguration(journal: environment.journal) }

    var routes: [Route] { layDown.routes }

    private static func script(_ name: String) -> [UInt8] {
        Array(((try? Repository.text("Services/Certificate/Migrations/\(name).sql")) ?? "").utf8)
    }
}
