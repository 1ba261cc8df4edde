/// Foundation codes a UUID in upper case; RFC 9562 asks to write it in lower case, and ours are read by other systems.
///
/// A JSON encoder offers no say in it, so the ids are lowered in the finished text: strings that are a whole UUID.
enum LowerCaseIDs {
    private static let length = 36

    /// Lowers every string that is a UUID, in place.
    static func apply(to json: inout [UInt8]) {
        var index = 0
        while index + length + 1 < json.count {
            guard json[index] == quote, json[index + length + 1] == quote, isUUID(json, from: index + 1) else {
                index += 1
                continue
            }
            for position in index + 1...index + length where (0x41...0x46).contains(json[position]) {
                json[position] |= 0x20
            }
            index += length + 2
        }
    }

    private static let quote = UInt8(ascii: "\"")

    private static func isUUID(_ json: [UInt8], from start: Int) -> Bool {
        for offset in 0..<length {
            let byte = json[start + offset]
            switch offset {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default:
                guard (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
                else { return false }
            }
        }
        return true
    }
}
