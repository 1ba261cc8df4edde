/// Arrangements as `date,kind,name`.
enum CalendarCSV {
    static func read(_ text: String) throws(CalendarFileError) -> [CalendarDocument] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let header = lines.first.map(String.init) ?? ""
        guard fields(header[...]) == ["date", "kind", "name"] else {
            throw CalendarFileError([CalendarProblem(.line(1), .header(found: header))])
        }
        var problems: [CalendarProblem] = []
        var days: [(day: ScheduledDay, place: CalendarProblem.Place)] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let place = CalendarProblem.Place.line(index + 1)
            switch read(line: line) {
            case .success(let day): days.append((day, place))
            case .failure(let error): problems += error.faults.map { CalendarProblem(place, $0) }
            }
        }
        if days.isEmpty, problems.isEmpty { throw CalendarFileError(.noDays) }
        let documents = documents(of: days)
        problems += documents.flatMap(\.problems)
        guard problems.isEmpty else { throw CalendarFileError(inOrder(problems)) }
        return documents.map(\.document)
    }

    private struct Faults: Error { let faults: [CalendarProblem.Fault] }

    private static func read(line: Substring) -> Result<ScheduledDay, Faults> {
        let fields = fields(line)
        guard fields.count == 3 else { return .failure(Faults(faults: [.fields(found: fields.count)])) }
        var faults: [CalendarProblem.Fault] = []
        let date = LocalDate(fields[0])
        if date == nil { faults.append(.date(found: fields[0])) }
        if fields[1] != "off", fields[1] != "work" { faults.append(.kind(found: fields[1])) }
        if fields[2].isEmpty { faults.append(.name) }
        guard let date, faults.isEmpty else { return .failure(Faults(faults: faults)) }
        return .success(ScheduledDay(date: date, isWorking: fields[1] == "work", name: fields[2]))
    }

    /// The fields of a line without blanks and the quotes some programs put around every field; none holds a comma.
    private static func fields(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map { field in
            var field = field
            while field.first?.isWhitespace == true { field.removeFirst() }
            while field.last?.isWhitespace == true { field.removeLast() }
            if field.count >= 2, field.first == "\"", field.last == "\"" { field = field.dropFirst().dropLast() }
            return String(field)
        }
    }

    private static func documents(of days: [(day: ScheduledDay, place: CalendarProblem.Place)]) -> [PlacedDocument] {
        let years = CalendarDocument.documentYears(of: days.map(\.day))
        return Dictionary(grouping: zip(years, days), by: \.0)
            .map { PlacedDocument(year: $0.key, whole: .year($0.key), days: $0.value.map(\.1)) }
            .sorted { $0.year < $1.year }
    }

    /// Lines first, in order, then what is said of a year.
    private static func inOrder(_ problems: [CalendarProblem]) -> [CalendarProblem] {
        problems.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }
}

extension CalendarProblem {
    fileprivate var line: Int { if case .line(let number) = place { number } else { .max } }
}
