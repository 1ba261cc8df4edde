/// What has been written of one value.
///
/// A value of its own beside its encoder: the runtime checks each use of a member of an object, and here once a call.
struct EncodedPart {
    /// What was asked to be written.
    enum Shape { case nothing, value, object, list }

    /// One member of an object: where it stands in the text, or who writes it.
    struct Member {
        let name: String
        let place: Range<Int>
        var writer: WireEncoder?
    }

    var shape = Shape.nothing
    /// The value, or the members or elements one after the other with commas between.
    var text: [UInt8] = []
    /// How many elements a list has.
    private(set) var count = 0
    private var members: [Member] = []
    /// The elements that others write, by their place in the text.
    private var elements: [(place: Int, writer: WireEncoder)] = []
    /// Whether the members came in the order of their names, each once, and none is written by another.
    private var isInOrder = true
    /// Whether others write members or elements.
    private var hasWriters = false

    /// Begins a member; answers where.
    mutating func begin(_ name: String) -> Int {
        if !text.isEmpty { text.append(UInt8(ascii: ",")) }
        let start = text.count
        JSONText.write(name, to: &text)
        text.append(UInt8(ascii: ":"))
        return start
    }

    /// Ends a member that began there.
    mutating func end(_ name: String, from start: Int) {
        if isInOrder, let last = members.last, !last.name.utf8.isBefore(name.utf8) { isInOrder = false }
        members.append(Member(name: name, place: start..<text.count, writer: nil))
    }

    /// Begins an element.
    mutating func beginElement() {
        if count > 0 { text.append(UInt8(ascii: ",")) }
        count += 1
    }

    /// Another writes a member.
    mutating func add(_ writer: WireEncoder, for name: String) {
        (isInOrder, hasWriters) = (false, true)
        members.append(Member(name: name, place: text.count..<text.count, writer: writer))
    }

    /// Another writes an element.
    mutating func add(_ writer: WireEncoder) {
        beginElement()
        hasWriters = true
        elements.append((text.count, writer))
    }

    /// Puts the whole behind a text.
    mutating func finish(into bytes: inout [UInt8]) {
        switch shape {
        case .value: bytes.append(contentsOf: text)
        case .nothing: bytes.append(contentsOf: "{}".utf8)
        case .list:
            bytes.append(UInt8(ascii: "["))
            var place = 0
            for element in elements {
                bytes.append(contentsOf: text[place..<element.place])
                element.writer.finish(into: &bytes)
                place = element.place
            }
            bytes.append(contentsOf: text[place...])
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            if isInOrder { bytes.append(contentsOf: text) } else { finishInOrder(into: &bytes) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func finishInOrder(into bytes: inout [UInt8]) {
        // Of two with one name the later counts; the sort keeps them in the order they came.
        if members.count > 1 { members.sort { $0.name.utf8.isBefore($1.name.utf8) } }
        var isFirst = true
        for place in members.indices {
            let name = members[place].name
            if place + 1 < members.count, members[place + 1].name == name { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            if let writer = members[place].writer {
                JSONText.write(name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                writer.finish(into: &bytes)
            } else {
                bytes.append(contentsOf: text[members[place].place])
            }
        }
    }

    /// Forgets everything but the room it has; hands back those who wrote parts.
    mutating func clear() -> [WireEncoder] {
        let writers = hasWriters ? members.compactMap(\.writer) + elements.map(\.writer) : []
        if hasWriters { elements.removeAll() }
        members.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        (shape, count, isInOrder, hasWriters) = (.nothing, 0, true, false)
        return writers
    }
}

extension String.UTF8View {
    /// Whether the bytes come before others.
    fileprivate func isBefore(_ other: String.UTF8View) -> Bool {
        let (left, right) = (span, other.span)
        for place in 0..<Swift.min(left.count, right.count) where left[place] != right[place] {
            return left[place] < right[place]
        }
        return left.count < right.count
    }
}
