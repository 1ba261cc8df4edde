import Foundation
import Testing

@testable import Attachments

@Suite("A look at a file")
struct InspectionTests {
    private static func look(
        _ bytes: [UInt8],
        _ name: String? = nil,
        allowed: Set<FileKind> = Set(FileKind.allCases)
    ) throws -> Inspection.Outcome {
        try Inspection(size: bytes.count, name: name.flatMap(FileName.init), allowed: allowed) { Array(bytes[$0]) }
            .outcome
    }

    static let sound: [(String, [UInt8], FileKind)] = [
        ("a.pdf", Samples.pdf, .pdf), ("a.jpg", Samples.jpeg, .jpeg), ("a.JPEG", Samples.jpeg, .jpeg),
        ("a.png", Samples.png, .png), ("a", Samples.png, .png), ("a.gif", Array("GIF89a....".utf8), .gif),
        ("a.webp", Array("RIFF....WEBPVP8 ".utf8), .webp), ("a.wav", Array("RIFF....WAVEfmt ".utf8), .wav),
        ("a.heic", Samples.media("heic"), .heic), ("a.mp4", Samples.media("isom"), .mp4),
        ("a.mov", Samples.media("qt  "), .quicktime), ("a.m4a", Samples.media("M4A "), .m4a),
        ("a.mp3", Array("ID3\u{4}".utf8), .mp3), ("a.mp3", [0xFF, 0xFB, 0x90, 0], .mp3),
        ("a.docx", Samples.word, .docx), ("a.xlsx", ZipBuilder("[Content_Types].xml", "xl/workbook.xml").bytes, .xlsx),
        ("a.pptx", ZipBuilder("[Content_Types].xml", "ppt/presentation.xml").bytes, .pptx),
        ("a.ofd", ZipBuilder("OFD.xml", "Doc_0/Document.xml").bytes, .ofd),
        ("a.doc", Samples.compound("Root Entry", "WordDocument"), .doc),
        ("a.xls", Samples.compound("Root Entry", "Workbook"), .xls),
        ("a.et", Samples.compound("Root Entry", "Workbook"), .xls),
        ("a.ppt", Samples.compound("PowerPoint Document"), .ppt),
        ("a.xls", Samples.compound("Workbook", "WordDocument"), .xls),
        ("a.docx", ZipBuilder.word(.init(name: "word/embeddings/Microsoft_Excel_Sheet.xlsx")).bytes, .docx),
    ]

    @Test("knows what it is by its content", arguments: sound)
    func kinds(_ name: String, _ bytes: [UInt8], _ kind: FileKind) throws {
        #expect(try Self.look(bytes, name) == .sound(.init(kind: kind, mediaType: kind.mediaType)))
        #expect(try Self.look(bytes, name, allowed: []) == .refused(.kind(found: kind)))
    }

    static let texts: [(String, [UInt8], String)] = [
        ("a.txt", Array("公示\r\n\t完".utf8), "text/plain; charset=utf-8"),
        ("a.csv", Array("姓名,单位\n".utf8), "text/csv; charset=utf-8"),
        ("a.txt", Samples.chinese, "text/plain; charset=gb18030"),
        ("a.csv", Samples.chinese + Array(",1\n".utf8), "text/csv; charset=gb18030"),
        ("a.txt", [0x81, 0x30, 0x81, 0x30], "text/plain; charset=gb18030"),
        ("a.txt", Array("𠀀".utf8), "text/plain; charset=utf-8"),
        ("a.txt", Array("MZ是代号".utf8), "text/plain; charset=utf-8"),
        ("a.txt", Array("3 < 5, function 一词".utf8), "text/plain; charset=utf-8"),
    ]

    @Test("knows a text and its encoding", arguments: texts)
    func encodings(_ name: String, _ bytes: [UInt8], _ mediaType: String) throws {
        guard case .sound(let found) = try Self.look(bytes, name) else {
            Issue.record("refused")
            return
        }
        #expect(found.mediaType == mediaType)
    }

