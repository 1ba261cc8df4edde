import Kernel

/// The days of a period as they are kept: one line of text, read only when somebody looks at them.
///
/// Each notice and each entry about its end holds one; as text it is a tenth as long as a list of days, and most of what
/// is done with a notice never asks for it. `2026-11-03|2026 国办发明电〔2025〕7号|d,1,0|d,2,0|o国庆节,,0|e,,,kp`: the first
/// day, the papers, and for each day why, which counted day it is, on which paper it rests, whether it is kept (`k`) or
/// provisional (`p`).
package struct PeriodStrip: Hashable, Sendable {
    /// The line.
    let text: String

    private init(text: String) { self.text = text }

    /// The line of some days; they follow one another.
    init(_ days: [PublicityPeriod.Day]) {
        var papers: [CalendarDocument.Reference] = []
        var line = ""
        for day in days {
            line += "|\(Self.letter(of: day.reason)),"
            if let number = day.number { line += String(number) }
            line += ","
            if let document = day.document {
                let known = papers.firstIndex(of: document)
                line += String(known ?? papers.count)
                if known == nil { papers.append(document) }
            }
            if day.isKept || day.authority == .provisional {
                line += "," + (day.isKept ? "k" : "") + (day.authority == .provisional ? "p" : "")
            }
        }
        let sources = papers.map { "\($0.year) \(Self.escape($0.documentNumber))" }.joined(separator: ",")
        text = (days.first?.date.description ?? "") + "|" + sources + line
    }

    /// The days, none where the line cannot be read.
    package var days: [PublicityPeriod.Day] {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count > 2, let first = LocalDate(String(parts[0])) else { return [] }
        let papers = parts[1].split(separator: ",").map { paper -> CalendarDocument.Reference? in
            let words = paper.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard words.count == 2, let year = Int(words[0]) else { return nil }
            return CalendarDocument.Reference(year: year, documentNumber: Self.unescape(words[1]))
        }
        return parts.dropFirst(2).enumerated().compactMap { place, part in
            let words = part.split(separator: ",", omittingEmptySubsequences: false)
            guard words.count >= 3, let reason = Self.reason(words[0]) else { return nil }
            let paper = Int(words[2]).flatMap { papers.indices.contains($0) ? papers[$0] : nil }
            let flags = words.count > 3 ? words[3] : ""
            return PublicityPeriod.Day(
                date: first.adding(days: place),
                number: Int(words[1]),
                isKept: flags.contains("k"),
                reason: reason,
                authority: flags.contains("p") ? .provisional : .official,
                document: paper
            )
        }
    }

    private static func letter(of reason: WorkingCalendar.Reason) -> String {
        switch reason {
        case .weekday: "d"
        case .weekend: "e"
        case .stateCouncilOff(let name): "o" + escape(name)
        case .makeUpDay(let name): "m" + escape(name)
        case .statutoryHoliday(let name): "s" + escape(name)
        case .compensation(let name): "c" + escape(name)
        }
    }

    private static func reason(_ word: Substring) -> WorkingCalendar.Reason? {
        let name = unescape(word.dropFirst())
        return switch word.first {
        case "d": .weekday
        case "e": .weekend
        case "o": .stateCouncilOff(name: name)
        case "m": .makeUpDay(name: name)
        case "s": .statutoryHoliday(name: name)
        case "c": .compensation(name: name)
        default: nil
        }
    }

    private static let escapes = [("%", "%25"), ("|", "%7C"), (",", "%2C")]

    private static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x2c || $0 == 0x7c }) else { return text }
        return escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unescape(_ text: Substring) -> String {
        guard text.utf8.contains(0x25) else { return String(text) }
        return escapes.reversed().reduce(String(text)) { $0.replacing($1.1, with: $1.0) }
    }
}

extension PeriodStrip: Codable {
    /// Reads the line, or the list of days that was kept before.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.init(text: text)
        } else {
            self.init(try container.decode([PublicityPeriod.Day].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
