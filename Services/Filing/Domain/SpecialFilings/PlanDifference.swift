import Kernel

/// How two versions of a work plan differ, part by part.
package struct PlanDifference: Hashable, Sendable {
    package let parts: [Part]
    /// Every line of what both lay down in machine form, in order; empty where that is the same.
    package let terms: [Line]

    /// A part that differs.
    package struct Part: Hashable, Sendable {
        package let part: WorkPlanPart
        /// Every line of both, in order.
        package let lines: [Line]
    }

    /// A line of a part.
    package struct Line: Hashable, Sendable {
        package enum Kind: String, Codable, Sendable {
            case same, removed, added
        }

        package let kind: Kind
        package let text: String
    }

    /// The difference from one plan to another; parts that are the same do not appear.
    package init(from old: WorkPlan, to new: WorkPlan) {
        parts = WorkPlanPart.allCases.compactMap { part in
            let (before, after) = (old[part: part], new[part: part])
            return before == after ? nil : Part(part: part, lines: Self.lines(from: before, to: after))
        }
        let (before, after) = (old.terms?.lines ?? [], new.terms?.lines ?? [])
        terms = before == after ? [] : Self.lines(of: before, after)
    }

    private static func lines(from before: String, to after: String) -> [Line] {
        lines(of: Self.split(before), Self.split(after))
    }

    private static func lines(of old: [String], _ new: [String]) -> [Line] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.compactMap { $0.offset })
        let added = Set(difference.insertions.compactMap { $0.offset })
        var lines: [Line] = []
        var next = 0
        func takeAdded() {
            while next < new.count, added.contains(next) {
                lines.append(Line(kind: .added, text: new[next]))
                next += 1
            }
        }
        for (index, text) in old.enumerated() {
            if removed.contains(index) {
                lines.append(Line(kind: .removed, text: text))
            } else {
                takeAdded()
                lines.append(Line(kind: .same, text: text))
                next += 1
            }
        }
        takeAdded()
        return lines
    }

    private static func split(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}

extension CollectionDifference.Change {
    /// Where in its collection.
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