    @Test("knows the encoding when a character lies on the edge of two pieces")
    func edges() throws {
        for encoded in [Array("证".utf8), Samples.chinese] {
            for shift in 0..<4 {
                let head = [UInt8](repeating: UInt8(ascii: "a"), count: Inspection.pieceLength - shift)
                guard case .sound = try Self.look(head + encoded) else {
                    Issue.record("refused at \(shift)")
                    continue
                }
            }
        }
        let script = Array("<ScRiPt>".utf8)
        for shift in 0...script.count {
            let head = [UInt8](repeating: UInt8(ascii: "a"), count: Inspection.pieceLength - shift)
            #expect(try Self.look(head + script) == .refused(.executable))
        }
    }

    static let refused: [(String, [UInt8], AttachmentRefusal)] = [
        ("a.pdf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], .executable),
        ("a.jpg", Array("MZ".utf8) + [0x90, 0, 3, 0], .executable), ("a.txt", Array("#!/bin/sh\n".utf8), .executable),
        ("a", [0xCF, 0xFA, 0xED, 0xFE, 7, 0], .executable), ("a.pdf", [0xCA, 0xFE, 0xBA, 0xBE], .executable),
        ("a.txt", Array("@echo off\r\ndel *".utf8), .executable),
        ("a.txt", Array("  \n<html><body>".utf8), .executable),
        ("a.csv", Array("a,<script>alert(1)".utf8), .executable),
        ("a.txt", Array("<svg onload=x>".utf8), .executable), ("a.txt", Array("<?xml version".utf8), .executable),
        ("a.txt", Array("\u{FEFF}#!/usr/bin/env python".utf8), .executable),
        ("a.txt", Array("Set-ExecutionPolicy Bypass\n".utf8), .executable),
        ("a.txt", Array("On Error Resume Next\nSet x".utf8), .executable),
        ("a.txt", Array("var x = 1;\nWScript.Echo x".utf8), .executable),
        ("a.docx", ZipBuilder.word(.init(name: "word/vbaProject.bin")).bytes, .macros),
        ("a.docx", ZipBuilder.word(.init(name: "word/activeX/activeX1.bin")).bytes, .macros),
        ("a.xls", Samples.compound("Workbook", "_VBA_PROJECT_CUR"), .macros),
        ("a.docx", Samples.compound("EncryptedPackage"), .encrypted),
        ("a.docx", ZipBuilder("META-INF/MANIFEST.MF", "A.class").bytes, .executable),
        ("a.pdf", ZipBuilder("META-INF/MANIFEST.MF", "a").bytes, .executable),
        ("a.docx", ZipBuilder("AndroidManifest.xml", "classes.dex").bytes, .executable),
        ("a.docx", ZipBuilder.word(.init(name: "word/media/a.exe")).bytes, .executable),
        (
            "a.docx", ZipBuilder.word(.init(name: "word/media/a", data: [0x7F, 0x45, 0x4C, 0x46], method: 0)).bytes,
            .executable
        ),
        ("a.docx", ZipBuilder.word(.init(name: "word/media/a.zip")).bytes, .nested),
        ("a.docx", ZipBuilder.word(.init(name: "word/a", data: [0x50, 0x4B, 3, 4], method: 0)).bytes, .nested),
        ("a.docx", ZipBuilder.word(.init(name: "../../etc/passwd")).bytes, .damaged(nil)),
        ("a.docx", ZipBuilder.word(.init(name: "/etc/passwd")).bytes, .damaged(nil)),
        ("a.docx", ZipBuilder.word(.init(name: "c:\\a")).bytes, .damaged(nil)),
        ("a.docx", ZipBuilder.word(.init(name: "a", flags: 1)).bytes, .encrypted),
        ("a.docx", ZipBuilder.word(.init(name: "a", unpacked: 500_000_001)).bytes, .bomb),
        ("a.docx", ZipBuilder.word(.init(name: "a", unpacked: 1000)).bytes, .bomb),
        ("a.docx", ZipBuilder.word(.init(name: "a", offset: 0)).bytes, .bomb),
        ("a.docx", ZipBuilder.word(.init(name: "a", compressed: 5000)).bytes, .damaged(nil)),
        ("a.docx", ZipBuilder.word(.init(name: "a", offset: 1_000_000)).bytes, .damaged(nil)),
        ("a.docx", Array(Samples.word.dropLast(10)), .damaged(nil)),
        ("a.zip", ZipBuilder("readme.txt").bytes, .kind(found: nil)),
        ("a.docx", Samples.compound("Other"), .kind(found: nil)),
        ("a.xlsx", ZipBuilder("[Content_Types].xml", "xl/workbook.bin").bytes, .kind(found: nil)),
        ("a.pdf", Samples.jpeg, .ending("pdf", found: .jpeg)), ("a.jpg", Samples.png, .ending("jpg", found: .png)),
        ("a.xlsx", Samples.word, .ending("xlsx", found: .docx)), ("a.txt", Samples.pdf, .ending("txt", found: .pdf)),
        ("a.txt", [0xFF, 0xFE, 0x61, 0], .kind(found: nil)), ("a.txt", Array("a\0b".utf8), .kind(found: nil)),
        ("a.txt", [0x81], .kind(found: nil)), ("a.rar", Array("Rar!\u{1A}\u{7}".utf8), .kind(found: nil)),
    ]

    @Test("refuses what runs, lies or unpacks to more, whatever it is called", arguments: refused)
    func refuses(_ name: String, _ bytes: [UInt8], _ reason: AttachmentRefusal) throws {
        #expect(try Self.look(bytes, name) == .refused(reason))
    }

    @Test("refuses an archive of more entries than one needs, before it reads them")
    func manyEntries() throws {
        var zip = ZipBuilder.word()
        zip.claimedCount = 10_001
        #expect(try Self.look(zip.bytes) == .refused(.bomb))
        zip.claimedCount = 9000
        #expect(try Self.look(zip.bytes) == .refused(.damaged(nil)))
    }

    @Test("reads an archive's directory behind a comment that looks like one")
    func comments() throws {
        var zip = ZipBuilder.word()
        zip.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) + [1]
        guard case .sound = try Self.look(zip.bytes) else {
            Issue.record("refused")
            return
        }
    }

