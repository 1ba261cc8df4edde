import CompensationDomain
import Foundation
import Kernel

/// Persons in post by county, occupation and size, for officers.
struct StatisticsView: Encodable {
    let on: LocalDate
    let month: Month
    let total: Int
    let lines: [Line]

    struct Line: Encodable {
        let county: String
        let occupation: String
        let size: EnterpriseSize
        let persons: Int
        let met: Int
    }

    init(_ lines: [StatisticsRegister.Line], on day: LocalDate, month: Month) {
        on = day
        self.month = month
        total = lines.reduce(0) { $0 + $1.persons }
        self.lines = lines.map {
            Line(county: $0.county, occupation: $0.occupation, size: $0.size, persons: $0.persons, met: $0.met)
        }
    }
}

/// The same for everybody: breakdowns in which no small cell is shown or can be computed.
struct PublicStatisticsView: Encodable {
    let on: LocalDate
    /// The smallest number that is shown.
    let least: Int
    /// Missing where it is small itself.
    let total: Int?
    let counties: [Cell]
    let occupations: [Cell]
    let sizes: [Cell]

    struct Cell: Encodable {
        let key: String
        /// Missing where it is hidden.
        let persons: Int?
    }

    init(_ lines: [StatisticsRegister.Line], on day: LocalDate) {
        on = day
        least = SmallCells.least
        func sums<Key: Hashable>(_ key: (StatisticsRegister.Line) -> Key) -> [Key: Int] {
            lines.reduce(into: [:]) { $0[key($1), default: 0] += $1.persons }
        }
        func cells<Key: Hashable & Comparable>(_ sums: [Key: Int], _ name: (Key) -> String) -> [Cell] {
            SmallCells.hidden(sums).sorted { $0.key < $1.key }.map { Cell(key: name($0.key), persons: $0.value) }
        }
        let counties = sums(\.county)
        total = SmallCells.total(counties)
        self.counties = cells(counties) { $0 }
        occupations = cells(sums(\.occupation)) { $0 }
        sizes = cells(sums(\.size)) { $0.rawValue }
    }
}
