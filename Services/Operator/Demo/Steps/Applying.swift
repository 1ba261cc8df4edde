import Contracts
import Foundation
import Kernel

extension Step {
    /// 申报: a workbook from Excel, and two from the enterprise's own system.
    static let applying: [Step] = [
        Step("企业导入申报表(Excel 另存的 CSV)") { demo in
            try await demo.travel(to: demo.sample.scheduled("applicationsThrough"))
            let request = ServiceRequest(
                service: .evaluation,
                method: "POST",
                path: "/rounds/\(demo.found.round)/applications/import",
                token: demo.accounts.hr,
                body: demo.sample.applicants,
                contentType: "text/csv",
                idempotencyKey: NewID.v7().lowercase
            )
            let answer = try await demo.client.send(request).json
            demo.found.rows = answer["rows"].integer ?? 0
            demo.found.rejectedRows = answer["rejected"].integer ?? 0
            Say.that("共 \(demo.found.rows) 行,收下 \(answer["taken"].integer ?? 0),驳回 \(demo.found.rejectedRows)")
            for row in answer["results"].elements where !row["reasons"].elements.isEmpty {
                let reasons = row["reasons"].elements.compactMap { $0["message"].text }.joined(separator: ";")
                Say.that("驳回 \(row["name"].text ?? ""):\(reasons)")
            }
        },
        Step("企业系统经消息代理报送两份,各得答复") { demo in
            for entry in demo.sample.messages {
                let id = try entry["message"].text(of: "消息编号")
                try await demo.enterprise.submit(entry["form"], to: demo.found.round, message: id)
                let answer = try await demo.wait(for: "报送的答复") { demo.enterprise.answers(to: id).first }
                guard answer.kind == "accepted" else {
                    let reasons = answer.body["reasons"].elements.compactMap { $0["message"].text }
                    throw OperatorError("企业系统的报送被驳回:\(reasons.joined(separator: ";"))")
                }
                Say.that("\(entry["form"]["name"].text ?? ""):已收,申报 \(Say.short(answer.body["result"].text ?? ""))")
            }
        },
        Step("同一消息再报一次:同一份申报,同样的答复") { demo in
            guard let entry = demo.sample.messages.first else { return }
            let id = try entry["message"].text(of: "消息编号")
            let before = demo.enterprise.answers(to: id).count
            try await demo.enterprise.submit(entry["form"], to: demo.found.round, message: id)
            let answers = try await demo.wait(for: "再次报送的答复") {
                let answers = demo.enterprise.answers(to: id)
                return answers.count > before ? answers : nil
            }
            guard Set(answers.map(\.body)).count == 1 else { throw OperatorError("同一消息得到了不同的答复。") }
            Say.that("答复相同,申报仍是 \(Say.short(answers.first?.body["result"].text ?? ""))")
        },
        Step("以其他企业的信用代码报送:消息代理拒绝") { demo in
            guard let entry = demo.sample.messages.last else { return }
            let refusal = try await demo.enterprise.submit(
                entry["form"],
                to: demo.found.round,
                as: "91371600MA3N000295"
            )
            Say.that("已拒绝:\(refusal)")
        },
    ]
}
