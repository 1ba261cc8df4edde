/// A file of arrangements, as people have them: CSV, or the JSON of the common holiday collections.
package enum CalendarFile {
    /// Ten times what twenty years of arrangements take.
    package static let mostBytes = 256 << 10

    /// Reads and checks a file; what it is shows by its first character.
    ///
    /// CSV is `date,kind,name` with `off` or `work`, in UTF-8 or GB18030, of one year or several. JSON is
    /// `{year, papers, days: [{name, date, isOffDay}]}` or a list of such, in UTF-8.
    ///
    /// - Throws: Every problem there is, with its line or entry.
    /// - Returns: One document a year, in order, each without problems.
    package static func read(_ bytes: [UInt8]) throws(CalendarFileError) -> [CalendarDocument] {
        guard bytes.count <= mostBytes else { throw CalendarFileError(.tooLarge(most: mostBytes)) }
        guard let text = FileText.decode(bytes) else { throw CalendarFileError(.encoding) }
        let first = text.first { !$0.isWhitespace }
        guard first == "{" || first == "[" else { return try CalendarCSV.read(text) }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw CalendarFileError(.encoding) }
        return try CalendarJSON.read(text)
    }
}

extension CalendarFileError {
    /// Something wrong with the whole.
    init(_ fault: CalendarProblem.Fault) { self.init([CalendarProblem(.file, fault)]) }
}

/// The days of one document with their places in a file.
struct PlacedDocument {
    let year: Int
    var address = ""
    let whole: CalendarProblem.Place
    var days: [(day: ScheduledDay, place: CalendarProblem.Place)] = []

    var document: CalendarDocument {
        CalendarDocument(year: year, source: .init(address: address), days: days.map(\.day))
    }

    /// What is wrong with it as a document.
    var problems: [CalendarProblem] { document.problems(placing: days.map(\.place), whole: whole) }
}
