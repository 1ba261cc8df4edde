import Contracts
import Foundation
import Statements

extension Step {
    /// 证书: upload, two audits, numbers, issue, and public verification.
    static let certifying: [Step] = [
        Step("上传审核:企业上传,市级、省级审核,编号,企业颁发") { demo in
            let determinations = try await demo.all(
                "/rounds/\(demo.found.round)/determinations",
                of: .evaluation,
                as: demo.accounts.hr
            )
            let registrations = try await demo.wait(for: "每次确定的上传批次") {
                let all = try await demo.all("/registrations", of: .certificate, as: demo.accounts.hr)
                return all.count == determinations.count ? all : nil
            }
            for registration in demo.isExit ? registrations.dropLast() : registrations[...] {
                let path = "/registrations/\(try registration["id"].text(of: "批次编号"))"
                try await demo.tell(path, "submission", of: .certificate, as: demo.accounts.hr)
                try await demo.tell(
                    path,
                    "municipal-audit",
                    of: .certificate,
                    ["outcome": "passed"],
                    as: demo.accounts.centre
                )
                try await demo.tell(
                    path,
                    "provincial-audit",
                    of: .certificate,
                    ["outcome": "passed"],
                    as: demo.accounts.province
                )
                let issued = try await demo.tell(path, "issue", of: .certificate, as: demo.accounts.hr)
                for certificate in issued["certificates"].elements {
                    Say.that("\(certificate["number"].text ?? "") \(certificate["name"].text ?? "")")
                }
            }
        },
        Step("社会公众凭编号和姓名核验一本证书") { demo in
            guard let certificate = try await demo.certificates().first else { throw OperatorError("没有证书。") }
            let (number, name) = (certificate["number"].text ?? "", certificate["name"].text ?? "")
            func question(_ name: String) throws -> ServiceRequest {
                try .send(
                    "/certificates/verification",
                    of: .certificate,
                    ["number": .text(number), "name": .text(name)],
                    token: nil
                )
            }
            let answer = try await demo.client.send(question(name)).json
            Say.that(
                "\(number):\(answer["name"].text ?? "") \(answer["occupation"].text ?? "") "
                    + "\(answer["level"].text ?? "") \(answer["statusName"].text ?? "")"
            )
            let wrong = try await demo.client.answer(to: question("某某"))
            guard wrong.status == 404 else { throw OperatorError("姓名不符也核验通过了。") }
            Say.that("姓名不符:查无此证")
        },
        Step("企业打印证书,任何人不联网即可核验上面的签名") { demo in
            guard let certificate = try await demo.certificates().first else { throw OperatorError("没有证书。") }
            let path = "/certificates/\(try certificate["id"].text(of: "证书"))"
            let paper = try await demo.client.send(
                .get("\(path)/paper", of: .certificate, token: demo.accounts.hr)
            ).body
            guard paper.starts(with: Array("%PDF".utf8)) else { throw OperatorError("证书不是 PDF。") }
            Say.that("证书 PDF 共 \(paper.count) 字节:GET \(path)/paper")
            let code =
                try await demo.get("\(path)/statement", of: .certificate, as: demo.accounts.hr)["qrText"].text ?? ""
            let finding = try await demo.wait(for: "签名的信任名单和状态名单") { try await demo.check(code) }
            Say.that(finding.sentence)
        },
    ]
}

extension Demonstration {
    /// What the published lists say of a code, once they know of it; nil until then.
    fileprivate func check(_ code: String) async throws -> Finding? {
        let trust = try await client.answer(to: .get("/trust-list", of: .certificate, token: nil))
        let status = try await client.answer(to: .get("/status-list", of: .certificate, token: nil))
        guard trust.isSuccess, status.isSuccess else { return nil }
        // By the time of the lists, which is the demonstration's and not this machine's.
        func check(at now: Date) -> OfflineCheck {
            OfflineCheck(trust: trust.body, status: status.body, anchors: nil, now: now)
        }
        let lists = check(at: Date())
        guard let trusted = lists.trust.value?.issuedAt, let told = lists.status.value?.issuedAt else { return nil }
        let finding = check(at: max(trusted, told)).finding(code)
        return finding.isGood == true ? finding : nil
    }

    /// The certificates the enterprise has issued.
    func certificates() async throws -> [JSON] {
        try await all("/certificates", of: .certificate, query: [("state", "issued")], as: accounts.hr)
    }
}
