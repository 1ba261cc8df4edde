/// The elements of a workbook that say something to us.
enum XMLTag: Hashable {
    case row, c, v, f, t, r, rPh, inline, si, sheetData, mergeCell
    case sheet, workbookPr, relationship, numFmt, cellXfs, xf
    case other

    /// By the name without its prefix: writers choose prefixes and name spaces as they like.
    init(_ name: UnsafeBufferPointer<UInt8>) {
        switch name.count {
        case 1:
            switch unsafe name[0] {
            case UInt8(ascii: "c"): self = .c
            case UInt8(ascii: "v"): self = .v
            case UInt8(ascii: "t"): self = .t
            case UInt8(ascii: "r"): self = .r
            case UInt8(ascii: "f"): self = .f
            default: self = .other
            }
        case 2...12:
            self = Self.names.first { unsafe $0.0.elementsEqual(name) }?.1 ?? .other
        default: self = .other
        }
    }

    private static let names: [([UInt8], XMLTag)] = [
        ("row", XMLTag.row), ("is", .inline), ("si", .si), ("rPh", .rPh), ("xf", .xf), ("numFmt", .numFmt),
        ("sheet", .sheet), ("sheetData", .sheetData), ("mergeCell", .mergeCell), ("cellXfs", .cellXfs),
        ("workbookPr", .workbookPr), ("Relationship", .relationship),
    ].map { (Array($0.0.utf8), $0.1) }
}
