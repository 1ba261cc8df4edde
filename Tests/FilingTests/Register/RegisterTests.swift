import Foundation
import Kernel
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import FilingService

@Suite("The public register")
struct RegisterTests {
    private static let rows = [
        ListSample.row(1), ListSample.row(2, changing: ["职业名称": "车工", "工种": "数控车工", "职业编码": "6-18-01-01"]),
        ListSample.row(3, changing: ["企业名称": "邹平盛世机械有限公司", "有效期起": "2023-01-01", "有效期止": "2026-08-31"]),
        ListSample.row(4, changing: ["企业名称": "邹平盛大ＡＢ化工厂"]),
        ListSample.row(4, changing: ["企业名称": "邹平盛大ＡＢ化工厂", "职业名称": "电工", "职业编码": "6-31-01-03", "等级": "五级"]),
    ]

    /// Names found, the newest filing first.
    private func names(_ desk: ImportDesk, _ query: String) async throws -> [String] {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789=&-")
        let asked = query.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        let answer = await desk.service.call("GET", "/register?\(asked)")
        #expect(answer.status == 200)
        let body = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        let items = body?["items"] as? [[String: Any]] ?? []
        return items.compactMap { $0["enterpriseName"] as? String }.sorted()
    }

    @Test("is searched by any part of a name, the beginning of a code, occupation, county and state, by anybody")
    func search() async throws {
        try await ImportDesk.with { desk in
            #expect(try await desk.enter(ListSample.csv(Self.rows)).counts == [4, 0, 0, 0])
            let (one, two) = ("滨州第1号𬭎厂", "滨州第2号𬭎厂")
            let (three, four) = ("邹平盛世机械有限公司", "邹平盛大ＡＢ化工厂")
            let table: [(String, [String])] = [
                ("", [one, two, three, four]), ("q=𬭎", [one, two]), ("q=号𬭎厂", [one, two]), ("q=盛大ab", [four]),
                ("q=有限公司", [three]), ("q=盛 世", [three]), ("q=世盛", []), ("q=\(ListSample.creditCode(2))", [two]),
                ("q=9137160", [one, two, three, four]), ("q=\(ListSample.agencyCode(3))", [three]),
                ("occupation=数控", [two]), ("occupation=6-31", [four]), ("occupation=焊工", [one, three, four]),
                ("county=邹平市", [one, four]), ("county=371681&occupation=电工", [four]), ("state=expired", [three]),
                ("state=in-force", [one, two, four]), ("state=suspended", []), ("kind=special", []),
            ]
            for (query, expected) in table {
                let found = try await names(desk, query)
                #expect(found == expected.sorted(), "\(query)")
            }
            let wrong = await desk.service.call("GET", "/register?state=x&kind=y&county=z")
            #expect(wrong.status == 400)
            let text = String(decoding: wrong.body, as: UTF8.self)
            for field in ["state", "kind", "county"] { #expect(text.contains("\"field\":\"\(field)\"")) }
        }
    }

    @Test("is read page by page to its end, each filing once, and shows no person")
    func paging() async throws {
        try await ImportDesk.with { desk in
            _ = try await desk.enter(ListSample.csv((0..<25).map { ListSample.row($0) }))
            var (after, seen, pages) = ("", Set<String>(), 0)
            repeat {
                let answer = await desk.service.call("GET", "/register?limit=10\(after)")
                let body = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
                let items = body?["items"] as? [[String: Any]] ?? []
                for item in items { #expect(seen.insert(item["filing"] as? String ?? "").inserted) }
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("张三"))
                after = (body?["next"] as? String).map { "&after=\($0)" } ?? ""
                pages += 1
            } while !after.isEmpty
            #expect(seen.count == 25 && pages == 3)
            let one = await desk.service.call("GET", "/register/\(seen.first ?? "")")
            #expect(one.member("state") == "in-force")
            #expect(await desk.service.call("GET", "/register/\(UUID())").status == 404)
        }
    }

    @Test("is downloaded as CSV and as a workbook, a row for each occupation")
    func downloads() async throws {
        try await ImportDesk.with { desk in
            _ = try await desk.enter(ListSample.csv(Self.rows))
            for format in ["csv", "xlsx"] {
                let answer = await desk.service.call("GET", "/register/download?format=\(format)&occupation=6-31")
                let bytes = try await answer.stream?.collect() ?? []
                let sheet = try HeadedSheet(
                    Spreadsheet(.bytes(bytes)).rows(),
                    columns: [
                        SheetColumn("name", "企业名称"), SheetColumn("occupation", "职业名称"), SheetColumn("levels", "等级"),
                        SheetColumn("through", "有效期止"), SheetColumn("state", "状态"),
                    ]
                )
                var rows: [[String]] = []
                while let row = try sheet.next() {
                    rows.append(["name", "occupation", "levels", "through", "state"].map { row.text($0) })
                }
                #expect(
                    rows == [
                        ["邹平盛大ＡＢ化工厂", "焊工", "三级/高级工、二级/技师、一级/高级技师", "2027-06-30", "有效"],
                        ["邹平盛大ＡＢ化工厂", "电工", "五级/初级工", "2027-06-30", "有效"],
                    ]
                )
            }
            #expect(await desk.service.call("GET", "/register/download?format=pdf").status == 400)
        }
    }

    @Test("has a page with a form, what was found, files and the contact block; nothing typed gets into it as HTML")
    func page() async throws {
        try await ImportDesk.with { desk in
            _ = try await desk.enter(ListSample.csv(Self.rows + (10..<35).map { ListSample.row($0) }))
            let answer = await desk.service.call("GET", "/register/page")
            let html = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(html.contains("滨州第30号𬭎厂"))
            #expect(html.contains("rel=\"next\""))
            #expect(html.contains("滨州市人力资源和社会保障局"))
            #expect(!html.contains("张三") && !html.contains("0543-8"))
            let found = await desk.service.call(
                "GET",
                "/register/page?q=%3Cscript%3E&county=%E9%82%B9%E5%B9%B3%E5%B8%82"
            )
            let text = String(decoding: found.body, as: UTF8.self)
            #expect(text.contains("&lt;script&gt;") && !text.contains("<script>"))
            #expect(text.contains("没有查到"))
            #expect(text.contains("value=\"371681\" selected"))
            #expect(await desk.service.call("GET", "/register/page?state=x").status == 400)
        }
    }

    @Test("follows a changed name, and takes in what was accepted before there was a register")
    func follows() async throws {
        try await ImportDesk.with { desk in
            _ = try await desk.enter(ListSample.csv([ListSample.row(1)]))
            try await desk.service.database.transaction { tx in
                try tx.execute("INSERT INTO register_stale SELECT filing FROM register_entry")
                try tx.execute("DELETE FROM register_entry")
            }
            #expect(try await names(desk, "") == [])
            try await desk.service.tick()
            #expect(try await names(desk, "q=第1号") == ["滨州第1号𬭎厂"])
            let list = await desk.service.call("GET", "/enterprises", as: .centreOfficer)
            let body = try JSONSerialization.jsonObject(with: Data(list.body)) as? [String: Any]
            let enterprise = (body?["items"] as? [[String: Any]])?.first?["id"] as? String ?? ""
            try await desk.service.database.transaction { tx in
                try tx.execute(
                    "UPDATE enterprise SET name = '改名厂' WHERE id = \(UUID(uuidString: enterprise) ?? UUID())"
                )
                tx.companion(RegisterChanges.self).enterprises.insert(UUID(uuidString: enterprise) ?? UUID())
            }
            #expect(try await names(desk, "") == ["改名厂"])
        }
    }
}
