import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Postgres

/// What a decision would touch, class by class, and what it would do to each.
struct ExitPreview: Codable, Hashable, Sendable {
    /// A filing the decision would be about.
    struct Filing: Codable, Hashable, Sendable {
        let id: UUID
        let kind: FilingKind
        let standing: TenurePhase
        let validThrough: LocalDate
    }

    /// A class of things with what would become of it.
    struct Class: Codable, Hashable, Sendable {
        let name: Activity.Class
        /// `freeze`, `finish`, `issue`, `stay`, `suspend` or `flag`.
        let fate: String
        let count: Int
        let items: [Activity.Item]
    }

    let filings: [Filing]
    let consequences: Consequences
    let classes: [Class]

    /// SHA-256 of its canonical bytes, in hex.
    var digest: String {
        get throws { Digest.sha256Hex(try WireFormat.encode(self)) }
    }

    /// What is another in a later preview, in words a decision can be refused with; counts and no names.
    func changes(to later: ExitPreview) -> [String] {
        var changes: [String] = []
        if filings != later.filings { changes.append("备案状态或有效期") }
        for (old, new) in zip(classes, later.classes) where old != new {
            changes.append(
                old.count == new.count ? "\(old.name.chinese)内容" : "\(old.name.chinese)\(old.count)→\(new.count)"
            )
        }
        return changes
    }
}

extension Activity.Class {
    /// The class in words.
    var chinese: String {
        switch self {
        case .rounds: "进行中批次"
        case .notices: "在办公示"
        case .unissued: "已核准未颁证人员"
        case .issued: "已颁发证书"
        case .appointments: "在聘人员"
        }
    }
}

extension Consequences {
    /// What becomes of a class, in one word.
    func fate(of class: Activity.Class) -> String {
        switch `class` {
        case .rounds: rounds.rawValue
        case .notices: notices.rawValue
        case .unissued: unissued.rawValue
        case .issued: issued.rawValue
        case .appointments: appointments.rawValue
        }
    }
}

/// Draws up previews, keeps those that were shown, and holds a decision against the one it names.
struct DrawPreview: Sendable {
    let record: ReadRecord

    /// What a decision about a filing would touch now.
    func callAsFunction(
        of filing: UUID,
        _ consequences: Consequences,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> ExitPreview {
        let family = try record.family(of: filing, in: tx)
        let rows = try tx.query(
            """
            SELECT filing, kind, standing, valid_through::text AS through FROM tenure
            WHERE filing = ANY (\(family)) ORDER BY filing
            """
        )
        let filings = try rows.map { row in
            let (kind, standing): (String, String) = (try row["kind"], try row["standing"])
            let through: String = try row["through"]
            return ExitPreview.Filing(
                id: try row["filing"],
                kind: FilingKind(rawValue: kind) ?? .general,
                standing: TenurePhase(rawValue: standing) ?? .inForce,
                validThrough: LocalDate(through) ?? .latest
            )
        }
        let classes = try Activity.Class.allCases.map { name in
            let items = try record.activity.items(name, of: family, on: day, in: tx)
            return ExitPreview.Class(name: name, fate: consequences.fate(of: name), count: items.count, items: items)
        }
        return ExitPreview(filings: filings, consequences: consequences, classes: classes)
    }

    /// Keeps a preview as it was shown.
    func keep(
        _ preview: ExitPreview,
        of exitCase: UUID,
        for officer: Officer,
        at now: Date,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO exit_preview (exit_case, digest, drawn_at, officer, preview)
            VALUES (\(exitCase), \(try preview.digest), \(now), \(officer.name), \(try StateText.of(preview))::text::jsonb)
            ON CONFLICT (exit_case, digest) DO UPDATE SET drawn_at = excluded.drawn_at, officer = excluded.officer
            """
        )
    }

    /// The preview shown last, nil where none was.
    func last(of exitCase: UUID, in tx: borrowing Transaction) throws -> ExitPreview? {
        try tx.query(
            "SELECT preview FROM exit_preview WHERE exit_case = \(exitCase) ORDER BY drawn_at DESC, digest LIMIT 1"
        ).first.map { try $0.json("preview") }
    }

    /// The preview a decision names, if it is still what the decision would do.
    ///
    /// - Throws: ``PreviewUnknown``, ``PreviewStale`` with what is another.
    func current(
        _ digest: String,
        of exitCase: UUID,
        about filing: UUID,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> ExitPreview {
        let rows = try tx.query(
            "SELECT preview FROM exit_preview WHERE exit_case = \(exitCase) AND digest = \(digest)"
        )
        guard let shown: ExitPreview = try rows.first.map({ try $0.json("preview") }) else { throw PreviewUnknown() }
        let now = try self(of: filing, shown.consequences, on: day, in: tx)
        guard try now.digest == digest else { throw PreviewStale(changes: shown.changes(to: now)) }
        return now
    }
}

/// The decision names a preview nobody was shown.
struct PreviewUnknown: Rejection, Hashable {
    var code: String { "filing.preview-unknown" }
}

/// What the decision would do is another now than what its officer was shown.
struct PreviewStale: Rejection, Hashable {
    let changes: [String]

    var code: String { "filing.preview-stale" }
    var arguments: [String: String] { ["changes": changes.joined(separator: "、")] }
}
