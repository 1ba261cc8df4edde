import Kernel

/// What a service's refusals say to people: a stable code, the HTTP status, a Chinese and an English sentence.
package struct MessageCatalogue: ExpressibleByArrayLiteral, Sendable {
    /// One refusal.
    package struct Message: Hashable, Sendable {
        /// Stable, `<service>.<kebab>`.
        package let code: String
        /// The HTTP status.
        package let status: Int
        package let zh: String
        package let en: String

        /// `{name}` in a sentence is replaced by the refusal's argument of that name.
        package init(_ code: String, _ status: Int, zh: String, en: String) {
            self.code = code
            self.status = status
            self.zh = zh
            self.en = en
        }
    }

    private let messages: [String: Message]
    private let included: [String: Message]

    package init(arrayLiteral elements: Message...) { self.init(elements) }

    /// A catalogue of what each part of a service says.
    package init(_ elements: [Message]) {
        self.init(Dictionary(elements.map { ($0.code, $0) }) { first, _ in first })
    }

    private init(_ messages: [String: Message], including included: [String: Message] = [:]) {
        self.messages = messages
        self.included = included
    }

    /// All codes of its own, sorted.
    package var codes: [String] { messages.keys.sorted() }

    /// The message of a code: its own, one of a catalogue it includes, or one all services share.
    package subscript(code: String) -> Message? { messages[code] ?? included[code] ?? Self.common.messages[code] }

    /// The same with what a shared module's refusals say; its own sentences go before, and ``codes`` stays its own.
    package func including(_ other: MessageCatalogue) -> MessageCatalogue {
        let theirs = other.messages.merging(other.included) { own, _ in own }
        return MessageCatalogue(messages, including: included.merging(theirs) { own, _ in own })
    }

    /// The Chinese sentence of a code with its arguments put in.
    package func chinese(_ code: String, _ arguments: [String: String]) -> String {
        self[code].map { Self.fill($0.zh, arguments) } ?? code
    }

    static func fill(_ sentence: String, _ arguments: [String: String]) -> String {
        arguments.reduce(sentence) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

extension MessageCatalogue {
    /// What all services share.
    package static let common: MessageCatalogue = [
        .init("common.malformed", 400, zh: "请求内容有误,请按各项提示修改", en: "The request does not fit."),
        .init("common.missing-member", 400, zh: "必填,不能为空", en: "Required."),
        .init("common.wrong-type", 400, zh: "格式不对", en: "Wrong type or format."),
        .init("common.not-json", 400, zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON."),
        .init("common.zero-byte", 400, zh: "内容含有不可用的字符(零字节)", en: "A zero byte."),
        .init("common.not-a-form", 400, zh: "请求内容不是表单", en: "The body is no form."),
        .init("common.form-malformed", 400, zh: "表单内容有误或不完整,请重新提交", en: "The form is malformed or cut off."),
        .init("common.form-text", 400, zh: "表单中的文字不是 UTF-8 编码", en: "A text of the form is not UTF-8."),
        .init("common.form-too-many", 400, zh: "表单项目过多,最多 {most} 项", en: "At most {most} parts."),
        .init("common.form-too-large", 413, zh: "表单中“{part}”一项过大", en: "The part {part} is too large."),
        .init("common.key-too-long", 400, zh: "Idempotency-Key 最长 255 个字节", en: "Idempotency-Key is too long."),
        .init("common.unauthenticated", 401, zh: "请先登录,或登录已过期", en: "Sign in first."),
        .init("common.forbidden", 403, zh: "您的角色无权办理此事项", en: "Your role may not do this."),
        .init("common.other-enterprise", 403, zh: "只能办理本企业的事项", en: "This belongs to another enterprise."),
        .init("common.other-county", 403, zh: "只能办理本县(市、区)的事项", en: "This belongs to another county."),
        .init("common.not-found", 404, zh: "没有找到所请求的内容", en: "Not found ({what})."),
        .init("common.clock-fixed", 409, zh: "本服务的时钟不能拨动(未以 GONGJIANG_CLOCK=travel 启动)", en: "The clock is fixed."),
        .init("common.clock-backwards", 409, zh: "已有业务记录,时钟只能向后拨", en: "The clock only moves forward."),
        .init("common.version-mismatch", 412, zh: "内容已被他人更新(现为第 {actual} 版),请刷新后再办", en: "Changed meanwhile."),
        .init("common.too-large", 413, zh: "内容过大,最多 {most}", en: "Too large: at most {most}."),
        .init("common.key-reused", 422, zh: "同一 Idempotency-Key 已用于另一请求", en: "Key used for another request."),
        .init("common.version-required", 428, zh: "缺少 If-Match:请先查看当前版本再办", en: "If-Match is required."),
        .init(
            "common.too-many-requests",
            429,
            zh: "请求过于频繁,请在{seconds}秒后再试",
            en: "Too often: try again in {seconds} s."
        ),
        .init("common.fault", 500, zh: "系统出错,已记录,请稍后再试", en: "Internal fault."),
        .init("common.unreadable-row", 500, zh: "已存的数据无法读出,已记录,请联系系统运维人员", en: "A stored row cannot be read."),
        .init("common.unavailable", 503, zh: "系统暂时不能办理,请稍后再试", en: "Temporarily unavailable."),
        .init("identifier.empty", 400, zh: "号码为空,请填写", en: "Empty."),
        .init("identifier.length", 400, zh: "应为{expected}位,实为{found}位,请核对是否漏填或多填", en: "Wrong length."),
        .init("identifier.first-generation", 400, zh: "这是15位的旧身份证号码,请填写18位公民身份号码", en: "First-generation id."),
        .init("identifier.character", 400, zh: "第{position}位的字符不合规定,请逐位核对", en: "Bad character."),
        .init("identifier.check-character", 400, zh: "校验码不符(应为{expected}),请逐位核对,不要只改末位", en: "Wrong check character."),
        .init("identifier.date", 400, zh: "号码中的出生日期不存在,请核对第7至14位", en: "No such date of birth."),
        .init(
            "identifier.rounded-by-excel",
            400,
            zh: "号码被 Excel 当作数字舍入,末几位已丢失;请把该列单元格格式设为“文本”后重新录入完整号码",
            en: "Rounded by Excel; format the column as text and type it again."
        ),
        .init("identifier.level", 400, zh: "第16位的等级代码“{level}”不在等级代码表中", en: "Unknown level character."),
        .init("identifier.year", 400, zh: "年份{year}不在2000至2099年之间", en: "Year out of range."),
        .init("identifier.sequence", 400, zh: "证书序列号{sequence}不在000001至999999之间", en: "Sequence out of range."),
    ]
}
