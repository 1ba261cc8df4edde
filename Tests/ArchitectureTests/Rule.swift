import Foundation
import Testing

/// Something no compiler sees: which files it is about, and what must not stand in them.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    /// Whether a file is one the rule is about.
    let concerns: @Sendable (String) -> Bool
    /// What must not stand in a line of code, as a regular expression.
    let forbids: String
    /// A file that must fail: without it a rule could match nothing for months.
    let canary: SourceFile

    var testDescription: String { name }

    /// The places that break the rule, `path:line`.
    func violations(in files: [SourceFile]) throws -> [String] {
        let pattern = try Regex(forbids)
        return files.filter { concerns($0.path) }.flatMap { file in
            file.code.filter { $0.line.contains(pattern) }.map { "\(file.path):\($0.number) \($0.line)" }
        }
    }
}

extension Rule {
    private static func isDomain(_ path: String) -> Bool {
        path.hasPrefix("Services/") && path.contains("/Domain/")
    }

    /// Where C is wrapped; the last two talk to a scanner's socket and lend bytes to iconv for files in GB18030.
    private static let cWrappers = [
        "Shared/Postgres/", "Shared/AMQP/", "Shared/Executors/", "Shared/Attachments/Scanning/ScannerSocket.swift",
        "Shared/Documents/", "Shared/Spreadsheets/", "Shared/Cryptography/Signing/SM2Key.swift",
        "Shared/Kernel/Text/FileText.swift",
        // An id and a message's headers are read from the bytes they came as, once for every fact there is.
        "Shared/Kernel/Values/UUIDv7.swift", "Shared/Messaging/Envelope.swift",
        "Shared/Messaging/Receiving/Readable.swift",
    ]

    private static func isOurs(_ path: String) -> Bool {
        path.hasPrefix("Services/") || path.hasPrefix("Shared/") && !path.hasPrefix("Shared/TestSupport/")
    }

    static let all: [Rule] = [
        Rule(
            name: "a domain imports Kernel and Foundation's values only",
            concerns: isDomain,
            forbids: #"^\s*(@\w+ )?import (?!Kernel$|Foundation$|struct Foundation\.(Date|UUID)$)"#,
            canary: SourceFile(path: "Services/Filing/Domain/Canary.swift", text: "import Postgres")
        ),
        Rule(
            name: "a domain reads no clock, draws no id, waits for nothing and logs nothing",
            concerns: isDomain,
            forbids: #"\bDate\(\)|\bDate\.now\b|\bUUID\(\)|\bNewID\b|\basync\b|\bawait\b|\bTask\b|\bLogger\b"#,
            canary: SourceFile(path: "Services/Filing/Domain/Canary.swift", text: "let now = Date()")
        ),
        Rule(
            name: "only Postgres knows libpq",
            concerns: { isOurs($0) && !$0.hasPrefix("Shared/Postgres/") },
            forbids: #"\bimport CLibPQ\b"#,
            canary: SourceFile(path: "Shared/Messaging/Canary.swift", text: "import CLibPQ")
        ),
        Rule(
            name: "only AMQP knows librabbitmq",
            concerns: { isOurs($0) && !$0.hasPrefix("Shared/AMQP/") },
            forbids: #"\bimport CRabbitMQ\b"#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "import CRabbitMQ")
        ),
        Rule(
            name: "a service publishes through its outbox: it does not know AMQP",
            concerns: { $0.hasPrefix("Services/") && !$0.hasPrefix("Services/Operator/") },
            forbids: #"\bimport AMQP\b"#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "import AMQP")
        ),
        Rule(
            name: "a service does not import another service",
            concerns: { $0.hasPrefix("Services/") },
            forbids: #"\bimport \w+Service\b"#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "import EvaluationService")
        ),
        Rule(
            name: "what is shared does not import a service",
            concerns: { $0.hasPrefix("Shared/") },
            forbids: #"\bimport \w+(Service|Domain)\b"#,
            canary: SourceFile(path: "Shared/Messaging/Canary.swift", text: "import FilingDomain")
        ),
        Rule(
            name: "nothing crashes on purpose, waits blindly or starts a task nobody waits for",
            concerns: isOurs,
            forbids: #"\btry!|\bfatalError\(|\bas! |\bTask\.detached\b|\bTask \{|\bThread\.sleep\b|\busleep\("#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "Task { await send() }")
        ),
        Rule(
            name: "unsafe lines stand only where C is wrapped or bytes are lent to it",
            concerns: { path in
                isOurs(path)
                    && !cWrappers.contains { path.hasPrefix($0) }
            },
            forbids: #"\bunsafe (?!\w+ in)\w"#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "let it = unsafe pointer.pointee")
        ),
        Rule(
            name: "only the rim reads the real clock",
            concerns: { path in
                path.hasPrefix("Services/")
                    && !["Operator", "SandboxProvince"].contains { path.hasPrefix("Services/\($0)/") }
            },
            forbids: #"\bDate\(\)|\bDate\.now\b"#,
            canary: SourceFile(path: "Services/Filing/Canary.swift", text: "let now = Date.now")
        ),
    ]
}
