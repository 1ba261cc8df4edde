import Contracts

extension Step {
    /// 备案: the enterprise is registered and files.
    static let filing: [Step] = [
        Step("市中心登记企业") { demo in
            let made = try await demo.make(
                "/enterprises",
                in: .filing,
                demo.sample.enterprise,
                as: demo.accounts.centre
            )
            Say.that("\(made["name"].text ?? "") \(made["creditCode"].text ?? "")")
        },
        Step("企业提交自主评价备案,市中心受理并赋予备案码") { demo in
            let made = try await demo.make(
                "/general-filings",
                in: .filing,
                demo.sample.generalFiling,
                as: demo.accounts.hr
            )
            demo.found.generalFiling = try made["id"].text(of: "备案编号")
            let accepted = try await demo.tell(
                "/general-filings/\(demo.found.generalFiling)",
                "acceptance",
                of: .filing,
                demo.sample.generalFiling["acceptance"],
                as: demo.accounts.centre
            )
            Say.that(
                "备案 \(Say.short(demo.found.generalFiling)) \(demo.sample.generalFiling["occupations"].elements.count) 个职业,"
                    + "备案码 \(accepted["agencyCode"].text ?? "")"
            )
        },
        Step("企业提交特级技师评价备案(含工作方案),市中心受理并出具回执") { demo in
            let body = demo.sample.specialFiling
                .with("generalFiling", .text(demo.found.generalFiling)).with("workPlan", demo.sample.workPlan)
            let made = try await demo.make("/special-filings", in: .filing, body, as: demo.accounts.hr)
            demo.found.specialFiling = try made["id"].text(of: "备案编号")
            let path = "/special-filings/\(demo.found.specialFiling)"
            try await demo.tell(path, "submission", of: .filing, as: demo.accounts.hr)
            let accepted = try await demo.tell(
                path,
                "acceptance",
                of: .filing,
                demo.sample.specialFiling["acceptance"],
                as: demo.accounts.centre
            )
            Say.that("备案 \(Say.short(demo.found.specialFiling)),回执 \(accepted["receiptNumber"].text ?? "")")
        },
    ]
}
