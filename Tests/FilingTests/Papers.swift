/// Bodies of requests, as clients write them.
enum Papers {
    static let enterprise = """
        {"creditCode":"91371600MA3N00011J","name":"滨州渤海精工机械有限公司","jurisdiction":"滨城区",
         "legalRepresentative":"王建国","contact":{"name":"李敏","telephone":"0543-8170000"}}
        """

    static let otherEnterprise = """
        {"creditCode":"9137160270000001X7","name":"滨州另一家企业有限公司","jurisdiction":"BZ-KFQ",
         "legalRepresentative":"法人乙","contact":{"name":"乙","telephone":"0543-8170001"}}
        """

    static let general = general(of: "91371600MA3N00011J")

    static func general(of creditCode: String) -> String {
        """
        {"creditCode":"\(creditCode)","occupations":[
          {"code":"6-18-02-04","edition":"2022","name":"焊工","specialty":"--","levels":["senior","technician","seniorTechnician"]},
          {"code":"6-31-01-03","edition":"2022","name":"电工","levels":["technician"]}],
         "evaluationBody":"职业技能等级认定考核委员会","staff":"考评员12人","funding":"职工教育经费","rules":"考务管理制度等9项"}
        """
    }

    static let generalAcceptance = """
        {"agencyCode":"Y000037160001","validFrom":"2026-01-01","validThrough":"2028-12-31"}
        """

    static let welder = #"{"code":"6-18-02-04","edition":"2022","name":"焊工"}"#
    static let electrician = #"{"code":"6-31-01-03","edition":"2022","name":"电工"}"#

    static let application = """
        {"reason":"畅通技能人才发展通道","handler":"李敏","skilledWorkers":420,"seniorTechnicians":36,"plannedPosts":7,
         "consultation":{"heldOn":"2026-08-20","form":"职工代表大会","evidence":"会议纪要〔2026〕3号"}}
        """

    static let workPlan = """
        {"planning":"三年规划","standards":"评价标准","methods":"业绩评审与答辩","procedure":"申报至核准","resultsUse":"评聘结合",
         "conditions":"通知第三条","organisation":"评审委员会5人","schedule":"2026年9月至10月"}
        """

    static let unfinishedPlan = #"{"planning":"三年规划","methods":"业绩评审与答辩"}"#

    static func special(on general: String, _ occupations: String = welder, plan: String = workPlan) -> String {
        """
        {"generalFiling":"\(general)","occupations":[\(occupations)],"application":\(application),"workPlan":\(plan)}
        """
    }

    static let corrections = """
        {"requests":[{"place":"工作方案·评价标准","reason":"未写明业绩的认定依据"},{"place":"申请表","reason":"未盖章"}]}
        """

    static let acceptance = #"{"authority":"滨州市职业技能鉴定服务中心"}"#
    static let refusal = #"{"reasons":["不具备评价条件"]}"#
}
