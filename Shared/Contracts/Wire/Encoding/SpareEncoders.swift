/// Encoders of parts that are finished, to be used for others: a value of fifty parts needs no more than it is deep.
final class SpareEncoders {
    private var spares: [WireEncoder] = []

    /// One for a part.
    func take(for parent: WireEncoder, _ key: some CodingKey) -> WireEncoder {
        let encoder = spares.popLast() ?? WireEncoder(spares: self)
        encoder.begin(for: parent, key)
        return encoder
    }

    /// One that is finished; kept unless somebody still holds a container of it.
    func giveBack(_ encoder: inout WireEncoder) {
        encoder.clear()
        if isKnownUniquelyReferenced(&encoder) { spares.append(encoder) }
    }

    /// None is kept any more: each knows this shelf, and would keep it for ever.
    func empty() {
        spares.removeAll()
    }
}
