/// The members of an object in JSON as our own encoder writes it, found without reading their values.
struct MemberReader {
    /// One member: its name, and where name and value stand.
    struct Member {
        let name: String
        let place: Range<Int>
    }

    let members: [Member]

    /// Nil where the bytes are no object without spaces whose names need no escapes.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
        var members: [Member] = []
        var position = 1
        while position < bytes.count - 1 {
            let start = position
            guard let name = Self.text(in: bytes, at: &position), !bytes[name].contains(UInt8(ascii: "\\")),
                bytes[position] == UInt8(ascii: ":")
            else { return nil }
            position += 1
            guard Self.skipValue(in: bytes, at: &position) else { return nil }
            members.append(Member(name: String(decoding: bytes[name], as: UTF8.self), place: start..<position))
            guard position < bytes.count - 1 else { break }
            guard bytes[position] == UInt8(ascii: ","), position + 1 < bytes.count - 1 else { return nil }
            position += 1
        }
        guard position == bytes.count - 1 else { return nil }
        self.members = members
    }

    /// The object with these members alone.
    static func keep(_ names: [String], of bytes: [UInt8]) -> [UInt8]? {
        guard let reader = MemberReader(bytes) else { return nil }
        let kept = reader.members.filter { names.contains($0.name) }
        guard kept.count < reader.members.count else { return bytes }
        return Array("{".utf8) + kept.map { bytes[$0.place] }.joined(separator: [UInt8(ascii: ",")]) + Array("}".utf8)
    }

    /// Passes over a text and answers where it stands between its marks.
    private static func text(in bytes: [UInt8], at position: inout Int) -> Range<Int>? {
        guard bytes[position] == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        position = start
        while position < bytes.count - 1 {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 2
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return start..<position
            default: position += 1
            }
        }
        return nil
    }

    /// Passes over a value; stands at the comma or the last bracket then.
    private static func skipValue(in bytes: [UInt8], at position: inout Int) -> Bool {
        var depth = 0
        let start = position
        while position < bytes.count - 1 {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard text(in: bytes, at: &position) != nil else { return false }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                guard depth >= 0 else { return false }
            case UInt8(ascii: ",") where depth == 0: return position > start
            default: break
            }
            position += 1
        }
        return depth == 0 && position > start
    }
}