    @Test("survives ten thousand spoilt archives")
    func spoiltArchives() throws {
        var random = SystemRandomNumberGenerator()
        let whole = ZipBuilder.word(.init(name: "a", method: 0), .init(name: "b/c.xml")).bytes
        for _ in 0..<10_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 4..<bytes.count, using: &random)
                guard Bool.random(using: &random) else {
                    bytes.removeSubrange(index...)
                    break
                }
                bytes[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            }
            _ = try Self.look(bytes)
        }
    }

    /// The edges of what 16, 32 and 64 bits hold, signed and not, and their neighbours.
    static let extremes: [UInt64] = [0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, UInt64(Int.max), UInt64.max]
        .flatMap { (edge: UInt64) -> [UInt64] in [edge - 56, edge - 30, edge - 1, edge, edge &+ 1] }

    @Test("takes an archive with a long end record and long sizes for what it is")
    func longArchives() throws {
        var zip = ZipBuilder.word()
        zip.long = ZipBuilder.Long()
        guard case .sound = try Self.look(zip.bytes) else {
            Issue.record("refused")
            return
        }
        zip.entries[0].unpacked = 0xFFFF_FFFF
        zip.entries[0].long = [1]
        guard case .sound = try Self.look(zip.bytes) else {
            Issue.record("refused with a long size")
            return
        }
    }

    @Test("refuses archives whose numbers are as large as numbers get", arguments: extremes)
    func extremeNumbers(_ number: UInt64) throws {
        for record in [
            ZipBuilder.Long(place: number), .init(start: number), .init(length: number), .init(count: number),
            .init(length: number, start: number), .init(start: number, place: number),
        ] {
            var zip = ZipBuilder.word()
            zip.long = record
            if case .sound = try Self.look(zip.bytes) { Issue.record("\(record) is sound") }
        }
        let all = 0xFFFF_FFFF
        for long in [
            [1, 1, number], [1, number, 0], [number, 1, 0], [number, number, number], [1, number, number],
        ] {
            let entry = ZipBuilder.Entry(name: "a", unpacked: all, compressed: all, offset: all, long: long)
            if case .sound = try Self.look(ZipBuilder.word(entry).bytes) { Issue.record("\(long) is sound") }
        }
    }

    @Test("survives archives, pictures and compound files with extreme numbers written over any place")
    func extremesAnywhere() throws {
        var zip = ZipBuilder.word(.init(name: "a", unpacked: 0xFFFF_FFFF, long: [1]))
        zip.long = ZipBuilder.Long()
        let files = [zip.bytes, Samples.word, Samples.jpeg, Samples.png, Samples.pdf, Samples.compound("Workbook")]
        for whole in files {
            for number in [0x7FFF_FFFF, 0xFFFF_FFFF, UInt64(Int.max) - 29, UInt64(Int.max), .max] {
                for width in [4, 8] where width <= whole.count {
                    for place in 0...(whole.count - width) {
                        var bytes = whole
                        for index in 0..<width {
                            bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
                        }
                        _ = try Self.look(bytes)
                    }
                }
            }
        }
    }

    @Test(
        "answers any range asked for with a part of the file, or not at all",
        arguments: [
            "", "0", "1", "9", "2147483648", "9223372036854775807", "9223372036854775808", "999999999999999999",
        ]
    )
    func extremeRanges(_ first: String) throws {
        for last in ["", "0", "9", "4294967295", "9223372036854775807", "18446744073709551615", "999999999999999999"] {
            for size in [1, 10, ChunkLayout.length + 1] {
                guard let range = try? ByteRange.read("bytes=\(first)-\(last)", of: size) else { continue }
                #expect(range.lowerBound >= 0 && range.upperBound <= size && !range.isEmpty)
                #expect(ChunkLayout(size: size).numbers(of: range).count >= 1)
            }
        }
    }

    @Test("gives the digest of the whole")
    func digest() throws {
        let bytes = Array("abc".utf8)
        let look = try Inspection(size: 3, name: nil, allowed: []) { Array(bytes[$0]) }
        #expect(look.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

@Suite("The name of a file")
struct FileNameTests {
    @Test(
        "keeps what people wrote and nothing that harms",
        arguments: [
            ("证书.pdf", "证书.pdf"), ("/etc/passwd", "passwd"), ("C:\\temp\\a.doc", "a.doc"), ("../../a.txt", "a.txt"),
            ("a\u{202E}fdp.exe", "afdp.exe"), ("a\r\nb\0.txt", "ab.txt"), ("  .hidden ", "hidden"),
            ("a<b>?.txt", "a_b__.txt"),
            ("𠀀\u{E0100}.png", "𠀀\u{E0100}.png"), ("a.txt. ", "a.txt"), ("", nil), ("..", nil), ("/", nil),
            ("\u{200B}", nil),
        ] as [(String, String?)]
    )
    func sanitises(_ given: String, _ kept: String?) {
        #expect(FileName(given)?.text == kept)
    }

    @Test("is shortened in the middle, so that its ending stays")
    func shortens() throws {
        let name = try #require(FileName(String(repeating: "证", count: 300) + ".docx"))
        #expect(name.text.unicodeScalars.count == 120)
        #expect(name.ending == "docx")
    }
}
