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
    ]
}
