import Contracts
import FilingDomain
import Foundation
import Kernel
import Postgres

/// Which office issues papers, and whom they tell people to turn to: what the records of authorities say that day.
struct PaperOffices: Sendable {
    let authorities: Authorities
    let addressees: FilingAddressees

    /// The office a filing is with.
    ///
    /// - Parameters:
    ///   - kind: What is filed; a change of a work plan is with the office of its filing.
    ///   - filing: The filing.
    ///   - name: What the officer calls the office, nil for its own name.
    ///   - day: The day.
    ///   - tx: The transaction.
    /// - Returns: The office with how to reach it.
    /// - Throws: `NotFound` where there is no such filing.
    func office(
        of kind: Handling.Kind,
        _ filing: UUID,
        named name: String?,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> PaperOffice {
        let authority =
            switch kind {
            case .general: try addressees.kind(ofGeneral: filing, in: tx)
            case .special, .workPlan: try addressees.kind(ofSpecial: filing, in: tx)
            }
        let version = try authorities.version(authority, on: day, in: tx)
        let first = version?.offices.first
        let reach = [first?.telephone.map { "电话：\($0)" }, first?.address.map { "地址：\($0)" }].compactMap(\.self)
        return PaperOffice(name: name ?? version?.name ?? authority.chinese, reach: reach)
    }

    /// Whom to turn to on a day (问题及建议); nil where no bureau is on record.
    func contact(on day: LocalDate, in tx: borrowing Transaction) throws -> String? {
        try authorities.contactBlock(on: day, in: tx)?.inWords
    }
}
