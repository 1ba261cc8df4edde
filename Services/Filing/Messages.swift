import Attachments
import ServiceKit

extension Main {
    /// What people are told: code, status, and a sentence in each language.
    static let messages = own.including(spreadsheetMessages).including(attachmentMessages)
        .including(documentMessages)

    private static let own: MessageCatalogue = [
        // Fields of a request.
        .init("filing.too-long", 400, zh: "最多{most}个字符", en: "At most {most} characters."),
        .init("filing.too-many", 400, zh: "最多{most}项", en: "At most {most} items."),
        .init("filing.unprintable", 400, zh: "含有不能显示的控制字符,请删除", en: "Contains control characters; remove them."),
        .init("filing.not-a-day", 400, zh: "日期应为真实日期,写作2026-09-30", en: "A real day, written 2026-09-30."),
        .init("filing.not-an-id", 400, zh: "编号格式不对,应为系统给出的UUID", en: "Not an id; a UUID given by the system."),
        .init("filing.out-of-range", 400, zh: "应在{least}至{most}之间", en: "Between {least} and {most}."),
        .init("filing.plan-methods", 400, zh: "评价方法至少一项,不得重复", en: "At least one method, none twice."),
        .init("filing.plan-weights", 400, zh: "各评价方法的权重合计应为100", en: "The weights of the methods make 100."),
        .init("filing.plan-percent", 400, zh: "应在0至100之间", en: "Between 0 and 100."),
        .init(
            "filing.plan-committees",
            400,
            zh: "评审机构应为技能等级认定考核委员会(assessment-committee)、专家评审委员会(expert-panel)或其他(other)",
            en: "One or more of assessment-committee, expert-panel and other."
        ),
        .init(
            "filing.occupation-code",
            400,
            zh: "职业编码应写作6-18-02-04(大类-中类-小类-细类)",
            en: "An occupation code is written 6-18-02-04."
        ),
        .init(
            "filing.occupation-edition",
            400,
            zh: "职业编码版本应为4位年份,如2022",
            en: "The edition of the classification is a year, like 2022."
        ),
        .init("filing.occupation-twice", 400, zh: "同一职业(工种)重复出现", en: "The same occupation appears twice."),
        .init(
            "filing.unknown-level",
            400,
            zh: "等级应为junior、intermediate、senior、technician、seniorTechnician之一;特级技师另行备案",
            en: "One of junior, intermediate, senior, technician, seniorTechnician; special grade is filed by itself."
        ),
        .init(
            "filing.unknown-jurisdiction",
            400,
            zh: "不在属地表中,请填写县(市、区)名称或代码,如滨城区或371602",
            en: "Not in the table of jurisdictions; give the name or code of a county, like 371602."
        ),
        .init(
            "filing.unknown-state",
            400,
            zh: "没有这种状态,可用:{states}",
            en: "No such state; one of {states}."
        ),
        .init("filing.term-backwards", 400, zh: "有效期止不能早于有效期起", en: "The term ends before it begins."),
        .init("filing.unknown-word", 400, zh: "没有这种写法,可用:{words}", en: "No such word; one of {words}."),
        .init("filing.email", 400, zh: "电子邮箱格式不对,应如 a@b.cn", en: "Not an e-mail address."),
        .init("filing.telephone", 400, zh: "电话号码格式不对,应如 0543-8170000", en: "Not a telephone number."),
        .init("filing.day-past", 400, zh: "不能早于今天({today})", en: "Not before today ({today})."),
        .init(
            "filing.jurisdiction-code",
            400,
            zh: "应为6位国标行政区划代码,或功能区的本地代码,如 BZ-KFQ",
            en: "Six digits of GB/T 2260, or a local code like BZ-KFQ."
        ),
        .init("filing.jurisdiction-parent", 400, zh: "应为上级行政区划的6位国标代码,如 371600", en: "Six digits of GB/T 2260."),
        .init("filing.jurisdiction-name-taken", 400, zh: "“{name}”已是另一代码的名称", en: "{name} is another code's name."),
        .init(
            "filing.jurisdiction-by-officer",
            400,
            zh: "属地由备案机构变更,请与备案机构联系",
            en: "The jurisdiction is changed by an officer."
        ),
        .init(
            "filing.unit-code-or-site",
            400,
            zh: "没有统一社会信用代码的单位,请填写地址",
            en: "A unit without a credit code has a site."
        ),
        .init("filing.day-to-come", 400, zh: "不能晚于今天({today})", en: "Not after today ({today})."),
        .init(
            "filing.personal-number",
            400,
            zh: "第{line}行第{column}字起是{kind},请删去:这里的内容会被他人看到",
            en: "A number of a person ({kind}) at line {line}, column {column}; remove it."
        ),
        .init(
            "filing.enterprise-of-other-county",
            400,
            zh: "该企业在本县(市、区)没有登记,也没有下属单位",
            en: "The enterprise is not in this county."
        ),
        // Questions and suggestions.
        .init("filing.question-already-asked", 409, zh: "该问题已提交", en: "The question was put."),
        .init("filing.question-not-asked", 409, zh: "该问题尚未提交", en: "The question was not put."),
        .init("filing.question-already-answered", 409, zh: "该问题已答复,不能再转办或答复", en: "The question was answered."),
        .init("filing.question-already-closed", 409, zh: "该问题已办结", en: "The question is closed."),
        .init(
            "filing.too-many-questions",
            429,
            zh: "今天提交的问题已达{most}条,请明天再提,或直接与联系科室联系",
            en: "At most {most} questions a day."
        ),
        // Counties.
        .init("filing.liaison-already-logged", 409, zh: "该对接记录已登记", en: "The talk is on record."),
        .init("filing.liaison-not-logged", 409, zh: "没有该对接记录", en: "The talk is not on record."),
        .init(
            "filing.liaison-other-enterprise",
            409,
            zh: "对接记录不能改为另一企业的;请另行登记",
            en: "A talk with one enterprise is none with another."
        ),
        .init("filing.note-already-sent", 409, zh: "该政策解读已推送", en: "The note was sent."),
        .init("filing.note-not-sent", 409, zh: "该政策解读尚未推送", en: "The note was not sent."),
        .init("filing.note-already-withdrawn", 409, zh: "该政策解读已撤回", en: "The note was withdrawn."),
        .init("filing.nobody-to-send-to", 409, zh: "本县(市、区)还没有已登记的企业", en: "There is no enterprise in the county."),
        // Enterprises.
        .init("filing.enterprise-not-registered", 409, zh: "该企业尚未登记", en: "The enterprise is not on the register."),
        .init(
            "filing.other-credit-code",
            409,
            zh: "统一社会信用代码不能变更;代码不同即为另一企业,请另行登记",
            en: "Another credit code is another enterprise."
        ),
        .init("filing.no-such-unit", 404, zh: "该企业没有这个下属单位", en: "The enterprise has no such unit."),
        .init("filing.unit-closed", 409, zh: "“{name}”已撤销,不能再变更", en: "{name} was closed."),
        .init("filing.unit-name-twice", 409, zh: "下属单位重名:{name}", en: "Two units are called {name}."),
        .init("filing.unit-code-twice", 409, zh: "统一社会信用代码{code}重复出现", en: "{code} appears twice."),
        .init(
            "filing.unit-code-taken",
            409,
            zh: "统一社会信用代码{code}是另一企业的下属单位;如已转让,请先由原企业撤销",
            en: "{code} is a unit of another enterprise."
        ),
        .init("filing.too-many-units", 409, zh: "下属单位最多{most}个", en: "At most {most} units."),
        .init("filing.nothing-covered", 400, zh: "请至少选择企业本部或一个下属单位", en: "Name the enterprise itself or a unit."),
        .init(
            "filing.unit-not-coverable",
            400,
            zh: "{unit}不是本企业现有的下属单位",
            en: "{unit} is no open unit of the enterprise."
        ),
        .init(
            "filing.coverage-settled",
            409,
            zh: "备案已提交,覆盖单位不能再改",
            en: "What the filing covers was settled when it was handed in."
        ),
        // Authorities.
        .init(
            "filing.other-authority",
            403,
            zh: "该备案由{authority}办理",
            en: "The filing is with another authority ({authority})."
        ),
        .init("filing.authority-takes-no-filings", 409, zh: "该机构不受理备案", en: "Nobody files with this authority."),
        .init("filing.addressed-elsewhere", 409, zh: "该备案已向另一机构提交", en: "It was filed with another authority."),
        .init("filing.authority-already-established", 409, zh: "该机构已有记录", en: "The authority is on record."),
        .init("filing.authority-unknown", 409, zh: "没有该机构的记录", en: "The authority is not on record."),
        .init(
            "filing.authority-later-version",
            409,
            zh: "已有自{from}起的记录,新记录须晚于该日",
            en: "A version begins on {from}; another must begin later."
        ),
        .init(
            "filing.enterprise-already-registered",
            409,
            zh: "该统一社会信用代码的企业已登记",
            en: "An enterprise of this credit code is on the register."
        ),
        .init(
            "filing.agency-code-taken",
            409,
            zh: "该备案码已给予其他企业",
            en: "The agency code was given to another enterprise."
        ),
        // Filings, general and special-grade, and changes of work plans.
        .init(
            "filing.already-running",
            409,
            zh: "已有一件正在办理({state},编号{id}),不能另行建立;可以继续办理或先撤回",
            en: "One is running already ({phase}, {id}); go on with it or withdraw it first."
        ),
        .init(
            "filing.general-in-force",
            409,
            zh: "已有有效的自主评价备案(备案码{agencyCode},有效期{from}至{through});续期、增加职业请在原备案上申请",
            en: "A general filing is in force ({agencyCode}, {from} to {through}); apply for changes on it."
        ),
        .init(
            "filing.changed-meanwhile",
            409,
            zh: "您看到的是第{seen}版,现为第{actual}版:{changes}。请刷新后再办",
            en: "You saw version {seen}, it is at {actual}: {names}. Read it again."
        ),
        .init("filing.not-drafted", 409, zh: "该备案尚未建立", en: "The filing does not exist yet."),
        .init("filing.already-drafted", 409, zh: "该备案已建立", en: "The filing exists already."),
        .init("filing.not-submitted", 409, zh: "备案尚未提交,不能办理", en: "The filing is not submitted."),
        .init(
            "filing.already-submitted",
            409,
            zh: "备案已提交,受理前不能再改",
            en: "The filing is submitted and cannot be changed."
        ),
        .init(
            "filing.already-decided",
            409,
            zh: "备案已受理或已不予备案,不能再办",
            en: "The filing was accepted or refused."
        ),
        .init("filing.already-withdrawn", 409, zh: "企业已撤回该备案,不能再办", en: "The enterprise withdrew the filing."),
        .init(
            "filing.corrections-told-before",
            409,
            zh: "补正须一次性告知,本备案已告知过,不能再次要求补正",
            en: "Corrections are told once, and were told."
        ),
        .init(
            "filing.awaiting-resubmission",
            409,
            zh: "企业正在补正,须由企业重新提交后再办",
            en: "The enterprise is correcting; it must resubmit first."
        ),
        .init("filing.nothing-to-correct", 409, zh: "本备案没有待补正事项", en: "Nothing is to be corrected."),
        .init("filing.no-requests", 409, zh: "请至少写明一项需补正的内容", en: "Name at least one thing to correct."),
        .init(
            "filing.consultation-is-optional",
            409,
            zh: "听取职工意见的材料由企业自愿提供,不能作为补正事项({place})",
            en: "Proof of the consultation is optional and no ground for a correction ({place})."
        ),
        .init(
            "filing.consultation-place",
            400,
            zh: "听取职工意见的材料由企业自愿提供,不能作为补正事项,请删去本项",
            en: "Proof of the consultation is optional and no ground for a correction; remove this."
        ),
        .init(
            "filing.no-such-request",
            409,
            zh: "没有第{number}项补正,只有第1至{last}项",
            en: "There is no request {number}; they are 1 to {last}."
        ),
        .init("filing.incomplete", 409, zh: "尚未填写:{parts}", en: "Not written yet: {names}."),
        .init("filing.work-plan-incomplete", 409, zh: "工作方案缺少:{parts}", en: "The work plan lacks: {names}."),
        .init("filing.general-term-over", 409, zh: "有效期至{through},已过期,不能受理", en: "The term was over on {through}."),
        .init(
            "filing.general-filing-not-accepted",
            409,
            zh: "所依据的自主评价备案未获受理,或者已暂停、已取消",
            en: "The general filing it rests on is not accepted, or is suspended or cancelled."
        ),
        .init(
            "filing.general-filing-not-in-force",
            409,
            zh: "所依据的自主评价备案有效期为{from}至{through},今日不在有效期内",
            en: "The general filing is in force from {from} through {through} only."
        ),
        .init(
            "filing.outside-scope",
            409,
            zh: "以下职业(工种)未在自主评价备案中备案到一级/高级技师:{occupations}",
            en: "Not filed up to senior technician in the general filing: {occupations}."
        ),
        .init(
            "filing.scope-needs-reason",
            409,
            zh: "以下职业(工种)未在自主评价备案中备案到一级/高级技师,予以备案须写明理由,或者不予备案:{occupations}",
            en: "Outside the general filing; accept with a reason, or refuse: {occupations}."
        ),
        .init("filing.plan-unchanged", 409, zh: "与现行工作方案完全相同,无需变更备案", en: "The plan is the one in force."),
        .init(
            "filing.special-not-accepted",
            409,
            zh: "该特级技师评价备案未获受理,没有现行工作方案可以变更",
            en: "The special-grade filing is not accepted; it has no plan in force."
        ),
        // Handling.
        .init(
            "filing.handled-by-another",
            409,
            zh: "本件由{name}经办,请先移交",
            en: "{name} handles this; hand it over first."
        ),
        .init("filing.handling-closed", 409, zh: "本件已办结", en: "It is closed."),
        .init(
            "filing.interest-declared",
            409,
            zh: "您已申报与该企业有利害关系,应当回避,请移交其他经办人",
            en: "You declared an interest in this enterprise; hand it to another officer."
        ),
        .init(
            "filing.interest-declared-by-other",
            409,
            zh: "{name}已申报与该企业有利害关系,不能移交给{name}",
            en: "{name} declared an interest in this enterprise."
        ),
        .init("filing.interest-already-declared", 409, zh: "您已申报过,不必重复申报", en: "It was declared before."),
        .init("filing.interest-not-declared", 409, zh: "该申报不存在或已解除", en: "It was not declared, or has ended."),
        .init("filing.interest-anothers", 409, zh: "只能由申报人本人解除", en: "Only the officer who declared it ends it."),
        .init(
            "filing.unknown-part",
            400,
            zh: "没有这种待办,可用:{parts}",
            en: "No such part of the worklist; one of {parts}."
        ),
        // Papers and files.
        .init(
            "filing.file-not-yours",
            403,
            zh: "附件由提交单位增删,您不能增删",
            en: "Files are for those who handed them in to add."
        ),
        .init("filing.file-handed-in", 409, zh: "该附件已随备案提交,不能删除;请另传新的", en: "It was handed in; add another."),
        .init("filing.file-purpose", 409, zh: "此处的附件用途应为:{known}", en: "The purpose here is one of: {known}."),
        // The public register.
        .init("filing.unknown-kind", 400, zh: "备案类别应为general或special", en: "The kind is general or special."),
        .init("filing.unknown-format", 400, zh: "文件格式应为csv或xlsx", en: "The format is csv or xlsx."),
        // Lists of existing filings.
        .init("filing.import-over", 409, zh: "该导入已办结,不能再办", en: "The import is over."),
        .init("filing.cell-uncalculated", 400, zh: "公式没有计算结果,请用Excel打开并保存一次,或改填数值", en: "A formula without a result."),
        .init("filing.cell-error", 400, zh: "公式出错({name}),请改正或改填数值", en: "A formula with the error {name}."),
        .init("filing.import-day", 400, zh: "应为真实日期,写作2024-07-01或2024年7月1日", en: "A real day, written 2024-07-01."),
        .init("filing.import-telephone", 400, zh: "应为电话号码,单元格请设为文本格式", en: "A telephone number, kept as text."),
        .init("filing.import-future", 400, zh: "备案日期不能晚于今天", en: "The day of filing is in the future."),
        .init("filing.import-after-term", 400, zh: "备案日期晚于有效期止", en: "The day of filing is after the term."),
        .init(
            "filing.import-levels",
            400,
            zh: "等级应写作“三级、二级、一级”或“五级至一级”;特级技师另行备案,不在此表",
            en: "Levels are written 三级、二级 or 五级至一级; special grade is filed by itself."
        ),
        .init(
            "filing.import-not-same",
            400,
            zh: "与同一备案的第{row}行不一致,请核对",
            en: "Not the same as in row {row} of the same filing."
        ),
        .init(
            "filing.import-other-rows",
            400,
            zh: "本行无误,但同一备案的第{rows}行有误,整项备案未导入",
            en: "Rows {rows} of the same filing are wrong, so it was not entered."
        ),
        .init(
            "filing.import-code-of-other-row",
            400,
            zh: "该备案码在第{row}行已用于另一企业",
            en: "The agency code stands with another enterprise in row {row}."
        ),
        .init(
            "filing.import-differs",
            400,
            zh: "系统中已有该备案,内容不同:{difference}。系统中的未作改动,确需更改的请在系统中办理",
            en: "The filing is here already and differs; nothing was changed."
        ),
        .init(
            "filing.import-name-differs",
            400,
            zh: "系统中该企业名称为“{name}”,以系统为准",
            en: "The enterprise is called {name} on the register."
        ),
        // The life of filings.
        .init("filing.tenure-not-begun", 409, zh: "该备案尚未受理,没有有效期", en: "The filing was not accepted."),
        .init("filing.tenure-already-begun", 409, zh: "该备案已受理", en: "The filing was accepted."),
        .init(
            "filing.follows-general",
            409,
            zh: "特级技师评价备案的有效期随自主评价备案,请对自主评价备案申请续展",
            en: "A special-grade filing has the term of the general filing; renew that."
        ),
        .init(
            "filing.term-over",
            409,
            zh: "有效期至{through},已过期,请重新备案",
            en: "The term was over on {through}; file anew."
        ),
        .init(
            "filing.term-not-later",
            409,
            zh: "续展后的有效期应当晚于现有效期{through}",
            en: "The new term must end after {through}."
        ),
        .init("filing.nothing-new", 409, zh: "所申请的职业(工种)和等级均已备案", en: "All that is asked for is filed."),
        .init(
            "filing.outside-general",
            409,
            zh: "以下职业(工种)未在自主评价备案中备案到一级/高级技师:{occupations}",
            en: "Not filed up to senior technician in the general filing: {occupations}."
        ),
        .init("filing.suspended", 409, zh: "该备案已暂停,恢复前不能办理", en: "The filing is suspended."),
        .init("filing.not-suspended", 409, zh: "该备案没有暂停,无可解除", en: "The filing is not suspended."),
        .init(
            "filing.suspension-in-past",
            409,
            zh: "暂停应当自今日({today})或以后的日期起算",
            en: "A suspension begins today ({today}) or later."
        ),
        .init("filing.suspension-backwards", 409, zh: "暂停的截止日期不能早于起始日期", en: "It ends before it begins."),
        .init("filing.cancelled", 409, zh: "该备案资格已取消,不能办理", en: "The filing is cancelled."),
        .init("filing.not-decided-in-case", 409, zh: "该备案现在的状态不是本案决定的", en: "The case decided nothing in force."),
        .init(
            "filing.contradictory-consequences",
            409,
            zh: "不能一面继续颁发证书、一面暂停已颁发证书的效力,请改选一项",
            en: "Certificates cannot be issued and be out of force at once."
        ),
        .init("filing.unknown-choice", 400, zh: "没有这种选择,可用:{known}", en: "One of {known}."),
        .init(
            "filing.renewal-not-open",
            409,
            zh: "续展自{from}起受理,现在尚早",
            en: "Renewal may be applied for from {from} on."
        ),
        .init(
            "filing.request-pending",
            409,
            zh: "同类申请已在办理中,请等待答复或先撤回",
            en: "An application of this kind is with the authority."
        ),
        .init("filing.request-not-pending", 409, zh: "该申请已办结或已撤回", en: "It was decided or withdrawn."),
        // Exit cases.
        .init("filing.day-to-come", 400, zh: "不能晚于今日({today})", en: "Not later than today ({today})."),
        .init("filing.day-past", 400, zh: "不能早于今日({today})", en: "Not earlier than today ({today})."),
        .init(
            "filing.nothing-intended",
            400,
            zh: "告知书应当写明拟取消(cancel)或者拟暂停(suspend)",
            en: "Say whether to cancel or to suspend."
        ),
        .init(
            "filing.issue-and-suspend",
            400,
            zh: "不能一面继续颁发证书、一面暂停已颁发证书的效力",
            en: "Certificates cannot be issued and be out of force at once."
        ),
        .init("filing.exit-pending", 409, zh: "该备案已有未办结的退出案件", en: "A case about this filing is open."),
        .init("filing.exit-not-opened", 409, zh: "该退出案件尚未建立", en: "The case does not exist yet."),
        .init("filing.exit-already-opened", 409, zh: "该退出案件已建立", en: "The case exists already."),
        .init("filing.exit-closed", 409, zh: "该案已作出决定或已终止,不能再办", en: "The case was decided or dropped."),
        .init("filing.exit-not-told", 409, zh: "尚未制作事先告知书", en: "There is no written notice yet."),
        .init("filing.exit-not-served", 409, zh: "事先告知书尚未送达,不能办理", en: "The notice is not served yet."),
        .init("filing.exit-already-served", 409, zh: "事先告知书已送达,不能再改", en: "The notice was served."),
        .init(
            "filing.exit-service-day",
            409,
            zh: "送达日期应在{from}至{today}之间",
            en: "The day of service lies between {from} and {today}."
        ),
        .init(
            "filing.hearing-late",
            409,
            zh: "听证申请期限已于{through}届满",
            en: "The time for asking to be heard was over on {through}."
        ),
        .init("filing.hearing-already-requested", 409, zh: "已提出听证申请", en: "A hearing was asked for."),
        .init(
            "filing.hearing-not-requested",
            409,
            zh: "企业没有要求听证,或者听证已经举行",
            en: "No hearing is asked for, or it was held."
        ),
        .init(
            "filing.hearing-too-soon",
            409,
            zh: "听证应当提前7个工作日通知,最早可在{earliest}举行{note}",
            en: "It must be told 7 working days before; {earliest} at the earliest {note}."
        ),
        .init("filing.hearing-not-called", 409, zh: "尚未通知听证", en: "No hearing was called."),
        .init("filing.hearing-not-held", 409, zh: "听证定于{day}举行,尚未举行", en: "The hearing is on {day}."),
        .init("filing.chair-investigated", 409, zh: "听证应当由非本案调查人员主持,请更换主持人", en: "Who investigated does not preside."),
        .init("filing.investigator-decides", 409, zh: "调查人员不得作出决定,请由其他人员决定", en: "Who investigated does not decide."),
        .init(
            "filing.hearing-period-runs",
            409,
            zh: "听证申请期限至{through}届满{note},在此之前不能作出取消或暂停决定",
            en: "The enterprise can ask to be heard until {through} {note}."
        ),
        .init(
            "filing.minutes-missing",
            409,
            zh: "企业要求听证,须先举行听证并有笔录",
            en: "A hearing was asked for; its minutes are missing."
        ),
        .init("filing.answer-missing", 409, zh: "请写明对陈述、申辩意见的答复", en: "Answer the statement and defence."),
        .init(
            "filing.preview-missing",
            409,
            zh: "作出取消或暂停决定前应当先查看影响预览",
            en: "Decide on a preview of what it would touch."
        ),
        .init("filing.preview-unknown", 409, zh: "没有这份影响预览,请重新生成", en: "Nobody was shown this preview."),
        .init(
            "filing.preview-stale",
            409,
            zh: "影响预览已过时,以下内容有变化:{changes};请重新查看后再决定",
            en: "The preview is out of date; other now: {changes}."
        ),
        .init("filing.exit-not-decided", 409, zh: "该案没有作出决定", en: "The case was not decided."),
        .init("filing.nothing-to-undo", 409, zh: "该决定未取消或暂停备案,无可撤销", en: "The decision changed nothing."),
        .init("filing.not-publishable", 409, zh: "不予取消的决定不公开", en: "A decision that changes nothing is not published."),
        .init("filing.already-published", 409, zh: "该决定已公开", en: "It was published."),
        .init("filing.not-published", 409, zh: "该决定没有公开过", en: "It was never published."),
        .init("filing.not-set-aside", 409, zh: "该决定没有被撤销", en: "It was not set aside."),
        .init("filing.already-set-aside", 409, zh: "该决定已被撤销", en: "It was set aside."),
        .init("filing.already-taken-down", 409, zh: "公开信息已撤下", en: "It was taken down."),
    ]
}
