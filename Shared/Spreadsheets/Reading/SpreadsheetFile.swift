import Foundation

/// The bytes of a file that is read, wherever they are.
package enum SpreadsheetFile: Sendable {
    /// A file that is in memory anyway.
    case bytes([UInt8])
    /// A file on disk, of which only pieces are held.
    case path(String)

    /// How many bytes there are.
    func size() throws(SpreadsheetError) -> Int {
        switch self {
        case .bytes(let bytes): return bytes.count
        case .path(let path):
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let size = attributes?[.size] as? Int else { throw .damaged("no such file") }
            return size
        }
    }

    /// A reader of the bytes from the first on.
    func pieces() throws(SpreadsheetError) -> FilePieces { try FilePieces(self) }
}

/// The bytes of a file piece by piece.
final class FilePieces {
    private static let length = 1 << 16
    private let bytes: [UInt8]
    private let handle: FileHandle?
    private var place = 0

    init(_ file: SpreadsheetFile) throws(SpreadsheetError) {
        switch file {
        case .bytes(let bytes):
            self.bytes = bytes
            handle = nil
        case .path(let path):
            bytes = []
            handle = FileHandle(forReadingAtPath: path)
            guard handle != nil else { throw .damaged("no such file") }
        }
    }

    deinit { try? handle?.close() }

    /// The next piece; empty at the end.
    func next() throws(SpreadsheetError) -> ArraySlice<UInt8> {
        guard let handle else {
            let piece = bytes[place..<min(bytes.count, place + Self.length)]
            place = piece.endIndex
            return piece
        }
        guard let data = try? handle.read(upToCount: Self.length) else { return [] }
        return [UInt8](data)[...]
    }
}
