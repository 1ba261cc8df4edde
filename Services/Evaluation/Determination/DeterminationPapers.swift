import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The papers of determinations (获评人员的决定): numbered without a gap, kept as they were issued, printed from what was kept.
struct DeterminationPapers {
    let stores: Stores

    /// Gives the paper of a determination in force its number, the next of the enterprise in the year it bears.
    ///
    /// Whoever takes the next number waits for this transaction; a number that is not kept goes back with the rollback.
    func number(
        _ determination: inout Stored<Determination>,
        _ listing: Listing,
        in tx: borrowing Transaction
    ) throws {
        guard case .inForce(let basis, _, _, let since, nil) = determination.state else { return }
        let bears = try Self.day(of: basis, since: since, rule: listing.determination, in: tx)
        let rows = try tx.query(
            """
            INSERT INTO determination_counter AS old (credit_code, year, last)
            VALUES (\(listing.filing.enterprise.creditCode), \(bears.year), 1)
            ON CONFLICT (credit_code, year) DO UPDATE SET last = old.last + 1
            RETURNING last
            """
        )
        guard let number: Int = try rows.first?.decode("last") else { return }
        try determination.handle(.number(Determination.Paper(year: bears.year, number: number, bears: bears)))
    }

    /// Keeps the paper of a determination that was numbered and saved in this transaction.
    func keep(
        _ determination: Stored<Determination>,
        of list: Stored<ProposedList>,
        in tx: borrowing Transaction
    ) throws {
        guard let paper = determination.state.paper,
            let content = try content(of: determination, list, paper, in: tx)
        else { return }
        try tx.execute(
            """
            INSERT INTO determination_paper (determination, credit_code, year, number, content)
            VALUES (\(determination.id), \(content.creditCode), \(paper.year), \(paper.number),
                \(try StateText.write(content))::jsonb)
            """
        )
    }

    /// Numbers determinations of before papers had numbers, oldest first; true where more may be left.
    func unnumbered(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM determination
            WHERE state ? 'inForce'
                AND NOT EXISTS (SELECT FROM determination_paper AS paper WHERE paper.determination = determination.id)
            ORDER BY state -> 'inForce' ->> 'since', id LIMIT 100 FOR UPDATE SKIP LOCKED
            """
        )
        let cause = Cause.system("determination-papers", now: now)
        var numbered = 0
        for row in rows {
            var determination = try DeterminationStore.stored(row)
            guard let basis = determination.state.basis,
                let list = try stores.lists.read([basis.list], in: tx)[basis.list],
                let listing = list.state.listing
            else { continue }
            try number(&determination, listing, in: tx)
            try stores.determinations.save([determination], because: cause, in: tx)
            try keep(determination, of: list, in: tx)
            numbered += 1
        }
        return numbered == 100
    }

    /// The paper of a determination; nil while it has none.
    func find(_ determination: UUID, in tx: borrowing Transaction) throws -> DeterminationContent? {
        try tx.query("SELECT content FROM determination_paper WHERE determination = \(determination)").first
            .map { try StateText.read($0, "content") }
    }

    /// A page of the papers of these enterprises, or of all, oldest first.
    func page(
        of creditCodes: [String]?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [DeterminationContent] {
        try tx.query(
            """
            SELECT content FROM determination_paper
            WHERE (\(creditCodes == nil) OR credit_code = ANY (\(creditCodes ?? [])))
              AND determination > \(after ?? .lowest)::uuid
            ORDER BY determination LIMIT \(limit)
            """
        ).map { try StateText.read($0, "content") }
    }

    /// The day a paper bears: that of the signature, or the next working day after what it rests on; never before the working
    /// day that follows publicity's last.
    private static func day(
        of basis: Determination.Basis,
        since: Date,
        rule: DeterminationRule,
        in tx: borrowing Transaction
    ) throws -> LocalDate {
        let ground =
            switch rule {
            // In force at 24:00 of a day rests on that day.
            case .onCompletion: LocalDate(in: since.addingTimeInterval(-1))
            case .signed: LocalDate(in: since).adding(days: -1)
            }
        return try CalendarCopy.current(in: tx)
            .lastDay(published: max(ground, basis.lastDay), workingDays: 1).lastDay
    }

    private func content(
        of determination: Stored<Determination>,
        _ list: Stored<ProposedList>,
        _ paper: Determination.Paper,
        in tx: borrowing Transaction
    ) throws -> DeterminationContent? {
        guard case .inForce(let basis, let persons, let authorisedBy, let since, _) = determination.state,
            let listing = list.state.listing
        else { return nil }
        let determined = Set(persons)
        let names = try stores.shownNames(list.state.names.filter { determined.contains($0.person) }, in: tx)
        let earlier = try stores.roundRegister.determinations(of: basis.round, in: tx)
        let terms = try stores.rounds.read(basis.round, in: tx).state.terms
        return DeterminationContent(
            determination: determination.id,
            round: basis.round,
            list: list.id,
            creditCode: listing.filing.enterprise.creditCode,
            enterpriseName: listing.filing.enterpriseName,
            plan: terms?.title ?? listing.title,
            planVersion: terms?.version,
            listTitle: listing.title,
            listDigest: listing.digest,
            publishedOn: basis.publishedOn,
            lastDay: basis.lastDay,
            number: paper.chinese,
            bears: paper.bears,
            authorisedBy: authorisedBy,
            isSigned: listing.determination.isSigned,
            isLater: earlier.contains { $0.id != determination.id && $0.state.paper != nil },
            determinedAt: since,
            exceeded: listing.postsExceeded.filter { one in
                names.contains { one.occupation.includes($0.occupation) }
            },
            names: names.map {
                .init(
                    person: $0.person,
                    name: $0.name,
                    unit: $0.unit,
                    workshop: $0.workshop,
                    occupation: $0.occupation,
                    relaxation: $0.relaxation
                )
            }
        )
    }
}
