import Kernel

/// A county or zone of the authority's own table.
///
/// The development zones have no code of GB/T 2260, so theirs are local ones; another city's are added by import.
package enum Jurisdiction: Decider, Hashable, Codable {
    /// Not in the table. Can transition to: listed.
    case unlisted
    /// In the table, where it stays: enterprises file under it.
    case listed(Entry)

    /// A line of the table.
    package struct Entry: Hashable, Sendable, Codable {
        /// Six digits of GB/T 2260, or a local code like BZ-KFQ.
        package let code: String
        package let name: String
        /// The code of GB/T 2260 it lies in: the city's, or for a zone the county's.
        package let parent: String

        /// A county or zone in a city or county.
        package init(code: String, name: String, parent: String) {
            self.code = code
            self.name = name
            self.parent = parent
        }
    }

    package enum Command: Hashable, Sendable {
        case list(Entry)
    }

    package enum Event: Hashable, Sendable, Codable {
        case listed(entry: Entry)
        case changed(entry: Entry)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Another has the name.
        case nameTaken(name: String)

        package var code: String { "filing.jurisdiction-name-taken" }
        package var arguments: [String: String] {
            guard case .nameTaken(let name) = self else { return [:] }
            return ["name": name]
        }
    }

    package static let initial = Jurisdiction.unlisted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unlisted, .list(let entry)): [.listed(entry: entry)]
        case (.listed(let old), .list(let entry)): old == entry ? [] : [.changed(entry: entry)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .listed(let entry), .changed(let entry): self = .listed(entry)
        }
    }

    /// The line, once it is in the table.
    package var entry: Entry? {
        guard case .listed(let entry) = self else { return nil }
        return entry
    }
}
