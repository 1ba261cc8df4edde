import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What is here already of what a list tells.
struct ImportLookups: Sendable {
    let jurisdictions: Jurisdictions

    /// The codes of counties and zones, by code and by name.
    func counties(in tx: borrowing Transaction) throws -> [String: String] {
        var counties: [String: String] = [:]
        for entry in try jurisdictions.all(in: tx) {
            (counties[entry.code], counties[entry.name]) = (entry.code, entry.code)
        }
        return counties
    }

    /// The names of counties and zones, in the order of their codes.
    func countyNames(in tx: borrowing Transaction) throws -> [String] { try jurisdictions.all(in: tx).map(\.name) }

    /// What is here of some filings of a list.
    struct Known: Sendable {
        /// Enterprises on the register, by credit code.
        let enterprises: [String: UUID]
        /// Their names.
        let names: [String: String]
        /// Whose each agency code is.
        let owners: [String: UUID]
        /// Accepted general filings by agency code.
        let filings: [String: [(enterprise: UUID, application: GeneralApplication, grant: GeneralGrant)]]
        /// Which credit code each agency code stands with first in the list, and in which row.
        let firstInList: [String: (creditCode: String, row: Int)]

        /// Why a filing cannot be entered; nil where nothing stands against it.
        func problem(of filing: ImportedFiling) -> FieldProblem? {
            guard let code = filing.first.agencyCode?.text, let credit = filing.first.particulars?.creditCode.text
            else {
                return nil
            }
            if let owner = owners[code], owner != enterprises[credit] {
                return FieldProblem(field: "agencyCode", AgencyCodeTaken())
            }
            if let first = firstInList[code], first.creditCode != credit {
                return FieldProblem(
                    field: "agencyCode",
                    code: "filing.import-code-of-other-row",
                    arguments: ["row": String(first.row)]
                )
            }
            return nil
        }

        /// Whether a filing is here: nil where it is not, and else what is different, nil for nothing.
        func filing(of filing: ImportedFiling) -> FieldProblem?? {
            guard let code = filing.first.agencyCode?.text, let credit = filing.first.particulars?.creditCode.text,
                let term = filing.first.term, let enterprise = enterprises[credit]
            else { return nil }
            let here = (filings[code] ?? []).filter { $0.enterprise == enterprise }
            let same = here.first { $0.grant.term == term } ?? here.first { $0.grant.term.meets(term) }
            guard let same else { return nil }
            guard let difference = filing.difference(from: same.application, same.grant) else { return .some(nil) }
            return FieldProblem(field: "", code: "filing.import-differs", arguments: ["difference": difference])
        }

        /// What is worth knowing of a filing that is entered.
        func notes(on filing: ImportedFiling) -> [FieldProblem] {
            guard let particulars = filing.first.particulars, let name = names[particulars.creditCode.text],
                name != particulars.name
            else { return [] }
            return [FieldProblem(field: "name", code: "filing.import-name-differs", arguments: ["name": name])]
        }
    }

    /// What is here of these, in a few statements.
    func known(
        of filings: [ImportedFiling],
        in list: UUID,
        _ store: FilingImportStore,
        _ tx: borrowing Transaction
    ) throws -> Known {
        let credits = Set(filings.compactMap { $0.first.particulars?.creditCode.text }).sorted()
        let codes = Set(filings.compactMap { $0.first.agencyCode?.text }).sorted()
        var enterprises: [String: UUID] = [:]
        var names: [String: String] = [:]
        for row in try tx.query("SELECT id, credit_code, name FROM enterprise WHERE credit_code = ANY (\(credits))") {
            let credit: String = try row["credit_code"]
            enterprises[credit] = try row["id"]
            names[credit] = try row["name"]
        }
        var owners: [String: UUID] = [:]
        for row in try tx.query("SELECT code, enterprise FROM agency_code WHERE code = ANY (\(codes))") {
            owners[try row["code"]] = try row["enterprise"]
        }
        return Known(
            enterprises: enterprises,
            names: names,
            owners: owners,
            filings: try accepted(of: Array(enterprises.values), in: tx),
            firstInList: try store.firstOwners(of: codes, in: list, tx)
        )
    }

    private func accepted(
        of enterprises: [UUID],
        in tx: borrowing Transaction
    ) throws -> [String: [(enterprise: UUID, application: GeneralApplication, grant: GeneralGrant)]] {
        let rows = try tx.query(
            "SELECT enterprise, state FROM general_filing WHERE enterprise = ANY (\(enterprises)) AND phase = 'accepted'"
        )
        var filings: [String: [(enterprise: UUID, application: GeneralApplication, grant: GeneralGrant)]] = [:]
        for row in rows {
            guard case .accepted(let application, _, let grant) = try row.json("state", as: GeneralFiling.self) else {
                continue
            }
            filings[grant.agencyCode.text, default: []].append((try row["enterprise"], application, grant))
        }
        return filings
    }
}

extension Term {
    /// Whether both have a day in common.
    fileprivate func meets(_ other: Term) -> Bool { from <= other.through && other.from <= through }
}
