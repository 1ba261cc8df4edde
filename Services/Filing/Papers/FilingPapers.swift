import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The authority's papers: numbered, kept as they were issued, printed from what was kept.
struct FilingPapers: Sendable {
    let offices: PaperOffices
    let enterprises: EnterpriseStore
    /// The word before the year of each kind's numbers.
    let words: [PaperContent.Kind: String]

    /// - Parameters:
    ///   - environment: `GONGJIANG_FILING_RECEIPT_WORD` and its like.
    ///   - enterprises: Their names.
    ///   - authorities: What offices are called and how they are reached.
    ///   - addressees: With which office each filing is.
    init(
        _ environment: ServiceEnvironment,
        enterprises: EnterpriseStore,
        authorities: Authorities,
        addressees: FilingAddressees
    ) {
        offices = PaperOffices(authorities: authorities, addressees: addressees)
        self.enterprises = enterprises
        words = [
            .generalReceipt: environment.setting("receipt.generalWord") ?? "滨自备",
            .specialReceipt: environment.setting("receipt.word") ?? "滨特备",
            .workPlanReceipt: environment.setting("receipt.planWord") ?? "滨特变",
            .corrections: environment.setting("receipt.correctionsWord") ?? "滨备补",
            .refusal: environment.setting("receipt.refusalWord") ?? "滨备退",
        ]
    }

    /// The next number of a kind and year; without gaps.
    func number(_ kind: PaperContent.Kind, in year: Int, _ tx: borrowing Transaction) throws -> ReceiptNumber {
        try ReceiptCounter(word: words[kind] ?? kind.rawValue).next(in: year, in: tx)
    }

    /// The office a filing is with, by the name the officer gave where one was given.
    func office(
        of kind: Handling.Kind,
        _ filing: UUID,
        named name: String?,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> PaperOffice {
        try offices.office(of: kind, filing, named: name, on: day, in: tx)
    }

    /// Keeps a paper as it is issued.
    func issue(_ content: PaperContent, of filing: UUID, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO filing_paper (number, filing, kind, issued_on, content)
            VALUES (\(content.number.text), \(filing), \(content.kind.rawValue), \(content.on.description)::date,
                \(try StateText.of(content))::jsonb)
            """
        )
    }

    /// The papers of a filing, in the order they were issued.
    func list(of filing: UUID, in tx: borrowing Transaction) throws -> [PaperContent] {
        try tx.query("SELECT content FROM filing_paper WHERE filing = \(filing) ORDER BY issued_on, number")
            .map { try $0.json("content") }
    }

    /// One paper of a filing.
    ///
    /// - Throws: `NotFound` where none of that kind was issued.
    func find(_ kind: PaperContent.Kind, of filing: UUID, in tx: borrowing Transaction) throws -> PaperContent {
        let rows = try tx.query(
            "SELECT content FROM filing_paper WHERE filing = \(filing) AND kind = \(kind.rawValue) LIMIT 1"
        )
        guard let found = try rows.first.map({ try $0.json("content", as: PaperContent.self) }) else {
            throw NotFound("paper")
        }
        return found
    }

    /// A paper with what all have: the enterprise as it is today, the office, the contact.
    func content(
        _ kind: PaperContent.Kind,
        _ number: ReceiptNumber,
        to filer: EnterpriseRef,
        from office: PaperOffice,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> PaperContent {
        let particulars = try enterprises.find(filer.id, in: tx).state.particulars
        return PaperContent(
            kind: kind,
            number: number,
            on: day,
            enterprise: particulars?.name ?? "",
            creditCode: filer.creditCode,
            office: office,
            contact: try offices.contact(on: day, in: tx)
        )
    }
}
