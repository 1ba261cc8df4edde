import Foundation

/// Arrangements as `{year, papers, days: [{name, date, isOffDay}]}`; other members are passed over.
enum CalendarJSON {
    static func read(_ text: String) throws(CalendarFileError) -> [CalendarDocument] {
        let years: [Year]
        do {
            let data = Data(text.utf8)
            let isList = text.first { !$0.isWhitespace } == "["
            let decoder = JSONDecoder()
            years = isList ? try decoder.decode([Year].self, from: data) : [try decoder.decode(Year.self, from: data)]
        } catch {
            throw CalendarFileError(.json)
        }
        guard !years.isEmpty else { throw CalendarFileError(.noDays) }
        var problems: [CalendarProblem] = []
        var documents: [CalendarDocument] = []
        for year in years {
            guard let number = year.year else {
                problems.append(CalendarProblem(.file, .year(found: "")))
                continue
            }
            var placed = PlacedDocument(
                year: number,
                address: year.papers.joined(separator: " "),
                whole: .year(number)
            )
            var unread: [CalendarProblem] = []
            for (index, entry) in year.days.enumerated() {
                let place = CalendarProblem.Place.entry(index + 1, ofYear: number)
                unread += entry.faults.map { CalendarProblem(place, $0) }
                if let day = entry.day { placed.days.append((day, place)) }
            }
            problems += unread
            // Where no entry could be read, that is what to say, not that there are none.
            if !placed.days.isEmpty || unread.isEmpty { problems += placed.problems }
            documents.append(placed.document)
        }
        guard problems.isEmpty else { throw CalendarFileError(problems) }
        return documents
    }

    /// One year of the file; a member of another type counts as missing, so that all problems are told at once.
    private struct Year: Decodable {
        let year: Int?
        let papers: [String]
        let days: [Entry]

        private enum CodingKeys: CodingKey { case year, papers, days }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            year = try? container.decode(Int.self, forKey: .year)
            papers = (try? container.decodeIfPresent([String].self, forKey: .papers)) ?? []
            days = try container.decode([Entry].self, forKey: .days)
        }
    }

    private struct Entry: Decodable {
        let name: String
        let date: String
        let isOffDay: Bool?

        private enum CodingKeys: CodingKey { case name, date, isOffDay }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = (try? container.decode(String.self, forKey: .name)) ?? ""
            date = (try? container.decode(String.self, forKey: .date)) ?? ""
            isOffDay = try? container.decode(Bool.self, forKey: .isOffDay)
        }

        /// What cannot be read; a missing name is told by the document's own check where the day can be.
        var faults: [CalendarProblem.Fault] {
            var faults: [CalendarProblem.Fault] = []
            if LocalDate(date) == nil { faults.append(.date(found: date)) }
            if isOffDay == nil { faults.append(.kind(found: "")) }
            if !faults.isEmpty, name.isEmpty { faults.append(.name) }
            return faults
        }

        var day: ScheduledDay? {
            guard let date = LocalDate(date), let isOffDay else { return nil }
            return ScheduledDay(date: date, isWorking: !isOffDay, name: name)
        }
    }
}
