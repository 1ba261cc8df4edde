import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("The public calculator")
struct Calculator {
    @Test("Shows the form, the end with the strip, or what is wrong, to everybody")
    func answers() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.noon("2026-09-30"))
            let table: [(String, Int, String)] = [
                ("", 200, "value=\"2026-09-30\""), ("?published=2026-09-30&days=5", 200, "2026年10月13日（星期二）24时"),
                ("?published=2026-12-25&days=5", 200, "2027年1月4日"), ("?published=2026-12-25&days=5", 200, ">暂定<"),
                ("?published=2026-09-30&days=3", 200, "不少于5个工作日"), ("?published=2026-09-31&days=5", 400, "1950年至2100年"),
                ("?published=2026-09-30&days=251", 400, "1至250"), ("?published=%3Cb%3E&days=5", 400, "&lt;b&gt;"),
            ]
            for (query, status, text) in table {
                let page = await service.call("GET", "/calendar/calculator\(query)")
                #expect(page.status == status, "\(query)")
                #expect(page.text.contains(text), "\(query)")
            }
        }
    }
}
