/// What is different between two rule sets, place by place.
package struct RuleSetDifference: Codable, Hashable, Sendable {
    /// Where, `$.rules[senior-post-years].cases[1].outcome`; what has an id is found by it, wherever it stands.
    package let path: String
    package let kind: Kind
    /// As it was; nil where there was nothing.
    package let before: Datum?
    /// As it is now; nil where there is nothing any more.
    package let after: Datum?

    /// What became of it.
    package enum Kind: String, Codable, CaseIterable, Sendable { case added, removed, changed }

    /// All differences, in the order of the newer one.
    package static func between(_ before: Datum, and after: Datum) -> [RuleSetDifference] {
        var found: [RuleSetDifference] = []
        compare(before, after, "$", &found)
        return found
    }

    private static func compare(_ before: Datum?, _ after: Datum?, _ path: String, _ found: inout [Self]) {
        switch (before, after) {
        case (nil, nil): return
        case (nil, .some): found.append(Self(path: path, kind: .added, before: nil, after: after))
        case (.some, nil): found.append(Self(path: path, kind: .removed, before: before, after: nil))
        case (.object(let old), .object(let new)):
            for name in Set(old.keys).union(new.keys).sorted() {
                compare(old[name], new[name], "\(path).\(name)", &found)
            }
        case (.list(let old), .list(let new)):
            if let (old, new) = named(old, new) {
                for name in new.map(\.name) + old.map(\.name).filter({ name in !new.contains { $0.name == name } }) {
                    let (before, after) = (old.first { $0.name == name }, new.first { $0.name == name })
                    compare(before?.datum, after?.datum, "\(path)[\(name)]", &found)
                }
            } else {
                for index in 0..<max(old.count, new.count) {
                    compare(
                        index < old.count ? old[index] : nil,
                        index < new.count ? new[index] : nil,
                        "\(path)[\(index)]",
                        &found
                    )
                }
            }
        case (.some(let old), .some(let new)):
            if old != new { found.append(Self(path: path, kind: .changed, before: old, after: new)) }
        }
    }

    private typealias Named = (name: String, datum: Datum)

    /// Both lists by the ids of what they hold; nil where something has none or two have the same.
    private static func named(_ old: [Datum], _ new: [Datum]) -> ([Named], [Named])? {
        func names(_ list: [Datum]) -> [Named]? {
            let names = list.compactMap { item -> Named? in
                guard case .object(let object) = item, case .text(let id)? = object["id"] else { return nil }
                return (id, item)
            }
            return names.count == list.count && Set(names.map(\.name)).count == names.count ? names : nil
        }
        guard let old = names(old), let new = names(new), !(old.isEmpty && new.isEmpty) else { return nil }
        return (old, new)
    }
}
