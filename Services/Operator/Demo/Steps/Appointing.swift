import Contracts
import Foundation
import Kernel

extension Step {
    /// 待遇: benchmark, posts, and appointments as far as there are posts.
    static let appointing: [Step] = [
        Step("企业申报正高级工程师对标,设立特级技师岗位") { demo in
            let sample = demo.sample.benchmark
            for band in sample["bands"].elements {
                _ = try await demo.make(
                    "/benchmarks",
                    in: .compensation,
                    [
                        "creditCode": .text(demo.sample.creditCode.text), "band": band,
                        "effectiveFrom": sample["effectiveFrom"], "document": sample["document"],
                        // The pay rules are older than the first declaration of them.
                        "correction": "首次申报既有薪酬制度,自制度施行之日起对标",
                    ],
                    as: demo.accounts.hr
                )
                Say.that("对标 \(band["code"].text ?? "") \(band["name"].text ?? "")")
            }
            for post in demo.sample.plan["posts"].elements {
                let made = try await demo.make(
                    "/posts",
                    in: .compensation,
                    [
                        "creditCode": .text(demo.sample.creditCode.text), "occupation": post["occupation"],
                        "unit": sample["posts"]["unit"], "headcount": post["count"],
                        "decision": sample["posts"]["decision"], "plan": .text(demo.found.plan),
                    ],
                    as: demo.accounts.hr
                )
                Say.that("岗位 \(made["occupation"]["name"].text ?? "") \(made["headcount"].integer ?? 0) 个")
            }
        },
        Step("聘用:有岗位的聘用,没有岗位的说明") { demo in
            let holders = try await demo.holders()
            let posts = try await demo.all("/posts", of: .compensation, as: demo.accounts.hr)
            for (index, holder) in holders.enumerated() {
                let name = "\(holder["name"].text ?? "")(\(holder["occupation"]["name"].text ?? ""))"
                guard let post = posts.first(where: { $0["occupation"]["code"] == holder["occupation"]["code"] })
                else { throw OperatorError("没有 \(name) 的岗位。") }
                do {
                    let made = try await demo.make(
                        "/appointments",
                        in: .compensation,
                        demo.appointment(of: holder, to: post, number: index + 1),
                        as: demo.accounts.hr
                    )
                    Say.that("聘用 \(name) \(made["from"].text ?? "") 至 \(made["through"].text ?? "")")
                } catch let refusal as Problem where refusal.code == "compensation.headcount-full" {
                    Say.that("未聘用 \(name):\(refusal.description)")
                }
            }
        },
    ]
}

extension Demonstration {
    /// The holders who can be appointed, in the order of their applications.
    fileprivate func holders() async throws -> [JSON] {
        let issued = try await certificates().count
        let holders = try await wait(for: "待遇服务听到全部证书") {
            let all = try await all("/holders", of: .compensation, as: accounts.hr)
            let qualified = all.filter { $0["state"] == "qualified" }
            return qualified.count == issued ? qualified : nil
        }
        let order = try await applications().map { $0["person"] }
        return holders.sorted {
            (order.firstIndex(of: $0["person"]) ?? 0) < (order.firstIndex(of: $1["person"]) ?? 0)
        }
    }

    fileprivate func appointment(of holder: JSON, to post: JSON, number: Int) -> JSON {
        let terms = sample.benchmark["appointment"]
        return [
            "post": post["id"], "person": holder["person"], "certificate": holder["certificate"],
            "from": terms["from"], "through": terms["through"], "band": terms["band"], "duties": terms["duties"],
            "letter": "\(terms["numberPrefix"].text ?? "")\(number)号",
        ]
    }
}
