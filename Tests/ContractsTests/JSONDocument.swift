import Foundation

/// A JSON text that can be taken apart, whatever its members mean.
struct JSONDocument {
    private let root: Any

    init(bytes: [UInt8]) throws {
        root = try JSONSerialization.jsonObject(with: Data(bytes))
    }

    private init(_ root: Any) {
        self.root = root
    }

    /// The canonical bytes: members sorted, no blanks, slashes as they are.
    var bytes: [UInt8] {
        get throws {
            try Array(JSONSerialization.data(withJSONObject: root, options: [.sortedKeys, .withoutEscapingSlashes]))
        }
    }

    /// The names of the outermost members.
    var names: Set<String> { Set((root as? [String: Any] ?? [:]).keys) }

    /// Only these of the outermost members.
    func only(_ members: [String]) -> JSONDocument {
        JSONDocument((root as? [String: Any] ?? [:]).filter { members.contains($0.key) })
    }

    /// The document with one more member in every object, which nobody knows.
    var withUnknownMembers: JSONDocument {
        func extended(_ node: Any) -> Any {
            switch node {
            case let list as [Any]: return list.map(extended)
            case let object as [String: Any]:
                return object.mapValues(extended).merging(["addedLater": ["a": [1, 2.5]]]) { $1 }
            default: return node
            }
        }
        return JSONDocument(extended(root))
    }

    /// A document one of whose members was taken away.
    struct Cut {
        let member: String
        /// The path of the member without the places in lists, `names.occupation.specialty`.
        let path: String
        let document: JSONDocument
    }

    /// Every document that lacks exactly one member, at any depth.
    var cuts: [Cut] { Self.cuts(of: root, at: "") }

    private static func cuts(of node: Any, at path: String) -> [Cut] {
        switch node {
        case let list as [Any]:
            return list.indices.flatMap { index in
                cuts(of: list[index], at: path).map { cut in
                    var list = list
                    list[index] = cut.document.root
                    return Cut(member: cut.member, path: cut.path, document: JSONDocument(list))
                }
            }
        case let object as [String: Any]:
            return object.flatMap { member, value in
                var without = object
                without[member] = nil
                let here = path.isEmpty ? member : "\(path).\(member)"
                let inside = cuts(of: value, at: here).map { cut in
                    var object = object
                    object[member] = cut.document.root
                    return Cut(member: cut.member, path: cut.path, document: JSONDocument(object))
                }
                return [Cut(member: member, path: here, document: JSONDocument(without))] + inside
            }
        default: return []
        }
    }
}
