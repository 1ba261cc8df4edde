import CLibZip
import Glibc

/// A zip archive whose parts are read one after the other, never more than the limits allow.
@safe final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    private var unpacked = 0

    init(_ file: SpreadsheetFile, limits: ReadingLimits) throws(SpreadsheetError) {
        guard let opened = unsafe Self.open(file) else { throw .damaged("zip directory") }
        unsafe archive = unsafe opened
        self.limits = limits
        let count = unsafe zip_get_num_entries(opened, 0)
        guard (1...10_000).contains(count) else { throw count > 0 ? .bomb : .damaged("zip directory") }
    }

    deinit { unsafe zip_discard(archive) }

    private static func open(_ file: SpreadsheetFile) -> OpaquePointer? {
        switch file {
        case .path(let path): return unsafe zip_open(path, ZIP_RDONLY, nil)
        case .bytes(let bytes):
            // libzip frees the copy with the source.
            guard let copy = unsafe malloc(max(1, bytes.count)) else { return nil }
            unsafe bytes.withUnsafeBytes { from in
                if let start = from.baseAddress { unsafe memcpy(copy, start, bytes.count) }
            }
            guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
                unsafe free(copy)
                return nil
            }
            guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
                unsafe zip_source_free(source)
                return nil
            }
            return unsafe archive
        }
    }

    /// Whether there is a part of this name; names of parts differ by more than case.
    func has(_ name: String) -> Bool { index(of: name) != nil }

    private func index(of name: String) -> UInt64? {
        let place = unsafe zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
        return place < 0 ? nil : UInt64(place)
    }

    /// A part, opened; nil where there is none.
    func part(_ name: String) throws(SpreadsheetError) -> ZipPart? {
        guard let index = index(of: name) else { return nil }
        return try part(at: index, name: name)
    }

    /// How many parts there are.
    var count: UInt64 { UInt64(max(0, unsafe zip_get_num_entries(archive, 0))) }

    /// The name of the part at a place, in the bytes it was packed with.
    func name(at place: UInt64) -> [UInt8] {
        guard let name = unsafe zip_get_name(archive, place, UInt32(ZIP_FL_ENC_RAW)) else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// The part at a place, opened.
    func part(at index: UInt64, name: String) throws(SpreadsheetError) -> ZipPart {
        var stat = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, index, 0, &stat) == 0 else { throw .damaged(name) }
        guard unsafe stat.encryption_method == ZIP_EM_NONE else { throw .encrypted }
        guard unsafe stat.size <= UInt64(limits.unpackedBytes) else { throw .bomb }
        guard let handle = unsafe zip_fopen_index(archive, index, 0) else { throw .damaged(name) }
        let packed = unsafe Int(clamping: stat.comp_size)
        return unsafe ZipPart(handle, of: self, name: name, packed: packed)
    }

    /// Counts bytes that were unpacked.
    fileprivate func count(_ bytes: Int, partSoFar: Int, packed: Int) throws(SpreadsheetError) {
        unpacked += bytes
        guard unpacked <= limits.unpackedBytes else { throw .bomb }
        // Small parts may repeat themselves as they like.
        guard partSoFar < 4 << 20 || partSoFar / max(1, packed) <= limits.ratio else { throw .bomb }
    }
}

/// One part of an archive, read piece by piece.
@safe final class ZipPart {
    let name: String
    private let handle: OpaquePointer
    private let archive: ZipArchive
    private let packed: Int
    private var soFar = 0
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    @unsafe
    init(_ handle: OpaquePointer, of archive: ZipArchive, name: String, packed: Int) {
        unsafe self.handle = unsafe handle
        self.archive = archive
        self.name = name
        self.packed = packed
    }

    deinit { unsafe zip_fclose(handle) }

    /// The next bytes; empty at the end.
    func next() throws(SpreadsheetError) -> ArraySlice<UInt8> {
        let length = buffer.count
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe zip_fread(handle, $0.baseAddress, UInt64(length)) }
        guard count >= 0 else { throw .damaged(name) }
        soFar += Int(count)
        try archive.count(Int(count), partSoFar: soFar, packed: packed)
        return buffer[..<Int(count)]
    }
}
