import ServiceKit

extension Main {
    /// Of appointments.
    static let appointmentMessages: [MessageCatalogue.Message] = [
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
        .init("compensation.term", 400, zh: "聘期结束日不得早于开始日。", en: "The term does not end before it begins."),
        .init(
            "compensation.certificate-suspended",
            409,
            zh: "该证书暂停使用,恢复前不能据以聘用。",
            en: "The certificate is out of force; nobody is appointed on it."
        ),
        .init("compensation.appointment-not-made", 409, zh: "该聘用尚未办理。", en: "The appointment is not made."),
        .init(
            "compensation.awaits-certificate",
            409,
            zh: "该聘用尚待证书颁发生效,不能办理此项。",
            en: "The appointment waits for its certificate."
        ),
        .init("compensation.appointment-ended", 409, zh: "该聘用已经终止。", en: "The appointment is over."),
        .init(
            "compensation.end-outside-term",
            409,
            zh: "终止日(on)应在聘期({from}至{through})内;未到岗的,为聘期开始的前一日。",
            en: "The last day is in the term, {from} to {through}, or the day before it."
        ),
        .init(
            "compensation.nothing-failed",
            409,
            zh: "没有不合格的考核记录,不能以考核不合格终止聘用。",
            en: "No assessment on record was failed."
        ),
        .init(
            "compensation.assessed-outside-term",
            409,
            zh: "考核日期(on)应在聘期开始日({from})之后且不晚于今天;年度考核应在聘期内。",
            en: "An assessment is made after {from}, in the term, and not after today."
        ),
        .init(
            "compensation.assessed-already",
            409,
            zh: "该年度(聘期)已有考核记录。",
            en: "That year, or the term, was assessed already."
        ),
        .init(
            "compensation.not-assessed",
            409,
            zh: "续聘前应先记录聘期考核结果。",
            en: "The term has to be assessed before it is renewed."
        ),
        .init("compensation.assessment-failed", 409, zh: "聘期考核不合格,不能续聘。", en: "The assessment of the term was failed."),
        .init("compensation.already-renewed", 409, zh: "该聘用已经续聘。", en: "The appointment was renewed already."),
        .init(
            "compensation.band-outside-term",
            409,
            zh: "档位调整日(from)应在{from}至{through}之间。",
            en: "A band changes between {from} and {through}."
        ),
        .init("compensation.day-outside-term", 400, zh: "日期应在聘期内;起薪日不得晚于聘期结束日。", en: "The day is not in the term."),
        .init("compensation.years", 400, zh: "聘期应为1至{most}年。", en: "A term is of 1 to {most} years."),
        .init(
            "compensation.term-once",
            400,
            zh: "聘期结束日(through)与年数(years)应填写其中一项。",
            en: "Give either the last day or the years."
        ),
        .init(
            "compensation.assessed-year",
            400,
            zh: "考核年度应为考核当年或上一年。",
            en: "The year assessed is that of the day, or the one before."
        ),
        .init("compensation.end-reason", 400, zh: "聘期届满、证书撤销由系统办理,请选择其他终止原因。", en: "This reason comes by itself."),
    ]
}
