import Kernel

/// What the authority gives with the acceptance of a general filing.
package struct GeneralGrant: Hashable, Sendable, Codable {
    /// 备案码, with which every certificate number of the enterprise begins.
    package let agencyCode: AgencyCode
    package let term: Term
    /// The day of acceptance.
    package let on: LocalDate
    /// The number of the receipt; nil for filings accepted before receipts were numbered, and for imported ones.
    package let number: ReceiptNumber?
    /// The office that accepted; nil where it was not kept.
    package let authority: String?
    /// That it was accepted outside this system and entered from the authority's own list; nil where it was not.
    package let imported: Imported?

    /// How a filing that existed before came here.
    package struct Imported: Hashable, Sendable, Codable {
        /// The day it was entered.
        package let on: LocalDate
        /// The list, and the row in it.
        package let source: String

        /// An entry on a day.
        package init(on: LocalDate, source: String) {
            self.on = on
            self.source = source
        }
    }

    /// The code and term given on a day.
    package init(
        agencyCode: AgencyCode,
        term: Term,
        on: LocalDate,
        number: ReceiptNumber? = nil,
        authority: String? = nil,
        imported: Imported? = nil
    ) {
        self.agencyCode = agencyCode
        self.term = term
        self.on = on
        self.number = number
        self.authority = authority
        self.imported = imported
    }
}
