import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Metrics
import Postgres

/// Compares both systems, each night and on demand: counts and digests for each enterprise and month, and the persons of
/// those that differ.
struct Reconcile {
    /// The hour of business time from which on the night's comparison is due.
    static let hour = 2

    let store: UploadStore
    let runs = ReconciliationStore()
    let drifts: DriftStore
    let parked = ParkedAnswers()
    let transport: any ProvincialTransport
    let patience: Double

    /// A comparison to be made, with our counts and digests.
    struct Place: Sendable {
        let run: UUID
        let now: Date
        let ours: [ProvinceWire.Group]
    }

    /// What the province has: all groups, and the records of those that differ.
    struct Sight: Sendable {
        let groups: [ProvinceWire.Group]
        let differing: [(creditCode: String, month: String)]
        let records: [ProvinceWire.Kept]
    }

    /// The comparison that is due, where one is: the night's once, and those asked for.
    func choose(at now: Date, in tx: borrowing Transaction) throws -> [Place] {
        let today = LocalDate(in: now)
        if now >= today.start.addingTimeInterval(Double(Self.hour) * 3600) {
            try runs.begin(night: today, at: now, in: tx)
        }
        // Long enough for the narrowing: each group is an exchange of its own.
        guard let claimed = try runs.claim(for: 60 + patience * 20, in: tx) else { return [] }
        return [Place(run: claimed.id, now: claimed.now, ours: try runs.groups(in: tx))]
    }

    /// Asks the province.
    func see(_ place: Place) async -> Heard<Sight> {
        let summary = await transport.summary(at: place.now)
        guard case .answered(let groups) = summary else {
            if case .failed(let trouble) = summary { return .failed(trouble) }
            return .failed(ProvinceTrouble(kind: .unreachable, words: "no summary"))
        }
        let differing = Self.differing(place.ours, groups)
        var records: [ProvinceWire.Kept] = []
        for group in differing {
            switch await transport.records(of: group.creditCode, month: group.month, at: place.now) {
            case .answered(let found): records += found
            case .failed(let trouble): return .failed(trouble)
            }
        }
        return .answered(Sight(groups: groups, differing: differing, records: records))
    }

    /// Notes the differences; what was open and is gone vanishes.
    func note(_ seen: [(place: Place, sight: Heard<Sight>)], at now: Date, in tx: borrowing Transaction) throws {
        let cause = Cause.system("reconciliation", now: now)
        for (place, answer) in seen {
            switch answer {
            case .failed(let trouble):
                try parked.park(trouble, about: "reconciliation", in: tx)
                try runs.fail(place.run, "\(trouble.kind.rawValue): \(trouble.words)", in: tx)
            case .answered(let sight):
                try compare(place, sight, because: cause, in: tx)
            }
        }
    }

    private func compare(
        _ place: Place,
        _ sight: Sight,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let (settled, moving) = try runs.records(of: sight.differing, before: place.now, store, in: tx)
        // What has changed since the comparison began is compared the next time.
        let theirs = sight.records.map(\.compared).filter { !moving.contains($0.upload) }
        let findings = Comparison.findings(ours: settled, theirs: theirs, at: cause.now)
        try drifts.note(findings, because: cause, in: tx)
        let groups = (place.ours + sight.groups).map { (creditCode: $0.creditCode, month: $0.month) }
        let vanished = try drifts.miss(except: findings, in: groups, because: cause, in: tx)
        try runs.end(
            place.run,
            .init(
                groups: Set((place.ours + sight.groups).map { "\($0.creditCode) \($0.month)" }).count,
                differing: sight.differing.count,
                ours: place.ours.reduce(0) { $0 + $1.count },
                theirs: sight.groups.reduce(0) { $0 + $1.count },
                found: findings.count,
                vanished: vanished
            ),
            at: cause.now,
            in: tx
        )
        Gauge(label: "province_drift_open").record(try drifts.open(in: tx))
        Gauge(label: "province_reconciled_timestamp_seconds").record(cause.now.timeIntervalSince1970)
    }

    /// The groups of either side that the other does not have just so.
    static func differing(
        _ ours: [ProvinceWire.Group],
        _ theirs: [ProvinceWire.Group]
    ) -> [(creditCode: String, month: String)] {
        Set(ours).symmetricDifference(theirs)
            .map { "\($0.creditCode) \($0.month)" }
            .reduce(into: Set<String>()) { $0.insert($1) }
            .sorted()
            .map { key in
                let words = key.split(separator: " ").map(String.init)
                return (words.first ?? "", words.last ?? "")
            }
    }
}
