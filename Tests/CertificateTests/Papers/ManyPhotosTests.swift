import Attachments
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("Photos of many persons in one archive")
struct ManyPhotosTests {
    private static let good = Portrait.png(width: 295, height: 413)
    private static let numbers = (1...3).map { "Y00003716000126T00000\($0)" }

    @Test("are kept by the number in their names, however else they are called, and each other file is answered for")
    func byNumber() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered(names: ["王建国", "李明", "赵六"])
            let gbk: [UInt8] = [0xD5, 0xD5, 0xC6, 0xAC]
            let archive = StoredArchive.of([
                (Array("photos/王建国\(Self.numbers[0]) (1).png".utf8), Self.good),
                (gbk + Array("_\(Self.numbers[1]).png".utf8), Self.good),
                (Array("合影.png".utf8), Self.good),
                (Array("\(Self.numbers[2]).jpg".utf8), Array("no photo".utf8)),
                (Array("__MACOSX/photos/._1.png".utf8), [0]), (Array(".DS_Store".utf8), [0]),
            ])
            let rehearsed = try await bench.photos(archive, path, dryRun: true)
            #expect(rehearsed.json["taken"]?.int == 2 && rehearsed.json["dryRun"] == .flag(true))
            #expect(rehearsed.json["withoutPhoto"]?.elements.count == 1)
            let ids = try await bench.certificates(path)
            #expect(try await bench.ask("GET /certificates/\(ids[0])/photo", as: "hr").status == 404)
            let taken = try await bench.photos(archive, path)
            let files = taken.json["files"]?.elements ?? []
            #expect(files.map { $0["isTaken"] == .flag(true) } == [true, true, false, false], "\(taken.text)")
            #expect(files.map { $0["name"]?.text } == ["王建国", "李明", nil, "赵六"])
            #expect(files[1]["file"]?.text == "照片_\(Self.numbers[1]).png")
            #expect(files[2]["code"]?.text == "certificate.photos-nobody")
            #expect(files[3]["code"]?.text == "certificate.photo-unreadable")
            #expect(files[3]["sentence"]?.text?.isEmpty == false)
            #expect(taken.json["withoutPhoto"]?[0]?["name"]?.text == "赵六")
            for (id, status) in zip(ids, [200, 200, 404]) {
                let photo = await bench.service.call("GET", "/certificates/\(id)/photo", as: .centreOfficer)
                #expect(photo.status == status)
            }
            // A second time they take the place of those before.
            #expect(try await bench.photos(archive, path).json["taken"]?.int == 2)
        }
    }

    @Test("are found by document number or a list, whose numbers stand in no answer; two of one person are none")
    func byDocumentAndList() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved(names: ["王建国"]))
            let path = "/registrations/\(try await bench.registration())"
            let name = "\(Samples.identityNumber).png"
            let own = try await bench.photos(StoredArchive.of([(name, Self.good)]), path)
            #expect(own.json["taken"]?.int == 1, "\(own.text)")
            #expect(own.json["files"]?[0]?["file"]?.text == "1101**********002X.png")
            #expect(!own.text.contains(Samples.identityNumber))
            let list = "文件名,证件号码\nIMG_1.png,\(Samples.identityNumber)\nIMG_2.png,\(Samples.identityNumber)\n"
            let listed = [("清单.csv", Array(list.utf8)), ("IMG_1.png", Self.good)]
            let byList = try await bench.photos(StoredArchive.of(listed), path)
            #expect(byList.json["taken"]?.int == 1 && byList.json["missing"]?[0]?["row"]?.int == 3, "\(byList.text)")
            let twice = try await bench.photos(StoredArchive.of(listed + [("IMG_2.png", Self.good)]), path)
            #expect(twice.json["taken"]?.int == 0)
            #expect(
                twice.json["files"]?.elements.map { $0["code"]?.text }
                    == Array(repeating: "certificate.photos-twice", count: 2)
            )
        }
    }

    /// An archive that is refused as a whole.
    private static let refused: [(String, [UInt8], String)] = [
        ("no zip", Array("photos".utf8), "certificate.photos-no-archive"),
        ("cut off", Array(StoredArchive.of([("a.png", good)]).dropLast(30)), "certificate.photos-no-archive"),
        ("without photos", StoredArchive.of([("清单.csv", Array("文件名,证书编号\n".utf8))]), "certificate.photos-empty"),
        (
            "two lists",
            StoredArchive.of([("a.csv", Array("文件名\n".utf8)), ("b.csv", Array("文件名\n".utf8)), ("c.png", good)]),
            "certificate.photos-lists"
        ),
        ("locked", StoredArchive.of([("\(numbers[0]).png", good)], isLocked: true), "certificate.photos-encrypted"),
        ("too many", StoredArchive.of((0...1000).map { ("\($0).png", []) }), "certificate.photos-too-many"),
    ]

    @Test("are refused together where the archive cannot be trusted", arguments: 0..<6)
    func refusedArchives(_ place: Int) async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let (what, bytes, code) = Self.refused[place]
            let answer = try await bench.photos(bytes, path)
            #expect(answer.code == code, "\(what): \(answer.text)")
            let ids = try await bench.certificates(path)
            #expect(try await bench.ask("GET /certificates/\(ids[0])/photo", as: "hr").status == 404)
        }
    }

    @Test("larger than a photo are refused one by one, and another enterprise's registration altogether")
    func tooLarge() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let large = [UInt8](repeating: 7, count: Photos.purpose.mostBytes + 1)
            let archive = StoredArchive.of([("\(Self.numbers[0]).png", large), ("\(Self.numbers[1]).png", Self.good)])
            let answer = try await bench.photos(archive, path)
            #expect(answer.json["taken"]?.int == 1 && answer.json["files"]?[0]?["isTaken"] == .flag(false))
            #expect(try await bench.photos(archive, path, of: Samples.other.creditCode).status == 403)
        }
    }
}

extension Bench {
    fileprivate func photos(
        _ archive: [UInt8],
        _ path: String,
        dryRun: Bool = false,
        of creditCode: String = Samples.enterprise.creditCode
    ) async throws -> Answered {
        let response = await service.call(
            "POST",
            "\(path)/photos" + (dryRun ? "?dryRun=true" : ""),
            as: .enterpriseHR,
            of: creditCode,
            body: archive,
            headers: ["content-type": "application/zip"]
        )
        return Answered(
            status: response.status,
            etag: nil,
            text: response.text,
            json: try WireFormat.decode(from: response.body)
        )
    }

    fileprivate func certificates(_ path: String) async throws -> [String] {
        try await ask("GET \(path)", as: "centre").json["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
    }
}
