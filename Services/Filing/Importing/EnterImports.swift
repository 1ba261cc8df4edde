import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Enters lists of existing filings, some filings in each transaction; a filing is entered whole or not at all.
struct EnterImports: Sendable {
    /// Filings looked at in one transaction.
    static let filingsAtOnce = 500
    /// Days for which rows that were refused can be fetched.
    static let keptDays = 30.0

    let store: FilingImportStore
    let lookups: ImportLookups
    let register: RegisterEnterprises
    let enter: EnterGeneralFilings
    let journal: Journal

    /// Enters the next filings of the list that came first.
    ///
    /// - Parameters:
    ///   - now: Business time.
    ///   - tx: The transaction.
    /// - Returns: Whether more is left.
    /// - Throws: What the database throws; then the same filings are looked at again.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard var list = try store.nextRunning(in: tx), let order = list.state.order else { return false }
        let cause = Cause(actor: order.by, now: now, correlation: list.id)
        let layout = try store.layout(of: list.id, in: tx)
        let staged = try store.waiting(of: list.id, filings: Self.filingsAtOnce, in: tx)
        let counties = try lookups.counties(in: tx)
        let filings = Self.filings(of: staged, layout, counties: counties, on: cause.today)
        let outcomes = try outcomes(of: filings, list.id, order, because: cause, in: tx)
        try store.note(outcomes.flatMap(\.rows), of: list.id, in: tx)
        var progress = ImportProgress()
        for outcome in outcomes { progress.count(outcome.kind) }
        try list.handle(.advance(progress, at: now))
        let isOver = list.state.phase != .running
        try store.save(list, forgetAt: isOver ? now.addingTimeInterval(Self.keptDays * 86_400) : nil, in: tx)
        try journal.append(list, of: "filing_import", because: cause, in: tx)
        return true
    }

    /// What became of one filing.
    private struct Outcome {
        let kind: RowOutcome.Kind
        let rows: [RowOutcome]

        init(_ kind: RowOutcome.Kind, _ filing: ImportedFiling, notes: [FieldProblem] = []) {
            self.kind = kind
            rows = filing.outcomes(kind, notes: notes)
        }
    }

    private static func filings(
        of rows: [StagedRow],
        _ layout: ImportLayout,
        counties: [String: String],
        on today: LocalDate
    ) -> [ImportedFiling] {
        let groups = Dictionary(grouping: rows, by: \.filing).sorted { $0.key < $1.key }.map(\.value)
        return groups.compactMap { group in
            group.first.map { first in
                ImportedFiling(
                    group.map { ImportedRow($0, first: first, layout, counties: counties, on: today) }
                )
            }
        }
    }

    private func outcomes(
        of all: [ImportedFiling],
        _ list: UUID,
        _ order: ImportOrder,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        var filings = all
        let known = try lookups.known(of: filings, in: list, store, tx)
        var outcomes: [Int: Outcome] = [:]
        for index in filings.indices where filings[index].isGood {
            if let problem = known.problem(of: filings[index]) { filings[index].refuse(problem) }
        }
        for (index, filing) in filings.enumerated() {
            if !filing.isGood {
                outcomes[index] = Outcome(.refused, filing)
            } else if let here = known.filing(of: filing) {
                outcomes[index] = here.map { Outcome(.differing, filing, notes: [$0]) } ?? Outcome(.unchanged, filing)
            }
        }
        // Those that cannot be entered after all are taken out, and the others entered without them.
        var rest = filings.indices.filter { outcomes[$0] == nil }
        while !rest.isEmpty {
            let refusals = try tx.provisionally { tx in
                let refusals = try enter(rest.map { filings[$0] }, known, order, because: cause, in: tx)
                return (refusals, refusals.isEmpty && !order.isRehearsal)
            }
            for (place, refusal) in refusals {
                filings[rest[place]].refuse(FieldProblem(field: "agencyCode", refusal))
                outcomes[rest[place]] = Outcome(.refused, filings[rest[place]])
            }
            let good = rest.filter { outcomes[$0] == nil }
            if refusals.isEmpty || order.isRehearsal {
                for index in good {
                    outcomes[index] = Outcome(.entered, filings[index], notes: known.notes(on: filings[index]))
                }
                break
            }
            rest = good
        }
        return filings.indices.compactMap { outcomes[$0] }
    }

    /// Registers the enterprises that are new, and enters all filings; those that are told no are named by their places.
    private func enter(
        _ filings: [ImportedFiling],
        _ known: ImportLookups.Known,
        _ order: ImportOrder,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Int: any Rejection] {
        var enterprises = known.enterprises
        var new: [String: RegisterEnterprises.New] = [:]
        for filing in filings {
            guard let particulars = filing.first.particulars, enterprises[particulars.creditCode.text] == nil else {
                continue
            }
            let contact = Contact(
                purpose: .general,
                name: filing.first.contactName,
                telephone: filing.first.contactTelephone
            )
            new[particulars.creditCode.text] = RegisterEnterprises.New(particulars: particulars, contact: contact)
        }
        let sorted = new.sorted { $0.key < $1.key }.map(\.value)
        for (code, enterprise) in try register(sorted, because: cause, in: tx) { enterprises[code] = enterprise.id }
        var places: [Int] = []
        var rows: [ExistingFiling] = []
        for (place, filing) in filings.enumerated() {
            guard let row = Self.existing(filing, enterprises, order) else { continue }
            places.append(place)
            rows.append(row)
        }
        var refusals: [Int: any Rejection] = [:]
        for (place, refusal) in zip(places, try enter(rows, with: order.authority, because: cause, in: tx)) {
            refusals[place] = refusal
        }
        return refusals
    }

    private static func existing(
        _ filing: ImportedFiling,
        _ enterprises: [String: UUID],
        _ order: ImportOrder
    ) -> ExistingFiling? {
        let first = filing.first
        guard let code = first.particulars?.creditCode.text, let enterprise = enterprises[code],
            let agencyCode = first.agencyCode, let term = first.term, let day = first.acceptedOn
        else { return nil }
        return ExistingFiling(
            application: GeneralApplication(
                filer: EnterpriseRef(id: enterprise, creditCode: code),
                occupations: filing.occupations,
                evaluationBody: first.parts[0],
                staff: first.parts[1],
                funding: first.parts[2],
                rules: first.parts[3]
            ),
            agencyCode: agencyCode,
            term: term,
            submittedOn: day,
            acceptedOn: day,
            source: "\(order.fileName) 第\(first.number)行"
        )
    }
}

extension ImportProgress {
    /// Counts one filing more.
    fileprivate mutating func count(_ kind: RowOutcome.Kind) {
        switch kind {
        case .entered: entered += 1
        case .unchanged: unchanged += 1
        case .differing: differing += 1
        case .refused: refused += 1
        }
    }
}
