import CRabbitMQ
import Glibc

/// Remembers the last text at each place of a message, so that what is the same from message to message (exchange, type,
/// user) is not made anew for each.
struct TextMemory {
    private var texts: [String] = []
    private var place = 0

    /// The next message begins.
    mutating func begin() {
        place = 0
    }

    /// The text at the next place; broken UTF-8 is repaired.
    mutating func take(_ bytes: amqp_bytes_t) -> String {
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.len)
        defer { place += 1 }
        if place < texts.count {
            let isSame = unsafe texts[place].utf8.withContiguousStorageIfAvailable { known in
                guard known.count == buffer.count else { return false }
                guard let left = known.baseAddress, let right = buffer.baseAddress else { return true }
                return unsafe memcmp(left, right, known.count) == 0
            }
            if isSame == true { return texts[place] }
            texts[place] = unsafe String(decoding: buffer, as: UTF8.self)
        } else {
            // A message's places are few; a hostile table does not make the memory grow.
            if place >= 64 { return unsafe String(decoding: buffer, as: UTF8.self) }
            texts.append(unsafe String(decoding: buffer, as: UTF8.self))
        }
        return texts[place]
    }
}
