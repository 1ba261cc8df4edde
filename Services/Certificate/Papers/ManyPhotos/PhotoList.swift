import Foundation
import Kernel
import Spreadsheets

/// The list beside photos that says whom each file is of; an archive may be without.
struct PhotoList {
    private static let columns = [
        SheetColumn("file", "文件名", aliases: ["照片", "照片文件", "照片文件名"]),
        SheetColumn("number", "证书编号", aliases: ["编号"], isRequired: false),
        SheetColumn("documentNumber", "证件号码", aliases: ["身份证号码", "公民身份号码", "身份证号"], isRequired: false),
    ]
    /// The largest list, in bytes.
    private static let mostBytes = 2 << 20

    /// The file that is the list.
    let file: PackedFiles.File?
    private var lines: [String: (row: Int, keys: [String], file: String)] = [:]

    /// Looks for a list among the files and reads it.
    ///
    /// - Throws: ``PhotosRefusal/severalLists``, `SpreadsheetError` where it cannot be read.
    init(in archive: PackedFiles) throws {
        let lists = archive.files.filter { file in
            [".csv", ".xlsx", ".xls"].contains { file.name?.lowercased().hasSuffix($0) ?? false }
        }
        guard lists.count <= 1 else { throw PhotosRefusal.severalLists }
        file = lists.first
        guard let file else { return }
        guard let bytes = try archive.bytes(of: file, most: Self.mostBytes) else {
            throw SpreadsheetError.tooLarge(most: Self.mostBytes)
        }
        let book = try Spreadsheet(.bytes(bytes), limits: ReadingLimits().with(rows: TakePhotos.mostFiles + 50))
        let sheet = try HeadedSheet(book.rows(of: .first, merged: .everyRow), columns: Self.columns)
        while let row = try sheet.next() {
            let name = row.text("file").trimmingCharacters(in: .whitespacesAndNewlines)
            guard !name.isEmpty else { continue }
            let keys = [row.text("number"), row.text("documentNumber")].filter { !$0.isEmpty }.map(PhotoHolders.key)
            let before = lines[Self.key(name)]
            // A file listed twice for two persons is of neither: its keys mean both.
            lines[Self.key(name)] = (before?.row ?? row.number, (before?.keys ?? []) + keys, name)
        }
    }

    /// What the list says of a file; nil where it says nothing.
    func keys(of file: PackedFiles.File) -> [String]? {
        lines[Self.key(file.path ?? "")]?.keys ?? lines[Self.key(file.name ?? "")]?.keys
    }

    /// The lines whose files are not there.
    func missing(from files: [PackedFiles.File]) -> [(row: Int, file: String)] {
        let there = Set(files.flatMap { [Self.key($0.path ?? ""), Self.key($0.name ?? "")] })
        return lines.filter { !there.contains($0.key) }.map { ($0.value.row, $0.value.file) }.sorted { $0.row < $1.row }
    }

    private static func key(_ name: String) -> String { name.replacing("\\", with: "/").lowercased() }
}
