import Contracts
import Foundation
import Kernel
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import FilingService

@Suite("A list of existing filings")
struct ImportTests {
    /// Every thirty-third row is wrong, each in one of these ways, at the column that is named.
    private static let wrongs: [(heading: String, text: String, said: String)] = [
        ("统一社会信用代码", "91371600MA3N00011K", "校验码不符"), ("统一社会信用代码", "9.13716E+17", "Excel"),
        ("备案码", "Y0000370001", "13位"), ("所属县区", "济南市", "属地"), ("有效期止", "2027-02-30", "真实日期"),
        ("有效期止", "2023-01-01", "不能早于"), ("等级", "特级技师", "另行备案"), ("职业编码", "焊工", "6-18-02-04"), ("企业名称", "", "必填"),
        ("联系电话", "无电话可填写", "电话号码"),
    ]

    @Test("of 5,000, of which 3 % are wrong, enters all good ones, and gives each wrong row back with what is wrong")
    func large() async throws {
        let total = 5000
        let wrong = (0..<total).filter { $0 % 33 == 32 }.prefix(150)
        let rows = (0..<total).map { number -> [String] in
            guard let place = wrong.firstIndex(of: number) else { return ListSample.row(number) }
            let change = Self.wrongs[place % Self.wrongs.count]
            return ListSample.row(number, changing: [change.heading: change.text])
        }
        try await ImportDesk.with { desk in
            let file = try ListSample.workbook(rows)
            let before = try await desk.count("journal")
            let rehearsal = try await desk.enter(file, dryRun: true)
            #expect(rehearsal.counts == [4850, 0, 0, 150])
            #expect(try await desk.count("general_filing") == 0)
            #expect(try await desk.count("enterprise") == 0)
            // What is noted is about the list alone: received, eleven steps, finished.
            #expect(try await desk.count("journal") - before < 20)

            let list = try await desk.enter(file)
            #expect(list.counts == [4850, 0, 0, 150])
            #expect(try await desk.count("general_filing") == 4850)
            #expect(try await desk.count("enterprise") == 4850)
            #expect(try await desk.service.said(EnterpriseRegistered.self).count == 4850)

            let errors = try await desk.errors(of: list.id)
            #expect(errors.count == 150)
            for (place, (number, error)) in zip(wrong, errors).enumerated() {
                let change = Self.wrongs[place % Self.wrongs.count]
                #expect(error.row == String(number + 2))
                #expect(error.said.contains("【\(change.heading)】"), "\(error.said)")
                #expect(error.said.contains(change.said), "\(error.said)")
                let sent = rows[number]
                #expect(error.cells == Array(sent.prefix(error.cells.count)))
                let rest = sent.dropFirst(error.cells.count)
                #expect(rest.allSatisfy { $0.isEmpty })
            }
            #expect(try await desk.enter(file).counts == [0, 4850, 0, 150])
            let mended = try ListSample.workbook(wrong.map { ListSample.row($0) })
            #expect(try await desk.enter(mended).counts == [150, 0, 0, 0])
            #expect(try await desk.count("general_filing") == 5000)
        }
    }

    @Test("takes rows with the same codes as one filing, entered whole or not at all")
    func groups() async throws {
        try await ImportDesk.with { desk in
            let second = ["企业名称": "", "所属县区": "", "法定代表人": "", "联系人": "", "联系电话": "", "有效期起": "", "有效期止": ""]
            let rows = [
                ListSample.row(1),
                ListSample.row(1, changing: second.merging(["职业名称": "钳工", "职业编码": "6-20-01-01"]) { $1 }),
                ListSample.row(2), ListSample.row(2, changing: ["职业编码": "6-20-01-01", "等级": "很高"]),
                ListSample.row(3), ListSample.row(3, changing: ["职业编码": "6-20-01-01", "有效期止": "2028-06-30"]),
                ListSample.row(4), ListSample.row(4),
            ]
            let list = try await desk.enter(ListSample.csv(rows))
            #expect(list.counts == [1, 0, 0, 3])
            let filings = await desk.service.call("GET", "/general-filings", as: .centreOfficer)
            #expect(String(decoding: filings.body, as: UTF8.self).contains("6-20-01-01"))
            let errors = try await desk.errors(of: list.id)
            #expect(errors.map(\.row) == ["4", "5", "6", "7", "8", "9"])
            #expect(errors[0].said.contains("第5行有误"))
            #expect(errors[1].said.hasPrefix("【等级】"))
            #expect(errors[3].said.hasPrefix("【有效期止】与同一备案的第6行不一致"))
            #expect(errors[5].said.contains("重复"))
        }
    }

