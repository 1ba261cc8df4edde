import CLibXML2

/// The attributes of an element that begins; they may only be read until the call that told them returns.
@safe struct XMLAttributes {
    /// Five pointers each: name, prefix, name space, begin and end of the value.
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let count: Int

    @unsafe
    init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
        unsafe self.pointers = unsafe pointers
        self.count = count
    }

    /// The bytes of a value by the name without its prefix.
    func bytes<Value>(_ name: StaticString, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        guard let pointers = unsafe pointers else { return nil }
        for index in 0..<count {
            guard let local = unsafe pointers[5 * index], let from = unsafe pointers[5 * index + 3],
                let to = unsafe pointers[5 * index + 4]
            else { continue }
            guard unsafe Self.equal(local, name) else { continue }
            return unsafe read(UnsafeBufferPointer(start: from, count: to - from))
        }
        return nil
    }

    private static func equal(_ text: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
        let (start, count) = unsafe (name.utf8Start, name.utf8CodeUnitCount)
        for index in 0..<count where unsafe text[index] != start[index] { return false }
        return unsafe text[count] == 0
    }

    /// A value as text; libxml2 has resolved its entities.
    subscript(name: StaticString) -> String? {
        unsafe bytes(name) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// A value as a whole number.
    func number(_ name: StaticString) -> Int? {
        unsafe bytes(name) { unsafe Self.number($0) } ?? nil
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count) else { return nil }
        var value = 0
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// A value as true or false, as schemas write it.
    func isTrue(_ name: StaticString) -> Bool {
        unsafe bytes(name) { value in unsafe value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) }
            ?? false
    }

    /// The column, counted from 0, of a reference like AB12.
    func column(_ name: StaticString) -> Int? {
        unsafe bytes(name) { reference in
            var column = 0
            for index in 0..<reference.count {
                let byte = unsafe reference[index]
                guard (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41 else { break }
                column = column * 26 + Int(byte & 0xDF) - 0x40
                guard column <= 16_384 else { return 16_384 }
            }
            return column - 1
        }
    }
}
