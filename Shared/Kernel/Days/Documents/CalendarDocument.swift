/// The State Council's arrangement of one year: the days off and the days worked to make up for them.
///
/// A later document of the same year takes the place of the whole earlier one. The last days of December may be named by the next year's.
package struct CalendarDocument: Hashable, Codable, Sendable {
    /// The year it arranges.
    package let year: Int
    /// Where it comes from.
    package let source: Source
    /// The days it names; plain weekends need not be among them.
    package let days: [ScheduledDay]

    /// A document, not yet checked; see ``problems``.
    package init(year: Int, source: Source = Source(), days: [ScheduledDay]) {
        self.year = year
        self.source = source
        self.days = days
    }

    /// The paper behind a document.
    package struct Source: Hashable, Codable, Sendable {
        /// The number of the paper (文号), `国办发明电〔2025〕7号`; empty where it is not known.
        package let documentNumber: String
        /// Where the paper can be read; several addresses have spaces between them; empty where it is not known.
        package let address: String
        /// The day it was published.
        package let publishedOn: LocalDate?

        /// What is known of a paper.
        package init(documentNumber: String = "", address: String = "", publishedOn: LocalDate? = nil) {
            self.documentNumber = documentNumber
            self.address = address
            self.publishedOn = publishedOn
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            documentNumber = try container.decodeIfPresent(String.self, forKey: .documentNumber) ?? ""
            address = try container.decodeIfPresent(String.self, forKey: .address) ?? ""
            publishedOn = try container.decodeIfPresent(LocalDate.self, forKey: .publishedOn)
        }

        /// What is not known is left out, as it is read.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            if !documentNumber.isEmpty { try container.encode(documentNumber, forKey: .documentNumber) }
            if !address.isEmpty { try container.encode(address, forKey: .address) }
            try container.encodeIfPresent(publishedOn, forKey: .publishedOn)
        }

        private enum CodingKeys: CodingKey { case documentNumber, address, publishedOn }
    }

    /// Which document an answer rests on.
    package struct Reference: Hashable, Codable, Sendable {
        /// The year it arranges.
        package let year: Int
        /// The number of the paper; empty where it is not known.
        package let documentNumber: String

        /// A paper by its year and number.
        package init(year: Int, documentNumber: String) {
            self.year = year
            self.documentNumber = documentNumber
        }

        /// `2026年放假安排(国办发明电〔2025〕7号)`.
        package var chinese: String {
            documentNumber.isEmpty ? "\(year)年放假安排" : "\(year)年放假安排(\(documentNumber))"
        }
    }

    /// The document's name for what rests on it.
    package var reference: Reference { Reference(year: year, documentNumber: source.documentNumber) }
}

extension CalendarDocument {
    /// Whether it arranges its year, and not only the turn of another.
    var namesItsYear: Bool { days.contains { $0.date.year == year } }

    /// The documents days come from that do not say so.
    ///
    /// 25 to 31 December belong to the next year's document where there is one: it alone has ever named them.
    ///
    /// - Parameter days: Days of any years; a later mention wins.
    /// - Returns: Documents in the order of their years, the days as they came.
    static func documents(of days: [ScheduledDay]) -> [CalendarDocument] {
        let years = documentYears(of: days)
        return Dictionary(grouping: zip(years, days), by: \.0)
            .map { CalendarDocument(year: $0.key, days: $0.value.map(\.1)) }
            .sorted { $0.year < $1.year }
    }

    /// The year of each day's document.
    static func documentYears(of days: [ScheduledDay]) -> [Int] {
        let arranged = Set(days.filter { !$0.date.isLateDecember }.map(\.date.year))
        return days.map { day in
            let year = day.date.year
            guard day.date.isLateDecember else { return year }
            return arranged.contains(year + 1) || !arranged.contains(year) ? year + 1 : year
        }
    }

    /// For each year the newest document, in the order of publication.
    ///
    /// - Parameter documents: All there are; one without a day of publication counts as published right after those before it.
    /// - Returns: One document a year.
    static func inForce(of documents: [CalendarDocument]) -> [CalendarDocument] {
        var latest = LocalDate.earliest
        let dated = documents.enumerated().map { index, document in
            let published = document.source.publishedOn ?? latest
            latest = max(latest, published)
            return (published: published, index: index, document: document)
        }
        let ordered = dated.sorted { ($0.published, $0.index) < ($1.published, $1.index) }.map(\.document)
        var newest: [Int: Int] = [:]
        for (index, document) in ordered.enumerated() { newest[document.year] = index }
        return ordered.enumerated().filter { newest[$0.element.year] == $0.offset }.map(\.element)
    }
}

extension LocalDate {
    /// Whether the next year's document can still change the day: 25 to 31 December.
    var isLateDecember: Bool { month == 12 && day >= 25 }
}
