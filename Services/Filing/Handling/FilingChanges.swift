import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// One step of a filing, as those are told who come too late with another.
struct FilingChange: Hashable, Sendable {
    /// On whose side it was taken.
    enum Side: String, Codable, Sendable {
        case enterprise, authority, system
    }

    let version: Int
    let side: Side
    /// The name of the event.
    let kind: String
    /// The parts of the papers that changed, or the number of the request answered.
    let parts: [String]
    let at: Date
}

/// An event of a filing that can be told in few words.
protocol ToldEvent {
    /// The name of the event.
    var kind: String { get }
    /// The parts of the papers that changed.
    var parts: [String] { get }
}

/// The steps of filings, version by version.
struct FilingChanges: Sendable {
    /// Notes what was decided about a filing.
    func note<Filing: Decider>(
        _ filing: Stored<Filing>,
        by side: FilingChange.Side,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws where Filing.Event: ToldEvent {
        try note([filing], by: side, because: cause, in: tx)
    }

    /// Notes what was decided about some filings, in one statement.
    func note<Filing: Decider>(
        _ filings: [Stored<Filing>],
        by side: FilingChange.Side,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws where Filing.Event: ToldEvent {
        let steps = filings.flatMap { filing in
            filing.events.enumerated().map { (filing.id, filing.version + $0.offset + 1, $0.element) }
        }
        guard !steps.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO filing_change (filing, version, side, kind, parts, at)
            SELECT filing, version, \(side.rawValue), kind, string_to_array(parts, ','), \(cause.now)
            FROM unnest(
                \(steps.map(\.0))::uuid[], \(steps.map(\.1))::int[], \(steps.map(\.2.kind))::text[],
                \(steps.map { $0.2.parts.joined(separator: ",") })::text[]
            ) AS new (filing, version, kind, parts)
            """
        )
    }

    /// The steps of a filing after a version, in order.
    func load(_ filing: UUID, after version: Int = 0, in tx: borrowing Transaction) throws -> [FilingChange] {
        try tx.query(
            """
            SELECT version, side, kind, array_to_string(parts, ',') AS parts, at FROM filing_change
            WHERE filing = \(filing) AND version > \(version) ORDER BY version
            """
        ).map { row in
            let parts: String = try row["parts"]
            return FilingChange(
                version: try row["version"],
                side: FilingChange.Side(rawValue: try row["side"]) ?? .system,
                kind: try row["kind"],
                parts: parts.isEmpty ? [] : parts.split(separator: ",").map(String.init),
                at: try row["at"]
            )
        }
    }

    /// Refuses somebody who looked at another version of a filing than there is, and tells what changed since.
    ///
    /// - Throws: ``ChangedMeanwhile``.
    func expect<Filing: Decider>(
        _ version: Int,
        of filing: Stored<Filing>,
        in tx: borrowing Transaction
    ) throws {
        guard version != filing.version else { return }
        throw ChangedMeanwhile(
            seen: version,
            actual: filing.version,
            changes: version < filing.version ? try load(filing.id, after: version, in: tx) : []
        )
    }
}

/// Somebody else was faster; what they did is told.
struct ChangedMeanwhile: Rejection, Hashable {
    let seen: Int
    let actual: Int
    let changes: [FilingChange]

    var code: String { "filing.changed-meanwhile" }

    var arguments: [String: String] {
        [
            "seen": String(seen), "actual": String(actual),
            "changes": changes.isEmpty ? "内容已更新" : changes.map(\.chinese).joined(separator: ";"),
            "names": changes.isEmpty ? "updated" : changes.map(\.inShort).joined(separator: "; "),
        ]
    }
}

extension FilingChange {
    /// The step in a sentence: 企业于2026年9月1日修改了经费、制度.
    var chinese: String {
        let side =
            switch self.side {
            case .enterprise: "企业"
            case .authority: "备案机构"
            case .system: "系统"
            }
        return "\(side)于\(LocalDate(in: at).chinese)\(what)"
    }

    var inShort: String { parts.isEmpty ? "\(side) \(kind)" : "\(side) \(kind) (\(parts.joined(separator: ", ")))" }

    private var what: String {
        switch kind {
        case "drafted": "建立了草稿"
        case "revised": parts.isEmpty ? "修改了申请" : "修改了\(partsInChinese)"
        case "workPlanReplaced": "修改了工作方案\(partsInChinese.isEmpty ? "" : "(\(partsInChinese))")"
        case "submitted": "提交了备案"
        case "correctionsRequested": "一次性告知了补正事项"
        case "answered": "答复了第\(parts.joined(separator: "、"))项补正"
        case "resubmitted": "补正后重新提交"
        case "accepted", "entered": "予以备案"
        case "refused": "作出不予备案决定"
        case "withdrawn": "撤回了备案"
        default: "更新了备案"
        }
    }

    private var partsInChinese: String {
        parts.map { GeneralPart(rawValue: $0)?.chinese ?? WorkPlanPart(rawValue: $0)?.chinese ?? Self.words[$0] ?? $0 }
            .joined(separator: "、")
    }

    private static let words = ["application": "申请表", "reason": "变更理由", "plan": "工作方案"]
}

extension GeneralFiling.Event: ToldEvent {
    var kind: String {
        switch self {
        case .drafted: "drafted"
        case .revised: "revised"
        case .submitted: "submitted"
        case .correctionsRequested: "correctionsRequested"
        case .answered: "answered"
        case .resubmitted: "resubmitted"
        case .accepted: "accepted"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .entered: "entered"
        }
    }

    var parts: [String] {
        switch self {
        case .revised(_, let parts): parts.map(\.rawValue)
        case .answered(let answer): [String(answer.number)]
        case .drafted, .submitted, .correctionsRequested, .resubmitted, .accepted, .refused, .withdrawn, .entered: []
        }
    }
}

extension SpecialFiling.Event: ToldEvent {
    var kind: String {
        switch self {
        case .drafted: "drafted"
        case .workPlanReplaced: "workPlanReplaced"
        case .revised: "revised"
        case .submitted: "submitted"
        case .correctionsRequested: "correctionsRequested"
        case .answered: "answered"
        case .resubmitted: "resubmitted"
        case .accepted: "accepted"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        }
    }

    var parts: [String] {
        switch self {
        case .revised(_, _, let parts): parts.map(\.rawValue)
        case .answered(let answer): [String(answer.number)]
        case .workPlanReplaced(_, let parts): parts.map(\.rawValue)
        case .drafted, .submitted, .correctionsRequested, .resubmitted, .accepted, .refused, .withdrawn: []
        }
    }
}

extension WorkPlanChange.Event: ToldEvent {
    var kind: String {
        switch self {
        case .drafted: "drafted"
        case .revised: "revised"
        case .submitted: "submitted"
        case .accepted: "accepted"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        }
    }

    var parts: [String] {
        switch self {
        case .revised: ["plan", "reason"]
        case .drafted, .submitted, .accepted, .refused, .withdrawn: []
        }
    }
}
