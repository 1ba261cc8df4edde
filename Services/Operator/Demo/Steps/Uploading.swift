import Contracts
import Foundation

extension Step {
    /// 省系统: what was uploaded meanwhile, and both systems compared; nothing where no province, or no sandbox, is connected.
    static let uploading: [Step] = [
        Step("证书信息上传省系统,两边比对") { demo in
            let centre = demo.accounts.centre
            let province = try await demo.get("/province", of: .certificate, as: centre)
            guard province["transport"].text == "http" else { return Say.that("未与省系统接口对接,可按批次导出工作簿上传") }
            let other = province["isSandbox"] == .bool(true) ? "沙箱(非省系统)" : "省系统"
            let issued = try await demo.certificates()
            let taken = try await demo.wait(for: "\(other)接收全部证书信息") {
                let all = try await demo.all(
                    "/uploads",
                    of: .certificate,
                    query: [("state", "accepted")],
                    as: centre
                )
                return all.count >= issued.count ? all : nil
            }
            for upload in taken {
                Say.that(
                    "\(upload["name"].text ?? "") \(upload["number"].text ?? ""):\(upload["stateName"].text ?? "")"
                )
            }
            let begun = try await demo.make("/reconciliations", in: .certificate, [:], as: centre)
            let compared = try await demo.wait(for: "与\(other)比对") {
                let all = try await demo.get("/reconciliations", of: .certificate, as: centre)["items"].elements
                return all.first { $0["id"].text == begun["id"].text && $0["endedAt"].text != nil }
            }
            let (ours, theirs) = (compared["ours"].integer ?? 0, compared["theirs"].integer ?? 0)
            Say.that("与\(other)比对:本系统 \(ours) 条,对方 \(theirs) 条,差异 \(compared["found"].integer ?? 0) 项")
            guard ours == theirs, compared["found"].integer == 0 else { throw OperatorError("与\(other)的比对有差异。") }
        }
    ]
}
