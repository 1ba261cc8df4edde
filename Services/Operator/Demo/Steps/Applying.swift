import Contracts
import Foundation
import Kernel

extension Step {
    /// 申报: a workbook from Excel, and two from the enterprise's own system.
    static let applying: [Step] = [
        Step("企业导入申报表(Excel 另存的 CSV)") { demo in
            try await demo.travel(to: demo.sample.scheduled("applicationsThrough"))
            let rows = try await demo.importApplicants()
            let entered = rows.count { $0["outcome"] != "refused" }
            demo.found.rows = rows.count
            demo.found.rejectedRows = rows.count - entered
            Say.that("共 \(rows.count) 行,收下 \(entered),驳回 \(rows.count - entered)")
            for row in rows where row["outcome"] == "refused" {
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

extension Demonstration {
    /// Hands the sample's workbook in and waits until it is entered: its rows with what became of each.
    func importApplicants() async throws -> [JSON] {
        let papers = try await signedPapers()
        let request = ServiceRequest(
            service: .evaluation,
            method: "POST",
            path: "/rounds/\(found.round)/applications/import?papers=\(papers)",
            token: accounts.hr,
            body: sample.applicants,
            contentType: "text/csv",
            idempotencyKey: NewID.v7().lowercase
        )
        let id = try await client.send(request).json["id"].text(of: "导入编号")
        func read(_ path: String) async throws -> JSON {
            let request = ServiceRequest.get("/application-imports/\(id)\(path)", of: .evaluation, token: accounts.hr)
            return try await client.send(request).json
        }
        let state = try await wait(for: "申报表入库") {
            let state = try await read("")["state"].text
            return state == "running" ? nil : state
        }
        guard state == "finished" else { throw OperatorError("申报表没有读完:\(state)") }
        return try await read("/rows")["items"].elements
    }

    /// A picture of one dot, which stands for scans and photographs.
    static let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

    /// The scan of the papers the persons of the workbook signed; its id.
    private func signedPapers() async throws -> String {
        let request = ServiceRequest(
            service: .evaluation,
            method: "POST",
            path: "/rounds/\(found.round)/attachments?purpose=signed-papers&name=signed.png",
            token: accounts.hr,
            body: Array(Data(base64Encoded: Self.dot) ?? Data()),
            contentType: "image/png",
            idempotencyKey: NewID.v7().lowercase
        )
        return try await client.send(request).json["id"].text(of: "签字件编号")
    }
}
