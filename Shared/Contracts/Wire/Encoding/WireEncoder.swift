import Foundation
import Kernel

/// Writes one value, and through containers its parts, straight as JSON text.
///
/// Foundation's encoder makes a tree of dictionaries first and sorts and writes that; most of what a fact costs was there.
/// Here a member is written as it comes; those of an object are put in order when it is finished, which most need not be.
final class WireEncoder: Encoder {
    private var part = EncodedPart()
    private var parent: WireEncoder?
    private var key: (any CodingKey)?
    private let spares: SpareEncoders

    init(spares: SpareEncoders) {
        self.spares = spares
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    var codingPath: [any CodingKey] {
        var path: [any CodingKey] = []
        var encoder: WireEncoder? = self
        while let one = encoder {
            if let key = one.key { path.append(key) }
            encoder = one.parent
        }
        return path.reversed()
    }

    /// How many elements a list has.
    var count: Int { part.count }

    /// Whether nothing was written.
    var isEmpty: Bool { part.shape == .nothing }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        become(.object)
        return KeyedEncodingContainer(ObjectWriter<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        become(.list)
        return ListWriter(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { ValueWriter(encoder: self) }

    /// An encoder that asks for a container of another kind than before begins anew.
    private func become(_ shape: EncodedPart.Shape) {
        guard part.shape != shape else { return }
        if part.shape != .nothing { clearPart() }
        part.shape = shape
    }

    /// Writes the one value it stands for.
    func write(_ value: some Encodable) throws {
        if try WireLeaf.write(value, to: &part.text, at: { codingPath }) {
            part.shape = .value
        } else {
            try value.encode(to: self)
        }
    }

    /// Writes `null` as the one value it stands for.
    func writeNull() {
        part.shape = .value
        part.text = JSONText.null
    }

    /// Writes a member of an object.
    func write(_ value: some Encodable, under key: some CodingKey) throws {
        let name = key.stringValue
        let start = part.begin(name)
        if try !WireLeaf.write(value, to: &part.text, at: { codingPath + [key] }) { try nested(value, under: key) }
        part.end(name, from: start)
    }

    /// Writes a member that is `null`.
    func writeNull(under key: some CodingKey) {
        let name = key.stringValue
        let start = part.begin(name)
        part.text.append(contentsOf: JSONText.null)
        part.end(name, from: start)
    }

    /// Writes an element of a list.
    func append(_ value: some Encodable) throws {
        let index = part.count
        part.beginElement()
        if try !WireLeaf.write(value, to: &part.text, at: { codingPath + [PathKey(index: index)] }) {
            try nested(value, under: PathKey(index: index))
        }
    }

    /// Writes an element that is `null`.
    func appendNull() {
        part.beginElement()
        part.text.append(contentsOf: JSONText.null)
    }

    /// Who writes a member; it may go on until the whole is finished.
    func writer(under key: some CodingKey) -> WireEncoder {
        let writer = spares.take(for: self, key)
        part.add(writer, for: key.stringValue)
        return writer
    }

    /// Who writes an element.
    func nextWriter() -> WireEncoder {
        let writer = spares.take(for: self, PathKey(index: part.count))
        part.add(writer)
        return writer
    }

    private func nested(_ value: some Encodable, under key: some CodingKey) throws {
        var encoder = spares.take(for: self, key)
        do { try value.encode(to: encoder) } catch {
            encoder.clear()
            throw error
        }
        encoder.finish(into: &part.text)
        spares.giveBack(&encoder)
    }

    /// Puts the whole behind a text.
    func finish(into bytes: inout [UInt8]) { part.finish(into: &bytes) }

    /// Takes its place in the whole.
    func begin(for parent: WireEncoder, _ key: some CodingKey) {
        self.parent = parent
        self.key = key
    }

    /// Forgets everything but the room it has.
    func clear() {
        clearPart()
        (parent, key) = (nil, nil)
    }

    private func clearPart() {
        for var writer in part.clear() { spares.giveBack(&writer) }
    }
}
