/// Where the parts of a workbook stand and what its workbook part says.
final class WorkbookParts {
    /// A sheet of cells.
    struct Sheet {
        let name: String
        let isHidden: Bool
        let part: String
    }

    let archive: ZipArchive
    private(set) var sheets: [Sheet] = []
    private(set) var sharedStrings: String?
    private(set) var styles: String?
    private(set) var countsFrom1904 = false

    init(_ archive: ZipArchive) throws(SpreadsheetError) {
        self.archive = archive
        guard archive.has("[Content_Types].xml") else { throw Self.refusal(archive) }
        let root = try Self.relations(of: "", in: archive)
        let book = root.first { $0.kind == "officeDocument" && !$0.isExternal }?.target ?? "xl/workbook.xml"
        guard !book.hasSuffix(".bin") else { throw .binaryWorkbook }
        guard !book.hasPrefix("word/"), !book.hasPrefix("ppt/"), let part = try archive.part(book) else {
            throw Self.refusal(archive)
        }
        let names = SheetNames()
        try Self.read(part, names)
        countsFrom1904 = names.countsFrom1904
        let relations = try Self.relations(of: book, in: archive)
        let byID = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for sheet in names.sheets {
            guard let relation = byID[sheet.relation], !relation.isExternal, relation.kind == "worksheet" else {
                continue
            }
            guard archive.has(relation.target) else { throw .damaged(relation.target) }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target))
        }
        guard !sheets.isEmpty else { throw .damaged("no sheets") }
        sharedStrings = relations.first { $0.kind == "sharedStrings" && !$0.isExternal }?.target
        styles = relations.first { $0.kind == "styles" && !$0.isExternal }?.target
    }

    /// Reads a part to its end.
    static func read(_ part: ZipPart, _ target: any XMLTarget) throws(SpreadsheetError) {
        let scanner = try XMLScanner(target, part: part.name)
        while true {
            let piece = try part.next()
            guard !piece.isEmpty else { break }
            try scanner.take(piece)
        }
        try scanner.finish()
    }

    private static func relations(of part: String, in archive: ZipArchive) throws(SpreadsheetError) -> [Relation] {
        let (folder, name) = PartName.split(part)
        guard let found = try archive.part("\(folder)_rels/\(name).rels") else { return [] }
        let relations = Relations(folder: folder)
        try read(found, relations)
        return relations.all
    }

    /// What an archive is that is no workbook.
    private static func refusal(_ archive: ZipArchive) -> SpreadsheetError {
        if archive.has("xl/workbook.bin") { return .binaryWorkbook }
        if archive.has("word/document.xml") { return .notASpreadsheet("Word 文档") }
        if archive.has("ppt/presentation.xml") { return .notASpreadsheet("PowerPoint 演示文稿") }
        if archive.has("content.xml") && archive.has("mimetype") { return .openDocument }
        return .notASpreadsheet("压缩包")
    }
}

/// Names of parts; paths never leave the archive.
enum PartName {
    /// `xl/` and `workbook.xml`.
    static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    /// A target as a relation writes it, from the folder of the part it is of.
    static func resolve(_ target: String, in folder: String) -> String {
        let path = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in path.replacing("\\", with: "/").split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// One relation of a part to another.
struct Relation {
    let id: String
    /// The last word of its type.
    let kind: String
    let target: String
    let isExternal: Bool
}

/// A `.rels` part.
private final class Relations: XMLTarget {
    private let folder: String
    private(set) var all: [Relation] = []

    init(folder: String) { self.folder = folder }

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) {
        guard tag == .relationship, let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], all.count < 10_000
        else { return }
        all.append(
            Relation(
                id: id,
                kind: type.split(separator: "/").last.map(String.init) ?? "",
                target: PartName.resolve(target, in: folder),
                isExternal: attributes["TargetMode"] == "External"
            )
        )
    }

    func end(_ tag: XMLTag) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The workbook part: its sheets, and from which day it counts.
private final class SheetNames: XMLTarget {
    private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
    private(set) var countsFrom1904 = false

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) {
        switch tag {
        case .workbookPr: countsFrom1904 = attributes.isTrue("date1904")
        case .sheet:
            guard sheets.count < 1000, let name = attributes["name"], let relation = attributes["id"] else { return }
            sheets.append((name, (attributes["state"] ?? "visible") != "visible", relation))
        default: break
        }
    }

    func end(_ tag: XMLTag) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
