import ServiceKit

extension Main {
    /// What people are told when they are told no.
    static let messages: MessageCatalogue = [
        .init(
            "compensation.benchmark-declared",
            409,
            zh: "该薪酬档位自该日起的对标已申报,如有变化请另定生效日期。",
            en: "This band has a benchmark from that day already."
        ),
        .init("compensation.post-not-established", 409, zh: "该岗位尚未设立。", en: "The post is not set up."),
        .init("compensation.post-established", 409, zh: "该岗位已经设立。", en: "The post is already set up."),
        .init(
            "compensation.headcount-full",
            409,
            zh: "该岗位职数({headcount}个)在聘期内已满,不能再聘用。",
            en: "All {headcount} seats of the post are taken during the term."
        ),
        .init(
            "compensation.not-determined",
            409,
            zh: "该人员未经本企业公示核准确定为获评人员,不能聘用。",
            en: "The enterprise has not determined this person."
        ),
        .init(
            "compensation.no-certificate",
            409,
            zh: "该人员尚无本企业颁发的该特级技师证书,不能聘用。",
            en: "This person has no such certificate yet."
        ),
        .init(
            "compensation.before-determination",
            409,
            zh: "聘期开始日早于企业确定获评人员之日,请调整聘期。",
            en: "The term begins before the determination."
        ),
        .init(
            "compensation.other-occupation",
            409,
            zh: "岗位的职业(工种)与证书不一致。",
            en: "The post is of another occupation than the certificate."
        ),
        .init(
            "compensation.already-appointed",
            409,
            zh: "该人员在此聘期内已有聘用。",
            en: "This person is appointed during the term already."
        ),
        .init("compensation.appointment-made", 409, zh: "该聘用已经办理。", en: "The appointment is already made."),
        .init(
            "compensation.no-benchmark",
            409,
            zh: "聘期开始时尚无有效的正高级工程师对标,请先申报对标。",
            en: "No benchmark is in force when the term begins; declare one first."
        ),
        .init(
            "compensation.below-benchmark",
            409,
            zh: "聘用档位的最低工资低于正高级工程师对标({band}),不符合同等待遇要求。",
            en: "The band begins below the senior engineers' benchmark ({band})."
        ),
        .init("compensation.required", 400, zh: "此项必填。", en: "This is required."),
        .init("compensation.too-long", 400, zh: "此项不超过{most}个字。", en: "At most {most} characters."),
        .init("compensation.headcount", 400, zh: "岗位职数应为1至{most}。", en: "The headcount is 1 to {most}."),
        .init("compensation.amount", 400, zh: "金额以分为单位,应大于0。", en: "An amount in fen above 0."),
        .init("compensation.median", 400, zh: "中位值不得低于最低值。", en: "The median is not below the lowest."),
        .init("compensation.term", 400, zh: "聘期结束日不得早于开始日。", en: "The term does not end before it begins."),
        .init(
            "compensation.certificate-suspended",
            409,
            zh: "该证书暂停使用,恢复前不能据以聘用。",
            en: "The certificate is out of force; nobody is appointed on it."
        ),
    ]
}
