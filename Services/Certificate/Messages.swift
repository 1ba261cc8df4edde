import Attachments
import CertificateDomain
import DatedDocuments
import ServiceKit

extension Main {
    /// What people are told, by code; each part of the service has its own sentences beside it.
    static let messages = MessageCatalogue(
        registrationMessages + auditMessages + personMessages + handOverMessages
            + numberMessages + reissueMessages
            + signingMessages + registerMessages + provincialMessages + statusMessages + paperMessages + photoMessages
            + correctionMessages
    ).including(spreadsheetMessages).including(attachmentMessages).including(documentMessages)
        .including(configurationMessages(of: ConfigurationKind.self))

    /// Of registrations and their audits, of numbers and issue.
    private static let registrationMessages: [MessageCatalogue.Message] = [
        // Steps that are not due.
        .init(
            "certificate.not-opened",
            409,
            zh: "登记批次尚未建立,请稍候再试。",
            en: "The registration has not been opened yet; try again in a moment."
        ),
        .init(
            "certificate.not-submitted",
            409,
            zh: "企业尚未上传(或退回更正后尚未重新上传),不能审核。",
            en: "The enterprise has not handed the registration in, or not again after a correction."
        ),
        .init(
            "certificate.already-submitted",
            409,
            zh: "该批次已上传,正在审核,无需重复上传。",
            en: "The registration is handed in and being audited."
        ),
        .init(
            "certificate.already-audited",
            409,
            zh: "{office}已审核通过,无需重复审核。",
            en: "This office has passed the registration already."
        ),
        .init(
            "certificate.not-audited-municipally",
            409,
            zh: "市中心尚未审核通过,省中心不能审核。",
            en: "The city centre has not passed the registration yet; the provincial centre comes after it."
        ),
        .init(
            "certificate.not-this-offices-turn",
            409,
            zh: "该批次当前由{office}审核,请由{office}退回。",
            en: "It is the other office's turn to audit; only that office can give the registration back."
        ),
        .init(
            "certificate.not-numbered",
            409,
            zh: "市、省两级审核尚未全部通过,证书尚无编号,企业不能颁发。",
            en: "Both audits must pass and numbers be given before the enterprise issues the certificates."
        ),
        .init(
            "certificate.already-numbered",
            409,
            zh: "该批次证书已编号,不能再上传或审核。",
            en: "The certificates have their numbers; nothing is handed in or audited after that."
        ),
        .init(
            "certificate.already-issued",
            409,
            zh: "该批次证书已由企业颁发。",
            en: "The enterprise has issued these certificates already."
        ),
        .init(
            "certificate.agency-code-differs",
            409,
            zh: "批次所载评价机构备案码与备案时赋予的{filed}不一致,请退回企业核实。",
            en: "The agency code differs from {filed}, which the filing authority gave."
        ),
        .init(
            "certificate.agency-code-invalid",
            409,
            zh: "评价机构备案码不符合13位编码规则,不能编制证书编号,请退回企业核实。",
            en: "The agency code is not one of 13 characters, so no number can begin with it."
        ),
        .init(
            "certificate.identity-unreadable",
            409,
            zh: "有{count}人的证件信息暂时无法读取,不能上传,请联系运维人员补齐密钥后重试。",
            en: "The identity documents of {count} persons cannot be opened; an operator has to add the key."
        ),
        .init(
            "certificate.not-prepared",
            409,
            zh: "证书资料尚未建立,不能编号或颁发。",
            en: "The certificate has not been prepared."
        ),
        .init(
            "certificate.number-given",
            409,
            zh: "证书已按原编号颁发,编号不得更改。",
            en: "The certificate has its number, which does not change."
        ),
        .init(
            "certificate.number-missing",
            409,
            zh: "证书尚无编号,不能颁发。",
            en: "The certificate has no number yet."
        ),

        .init(
            "certificate.objected-to",
            409,
            zh: "该人员的异议正在核查或已成立,不能编号或颁发。",
            en: "An objection about the holder is being examined or was upheld."
        ),
        .init(
            "certificate.nobody-numbered",
            409,
            zh: "该批次没有已编号、待颁发的证书。",
            en: "No certificate of the registration has a number and waits to be issued."
        ),

        // Verification.
        .init(
            "certificate.no-match",
            404,
            zh: "没有查到编号与姓名相符且已颁发的证书,请对照证书逐字核对编号和姓名。",
            en: "There is no issued certificate of that number and name; compare both with the certificate."
        ),

        // Members of a request.
        .init(
            "certificate.reason-missing",
            400,
            zh: "退回更正必须写明需要更正的内容和理由。",
            en: "A registration is given back with what is to be corrected, and why."
        ),
        .init(
            "certificate.reason-too-long",
            400,
            zh: "理由不得超过{limit}字。",
            en: "The reason has more than {limit} characters."
        ),
        .init(
            "certificate.issued-before-numbering",
            400,
            zh: "发证日期不得早于编号日期{day}。",
            en: "The day of issue lies before {day}, when the numbers were given."
        ),
        .init(
            "certificate.issued-in-future",
            400,
            zh: "发证日期不得晚于今天({today})。",
            en: "The day of issue lies after today ({today})."
        ),
        .init(
            "certificate.unknown-state",
            400,
            zh: "状态应为以下之一:{known}。",
            en: "The state is none of {known}."
        ),
        .init(
            "certificate.parameter-missing",
            400,
            zh: "查询证书须同时填写证书编号和持证人姓名。",
            en: "A certificate is looked up by its number and its holder's name together."
        ),
        .init(
            "certificate.filing-frozen",
            409,
            zh: "备案已{state},恢复前不予审核、编号和颁发证书",
            en: "The filing is {word}; nothing is audited, numbered or issued."
        ),
    ]
}
