/// Byte strings laid out one after the other, each ended by a zero, so that C can be given pointers to them.
///
/// The pointers live as long as the closure they are lent to, and nothing is allocated for each string.
struct PackedStrings {
    private var storage: [UInt8] = [0]
    private var offsets: [Int?] = []

    mutating func append(_ bytes: [UInt8]?) {
        guard let bytes else {
            offsets.append(nil)
            return
        }
        offsets.append(storage.count)
        storage += bytes
        storage.append(0)
    }

    /// Lends pointers to the strings, in order; nil where nil was appended.
    @unsafe func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
        unsafe storage.withUnsafeBytes { bytes in
            let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            unsafe pointers.reserveCapacity(offsets.count)
            for offset in offsets {
                if let offset {
                    unsafe pointers.append(base?.advanced(by: offset))
                } else {
                    unsafe pointers.append(nil)
                }
            }
            return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
        }
    }
}
