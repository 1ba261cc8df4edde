import Postgres
import ServiceKit

extension AttachmentStore {
    /// A complete file as the answer to a call, whole or the range asked for, read chunk by chunk after the transaction.
    ///
    /// Whether the caller may see it has been decided.
    ///
    /// - Throws: ``AttachmentRefusal``.
    package func download(_ record: AttachmentRecord, for call: Call) throws -> Answer {
        try Self.requireVisible(record)
        let tag = "\"sha256-\(record.sha256)\""
        if let known = call.header("if-none-match"), Self.names(known, tag) { return .notModified(tag: tag) }
        // A range of a file that is no longer the one the caller has the beginning of would make neither.
        let isSame = call.header("if-range").map { $0 == tag } ?? true
        let asked: Range<Int>?
        do {
            asked = isSame ? try ByteRange.read(call.header("range"), of: record.size) : nil
        } catch {
            var answer = Answer.refused(error)
            answer.headers["content-range"] = "bytes */\(record.size)"
            return answer
        }
        let range = asked ?? 0..<record.size
        let layout = ChunkLayout(size: record.size)
        let numbers = layout.numbers(of: range)
        let stream = AnswerStream(length: range.count, pieces: numbers.count) { [chunks] index, tx in
            let number = numbers.lowerBound + index
            let bytes = try chunks.get(number, of: record.id, sealed: record.declared.isSealed, in: tx)
            let part = layout.part(of: range, in: number)
            return part == 0..<bytes.count ? bytes : Array(bytes[part])
        }
        var answer = Answer.file(
            stream,
            type: record.mediaType ?? "application/octet-stream",
            name: Self.offeredName(record),
            isShown: record.kind?.isShown ?? false,
            range: asked.map { ($0, record.size) }
        )
        answer.headers["etag"] = tag
        answer.headers["accept-ranges"] = "bytes"
        return answer
    }

    private static func names(_ header: String, _ tag: String) -> Bool {
        header.split(separator: ",").contains { item in
            let item = item.filter { $0 != " " }
            return item == "*" || item == tag || item == "W/\(tag)"
        }
    }

    /// The name with the ending of its kind where it has none.
    private static func offeredName(_ record: AttachmentRecord) -> String {
        guard let ending = record.kind?.endings.first, FileName(record.name)?.ending == nil else { return record.name }
        return "\(record.name).\(ending)"
    }
}