    @Test("tells what is here otherwise and leaves it; another's agency code is refused")
    func differing() async throws {
        try await ImportDesk.with { desk in
            #expect(
                try await desk.enter(ListSample.csv([ListSample.row(1), ListSample.row(2)])).counts == [2, 0, 0, 0]
            )
            let rows = [
                ListSample.row(1, changing: ["有效期止": "2028-06-30", "等级": "五级至一级"]),
                ListSample.row(2, changing: ["企业名称": "改了名的厂"]),
                ListSample.row(3, changing: ["备案码": ListSample.agencyCode(1)]),
                ListSample.row(5, changing: ["备案码": ListSample.agencyCode(4)]), ListSample.row(4),
            ]
            for dryRun in [true, false] {
                let list = try await desk.enter(ListSample.csv(rows), dryRun: dryRun)
                #expect(list.counts == [1, 1, 1, 2])
                let errors = try await desk.errors(of: list.id)
                #expect(errors.map(\.row) == ["2", "4", "6"])
                #expect(errors[0].said.contains("有效期止系统中为2027-06-30,文件中为2028-06-30"))
                #expect(errors[1].said.contains("其他企业"))
                #expect(errors[2].said.contains("第5行"))
            }
        }
    }

    @Test("that cannot be read is refused at once, with what it is and what to do")
    func unreadable() async throws {
        try await ImportDesk.with { desk in
            let old = await desk.send(
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 512)
            )
            #expect(old.status == 422)
            #expect(old.member("title")?.contains("另存为") == true)
            let headless = await desk.send(Array("甲,乙\n1,2\n".utf8))
            #expect(headless.member("code") == "spreadsheet.no-headings")
            let missing = await desk.send(CSVWriter.row(Array(ListSample.headings.dropLast())) + CSVWriter.row(["甲"]))
            #expect(missing.member("title")?.contains("等级") == true)
            #expect(await desk.send(ListSample.csv([])).member("code") == "spreadsheet.empty")
            #expect(await desk.send([]).status == 400)
            let large = await desk.send([UInt8](repeating: 0x41, count: ReceiveImport.mostBytes + (65 << 10)))
            #expect(large.status == 413)
        }
    }

    @Test("is stopped by an officer; its rows go after thirty days")
    func cancelled() async throws {
        try await ImportDesk.with { desk in
            let sent = await desk.send(ListSample.csv([ListSample.row(1)]))
            let id = sent.member("id") ?? ""
            let stopped = await desk.service.call(
                "POST",
                "/general-filing-imports/\(id)/cancellation",
                as: .centreOfficer
            )
            #expect(stopped.member("state") == "cancelled")
            let again = await desk.service.call(
                "POST",
                "/general-filing-imports/\(id)/cancellation",
                as: .centreOfficer
            )
            #expect(again.member("code") == "filing.import-over")
            try await desk.service.tick()
            #expect(try await desk.count("general_filing") == 0)
            let wrong = try await desk.enter(ListSample.csv([ListSample.row(1, changing: ["企业名称": ""])]))
            #expect(try await desk.errors(of: wrong.id).count == 1)
            let day = LocalDate(year: 2026, month: 10, day: 3) ?? LocalDate(dayNumber: 0)
            try await desk.service.travel(to: day.start)
            try await desk.service.tick()
            let gone = await desk.service.call("GET", "/general-filing-imports/\(wrong.id)/errors", as: .centreOfficer)
            #expect(gone.status == 404)
        }
    }

    @Test("has a template that can be filled and handed in")
    func template() async throws {
        try await ImportDesk.with { desk in
            let answer = await desk.service.call("GET", "/general-filing-imports/template", as: .centreOfficer)
            let book = try Spreadsheet(.bytes(answer.body))
            #expect(book.sheets.first?.name == "备案名册")
            let sheet = try HeadedSheet(book.rows(), columns: ImportColumns.sheet)
            #expect(sheet.places.count == ImportColumns.all().count)
            #expect(
                await desk.service.call("GET", "/general-filing-imports/template", as: .enterpriseHR, of: "x").status
                    == 403
            )
        }
    }

    @Test(
        "names levels in every usual way",
        arguments: [
            ("三级、二级", "senior technician"), ("高级工/三级；技师", "senior technician"), ("五级至三级", "junior intermediate senior"),
            ("1-3级", "senior technician seniorTechnician"), ("一级~三级", "senior technician seniorTechnician"),
            ("高级技师", "seniorTechnician"), ("特级技师", nil),
            ("三级/技师", nil), ("", nil), ("6级", nil), ("5", "junior"),
        ] as [(String, String?)]
    )
    func levels(text: String, levels: String?) {
        let read = WrittenLevels.read(text).map { Set($0).sorted().map(\.rawValue).joined(separator: " ") }
        #expect(read == levels)
    }
}
