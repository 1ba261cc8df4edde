import Attachments
import ServiceKit

extension Main {
    /// What people are told: code, status, and a sentence in each language.
    static let messages = own.including(spreadsheetMessages).including(attachmentMessages)
        .including(documentMessages)

    private static let own: MessageCatalogue = [
        // Members of a request, and cells of a workbook.
        .init(
            "evaluation.unit-not-covered",
            400,
            zh: "不是备案覆盖的单位,应为:{units}",
            en: "Not a unit the filing covers; one of {units}."
        ),
        .init("evaluation.field-missing", 400, zh: "必填,不能为空", en: "Required."),
        .init("evaluation.text-too-long", 400, zh: "过长,最多{most}个字", en: "Too long, at most {most} characters."),
        .init(
            "evaluation.personal-number",
            400,
            zh: "第{line}行第{column}个字起是{kind},这段文字要公示,请删去或改写",
            en: "Line {line}, character {column}: a number of a person ({kind}); this text will be shown."
        ),
        .init("evaluation.out-of-range", 400, zh: "数值不在允许的范围内", en: "Out of range."),
        .init("evaluation.repeated", 400, zh: "重复,每项只能出现一次", en: "Named twice."),
        .init(
            "evaluation.laxer-than-notice",
            400,
            zh: "不得低于通知的要求({floor})",
            en: "Laxer than the notice, which asks for {floor}."
        ),
        .init(
            "evaluation.handling-office",
            400,
            zh: "异议受理部门不得是人力资源(人事)部门或评审委员会,请指定纪检、工会或其他部门",
            en: "Objections are not handled by human resources or the panel; name another office."
        ),
        .init("evaluation.email", 400, zh: "不是有效的电子邮箱", en: "Not an e-mail address."),
        .init(
            "evaluation.amendment-empty",
            400,
            zh: "更正没有内容:请写明撤回、更正或补列的人员,或勾选整份公示更正",
            en: "The amendment changes nothing."
        ),
        .init("evaluation.application-elsewhere", 400, zh: "该申报不在本批次内", en: "The application is not of this round."),
        .init("evaluation.omission-elsewhere", 400, zh: "该漏报事项不在本批次内", en: "The omission is not of this round."),
        .init("evaluation.not-eligible-to-add", 400, zh: "该申报不符合条件,不能补列", en: "The application is not eligible."),
        .init(
            "evaluation.not-approved-by-panel",
            400,
            zh: "该申报未经评审通过;补列须依据移交的漏报事项并写明评审委员会的决议",
            en: "The panel has not approved it; name the omission and the panel's resolution."
        ),
        .init("evaluation.panel-too-small", 400, zh: "评审委员会不少于{floor}人", en: "A panel has at least {floor} members."),
        .init(
            "evaluation.panel-not-odd",
            400,
            zh: "评审委员会人数应为单数,不超过99人",
            en: "A panel has an odd number of members, 99 at most."
        ),
        .init(
            "evaluation.two-opening-officers",
            400,
            zh: "须指定两名不同的开票人员,共同开启票箱",
            en: "Two different officers open the box together."
        ),
        .init(
            "evaluation.committee-reason",
            400,
            zh: "通知原则上由技能等级认定考核委员会或专家评审委员会评审;由其他机构评审的,须说明理由",
            en: "Another body than the two the notice names needs a reason."
        ),
        .init(
            "evaluation.days-out-of-order",
            400,
            zh: "时间安排应依次为申报、评审、表决、公示,起止日期不得颠倒,表决和公示在申报截止之后",
            en: "Applications, review, vote and publicity follow one another; the vote comes after applications close."
        ),
        .init("evaluation.schedule-too-long", 400, zh: "时间安排不得超过两年", en: "A schedule spans two years at most."),
        .init("evaluation.day", 400, zh: "日期应写作2005-07-01或2005/7/1,年份四位", en: "Write a day as 2005-07-01 or 2005/7/1."),
        .init("evaluation.application-state", 400, zh: "没有这种申报状态", en: "There is no such state."),
        .init(
            "evaluation.instant",
            400,
            zh: "请填写日期(2026-09-30)或带时区的时刻(2026-09-30T17:00:00+08:00)",
            en: "Write a day (2026-09-30) or an instant with its offset."
        ),
        .init("evaluation.day-in-future", 400, zh: "日期尚未到来", en: "The day has not come yet."),
        .init("evaluation.day-in-past", 400, zh: "公示日期不能早于今天", en: "The day has passed."),
        .init("evaluation.yes-or-no", 400, zh: "请填写“是”或“否”", en: "Write 是 or 否."),
        .init(
            "evaluation.document-type",
            400,
            zh: "不认识的证件类型,居民身份证以外可填护照、军官证、港澳居民来往内地通行证、台湾居民来往大陆通行证、外国人永久居留身份证",
            en: "Unknown kind of document."
        ),
        .init("evaluation.document-number", 400, zh: "证件号码应为5至30位", en: "A number of 5 to 30 characters."),
        .init("evaluation.telephone", 400, zh: "电话号码只能含数字、加号和连字符,5至20位", en: "Not a telephone number."),
        .init(
            "evaluation.name-differs",
            400,
            zh: "该证件号码已登记为另一姓名,请核对姓名和证件号码",
            en: "The document is registered under another name."
        ),
        .init(
            "evaluation.person-twice",
            400,
            zh: "同一人在文件中出现两次,只取第一行",
            en: "The person stands in the file twice; the first row counts."
        ),
        .init(
            "evaluation.occupation-not-planned",
            400,
            zh: "职业({occupation})不在实施方案的岗位之内,请核对编码、版本和工种",
            en: "The plan has no post for the occupation."
        ),
        .init(
            "evaluation.occupation-name",
            400,
            zh: "职业名称与编码({occupation})不符,请按实施方案填写",
            en: "The name does not belong to the code."
        ),
        .init(
            "evaluation.spans",
            400,
            zh: "任职起止应写作2021-06-01~或2016-03-01~2020-02-29,多段用分号隔开,不能重叠",
            en: "Write spans as 2021-06-01~ or 2016-03-01~2020-02-29, separated by semicolons."
        ),
        .init("evaluation.conditions", 400, zh: "附加条件应写作二1至二4,多项用分号隔开,如二1;二3", en: "Write conditions as 二1;二3."),
        .init(
            "evaluation.relaxed-clause",
            400,
            zh: "不认识的条件;规则列明可以放宽的条件:{known}",
            en: "Not a condition that can be relaxed."
        ),
        .init("evaluation.review-outcome", 400, zh: "人工认定的结果只能是met或notMet", en: "A review ends in met or notMet."),
        .init(
            "evaluation.ballot-does-not-match",
            400,
            zh: "表决票与候选人不符:缺{missing}人,多出{unknown}人,重复{repeated}人",
            en: "The ballot does not match the candidates."
        ),
        .init("evaluation.recusal-without-reason", 400, zh: "回避须说明理由", en: "A recusal needs a reason."),
        // The workbook itself.
        .init(
            "evaluation.other-template",
            400,
            zh: "文件用的是模板版本{version},现行版本是{current},缺少列“{missing}”;请下载新模板,把内容粘贴过去",
            en: "Made with template {version}; today's is {current} and has also: {missing}."
        ),
        .init(
            "evaluation.cell-uncalculated",
            400,
            zh: "单元格是公式,文件中没有它的计算结果;请在Excel中打开保存一次,或改为数值",
            en: "A formula without a result; save the file once in Excel."
        ),
        .init("evaluation.cell-error", 400, zh: "单元格的公式出错({name})", en: "The formula of the cell failed ({name})."),
        .init(
            "evaluation.person-in-row",
            400,
            zh: "与第{row}行是同一人,每人只能申报一次",
            en: "The same person stands in row {row}."
        ),
        .init("evaluation.import-over", 409, zh: "该导入已办结,不能再办", en: "The import is over."),
        .init(
            "evaluation.csv-row-torn",
            400,
            zh: "本行的单元格比列标题多,请检查逗号和引号",
            en: "The row has more cells than there are columns."
        ),
        // Plans.
        .init(
            "evaluation.plan-not-shown",
            409,
            zh: "实施方案尚未向职工公开并报送,不能签收或提出意见",
            en: "The plan has not been shown and sent."
        ),
        .init(
            "evaluation.plan-disclosed-too-late",
            409,
            zh: "方案须在申报开始前公开并报送,而申报自{opens}开始;请修订方案的时间安排",
            en: "A plan is shown and sent before applications open on {opens}; revise its schedule."
        ),
        .init("evaluation.plan-other-filing", 409, zh: "修订的方案须依据同一备案", en: "A revision rests on the same filing."),
        .init("evaluation.plan-unchanged", 409, zh: "与现行版本完全相同,无需修订", en: "It is the same as the version there is."),
        .init("evaluation.plan-already-received", 409, zh: "本版方案已经签收", en: "This version was received before."),
        .init(
            "evaluation.plan-standing",
            400,
            zh: "应为draft(未报送)、sent(已报送)或received(已签收)",
            en: "One of draft, sent and received."
        ),
        .init(
            "evaluation.beyond-filed-plan",
            400,
            zh: "超出备案的工作方案(备案为:{filed}),请先办理工作方案变更备案",
            en: "Beyond the filed work plan ({filed}); change the filing first."
        ),
        .init(
            "evaluation.work-plan-outdated",
            400,
            zh: "备案的工作方案现为第{version}版,请按现行版本制定",
            en: "The filed work plan is version {version} now."
        ),
        .init(
            "evaluation.work-plan-replaced",
            409,
            zh: "方案依据工作方案第{version}版,现行备案为第{filed}版,请修订方案后再开始",
            en: "The plan rests on work plan version {version}; version {filed} is filed now. Revise the plan first."
        ),
        .init("evaluation.weights-not-whole", 400, zh: "各评价方法的权重合计应为100", en: "The weights of the methods make 100."),
        .init(
            "evaluation.publicity-too-short",
            400,
            zh: "公示时间容不下{days}个工作日的公示期,发布当日不计入",
            en: "The window is too short for {days} working days; the day of publication is not counted."
        ),
        .init("evaluation.window-passed", 400, zh: "申报截止日已过", en: "The last day of applications has passed."),
        .init(
            "evaluation.reference-date-far",
            400,
            zh: "年限计算截止日与申报截止日相差不得超过一年",
            en: "Within a year of the last day of applications."
        ),
        .init("evaluation.plan-file-not-yours", 403, zh: "方案的附件由企业上传", en: "Files of a plan are the enterprise's."),
        .init(
            "evaluation.file-disclosed",
            409,
            zh: "附件已随方案公开,不能撤回",
            en: "A version was disclosed with the file; it stays."
        ),
        .init("evaluation.plan-already-drawn-up", 409, zh: "实施方案已经制定", en: "The plan exists already."),
        .init("evaluation.plan-not-drawn-up", 409, zh: "实施方案尚未制定", en: "There is no plan yet."),
        .init("evaluation.plan-already-disclosed", 409, zh: "实施方案已经公开", en: "The plan was disclosed before."),
        .init(
            "evaluation.plan-outside-filing",
            409,
            zh: "职业{occupation}不在备案范围内,请先办理增项备案",
            en: "{occupation} is not in the filing; add it there first."
        ),
        .init("evaluation.filing-expired", 409, zh: "备案已于{day}到期", en: "The filing ran out on {day}."),
        // Rounds.
        .init(
            "evaluation.plan-not-disclosed",
            409,
            zh: "实施方案尚未向职工公开,不能开始申报",
            en: "The plan has not been shown to the employees."
        ),
        .init("evaluation.window-not-yet", 409, zh: "申报自{from}开始,尚未开始", en: "Applications are taken from {from} on."),
        .init("evaluation.window-over", 409, zh: "申报已于{through}截止", en: "Applications were taken through {through}."),
        .init(
            "evaluation.window-still-open",
            409,
            zh: "方案公布的申报截止日为{through},该日结束前不能截止申报",
            en: "The plan promised applications through {through}; they cannot end before."
        ),
        .init("evaluation.round-already-opened", 409, zh: "批次已经开始", en: "The round was opened before."),
        .init("evaluation.round-not-opened", 409, zh: "批次尚未开始", en: "The round is not open."),
        .init("evaluation.round-closed", 409, zh: "申报已经截止", en: "The round takes no more applications."),
        .init("evaluation.foreign-round", 403, zh: "该批次不属于本企业", en: "The round is another enterprise's."),
        .init("evaluation.no-applications", 409, zh: "没有申报,不能进行资格审核", en: "There are no applications."),
        .init(
            "evaluation.round-not-judged",
            409,
            zh: "现在不能交评审:须先完成资格审核,且尚未开始表决",
            en: "Voting opens once, after eligibility was judged."
        ),
        .init(
            "evaluation.waiting-for-review",
            409,
            zh: "还有{count}份申报须人工认定",
            en: "{count} applications wait for a person."
        ),
        .init("evaluation.nobody-eligible", 409, zh: "没有符合条件的申报人", en: "Nobody is eligible."),
        .init("evaluation.round-not-voting", 409, zh: "现在不是表决阶段", en: "There is no voting now."),
        .init("evaluation.not-on-panel", 403, zh: "您不是该批次的评审委员", en: "You have no seat on the panel."),
        .init("evaluation.ballots-missing", 409, zh: "还有{count}位委员未投票,不能计票", en: "{count} ballots are missing."),
        .init("evaluation.round-not-counted", 409, zh: "尚未计票", en: "The ballots are not counted."),
        .init("evaluation.nobody-approved", 409, zh: "没有人获得三分之二以上同意,无建议人选", en: "Nobody was approved."),
        .init(
            "evaluation.posts-exceeded",
            409,
            zh: "建议人选多于岗位职数:{occupations};须写明理由(reasonForExceeding)",
            en: "More names than posts: {occupations}; a reason is needed."
        ),
        .init("evaluation.already-listed", 409, zh: "建议人选名单已经提出", en: "The list is out."),
        .init("evaluation.not-listed", 409, zh: "没有在公示的建议人选名单", en: "There is no list."),
        .init(
            "evaluation.list-too-long",
            409,
            zh: "名单内容过长,不能一次公示;请压缩业绩摘要或分批评审",
            en: "The list is too long for one notice."
        ),
        .init("evaluation.not-the-officer", 403, zh: "本次确定须由方案载明的负责人({officer})签署", en: "Only {officer} signs this."),
        .init("evaluation.too-many-names", 409, zh: "一份名单最多{most}人", en: "A list has at most {most} names."),
        // Applications.
        .init(
            "evaluation.already-applied",
            409,
            zh: "此人在本批次已经申报,内容不同;原申报未改动",
            en: "The person has applied in this round with other particulars."
        ),
        .init("evaluation.application-not-submitted", 409, zh: "没有这份申报", en: "There is no application."),
        .init("evaluation.application-not-judged", 409, zh: "尚未进行资格审核", en: "Eligibility has not been judged."),
        .init(
            "evaluation.nothing-to-review",
            409,
            zh: "该条款({clause})没有待人工认定的事项",
            en: "Nothing of that clause waits for a person."
        ),
        .init("evaluation.already-voted", 409, zh: "已经表决", en: "The panel has voted."),
        .init("evaluation.not-eligible", 409, zh: "不符合条件,不能表决", en: "Not eligible."),
        .init(
            "evaluation.application-withdrawn",
            409,
            zh: "这份申报已撤回;如需再次申报,请由本人或人事重新填报",
            en: "The application was taken back; apply anew."
        ),
        .init(
            "evaluation.application-already-judged",
            409,
            zh: "已经资格审核,不能再改动或撤回",
            en: "Eligibility was judged; nothing can be changed or taken back."
        ),
        .init(
            "evaluation.unconfirmed-names",
            409,
            zh: "还有{count}人未确认本人信息,不能提出名单:{names}",
            en: "{count} persons have not confirmed their data: {names}."
        ),
        .init("evaluation.own-application", 403, zh: "不能审核本人的申报,请由其他人办理", en: "Nobody decides the own application."),
        .init(
            "evaluation.import-running",
            409,
            zh: "本批次还有申报名单正在导入,请等它完成或取消后再审核资格",
            en: "A list of applications is still being entered."
        ),
        .init("evaluation.not-yourself", 400, zh: "只能为本人申报,证件与本人登记的不符", en: "You can apply for yourself alone."),
        .init("evaluation.other-person", 409, zh: "不能把申报改为另一个人的", en: "A change cannot make it another person's."),
        .init("evaluation.draft-not-open", 409, zh: "该草稿已经提交或作废", en: "The draft was handed in or thrown away."),
        .init(
            "evaluation.draft-already-begun",
            409,
            zh: "您在本批次已有草稿,请继续填写",
            en: "You have begun a draft in this round."
        ),
        .init(
            "evaluation.account-without-person",
            403,
            zh: "您的账号尚未与人员登记关联,请联系企业人事",
            en: "Your account is tied to no person of the register."
        ),
        .init("evaluation.unknown-member", 400, zh: "申报表没有这一项", en: "The form has no such member."),
        .init("evaluation.paper-missing", 400, zh: "请先上传本人签字的信息确认表", en: "Upload the signed paper first."),
        .init("evaluation.file-not-there", 400, zh: "申报中没有这份证明材料", en: "The application has no such file."),
        .init("evaluation.unknown-clause", 400, zh: "没有这一条款,应为:{known}", en: "No such clause; one of {known}."),
        .init(
            "evaluation.no-medical-paper",
            400,
            zh: "身体条件只需填写“是”或“否”,不收体检、病历等材料",
            en: "Health is a yes or no; no medical paper is taken."
        ),
        .init(
            "evaluation.file-not-yours",
            403,
            zh: "材料只能由申报人或企业人事增删",
            en: "Files are the applicant's and the enterprise's."
        ),
        .init("evaluation.file-used", 409, zh: "该材料已用于证明条款或本人确认,不能删除", en: "The file proves something and stays."),
        // Experts and panels.
        .init("evaluation.expert-twice", 409, zh: "{name}的账号已在专家库中", en: "The account of {name} is in the pool."),
        .init("evaluation.expert-not-in-pool", 409, zh: "专家库中没有此人", en: "Nobody of that id is in the pool."),
        .init("evaluation.expert-retired", 409, zh: "{name}已退出专家库", en: "{name} has left the pool."),
        .init(
            "evaluation.expert-other-account",
            409,
            zh: "专家的账号不能改;另一账号是另一位专家,请另行录入",
            en: "An expert's account does not change; enter another expert."
        ),
        .init("evaluation.chair-not-named", 400, zh: "主任委员须是所列委员之一", en: "The chair is not among the members."),
        .init("evaluation.panel-already-formed", 409, zh: "本批次的评审委员会已组成", en: "The panel was formed before."),
        .init("evaluation.panel-not-formed", 409, zh: "本批次的评审委员会尚未组成", en: "The panel is not formed."),
        .init(
            "evaluation.draw-announced",
            409,
            zh: "抽取已经宣布,请先抽取或说明理由作废",
            en: "A draw is announced; carry it out or give it up."
        ),
        .init("evaluation.draw-not-announced", 409, zh: "没有已宣布、待进行的抽取", en: "No draw is announced."),
        .init(
            "evaluation.panel-must-be-drawn",
            409,
            zh: "实施方案规定委员由专家库抽取,不能指定",
            en: "The plan has the members drawn."
        ),
        .init("evaluation.panel-must-be-named", 409, zh: "实施方案规定委员由指定产生,不能抽取", en: "The plan has the members named."),
        .init(
            "evaluation.panel-wrong-size",
            409,
            zh: "评审委员会应为{wanted}人(单数),所列{count}人",
            en: "The panel has {wanted} members, an odd number; {count} are named."
        ),
        .init("evaluation.expert-named-twice", 409, zh: "{name}列了两次", en: "{name} is named twice."),
        .init(
            "evaluation.expert-applied",
            409,
            zh: "{name}本批次已申报,不能担任评审委员",
            en: "{name} applied in this round and cannot sit on its panel."
        ),
        .init(
            "evaluation.panel-too-few-outside",
            409,
            zh: "外聘委员不少于{needed}人,现有{count}人",
            en: "At least {needed} members come from outside; there are {count}."
        ),
        .init(
            "evaluation.panel-occupation-uncovered",
            409,
            zh: "没有熟悉职业“{occupation}”的委员",
            en: "Nobody knows the occupation {occupation}."
        ),
        .init(
            "evaluation.pool-too-small",
            409,
            zh: "专家库中可抽取的只有{count}人,不足{needed}人(本批次申报人不能抽取)",
            en: "Only {count} can be drawn, of {needed}; applicants cannot be."
        ),
        .init("evaluation.not-a-member", 409, zh: "该账号不是本批次的评审委员", en: "The account has no seat on the panel."),
        .init("evaluation.expert-already-seated", 409, zh: "{name}已是委员", en: "{name} sits on the panel already."),
        .init(
            "evaluation.already-recused",
            409,
            zh: "该委员对此候选人已回避",
            en: "The member stands aside from the candidate already."
        ),
        .init(
            "evaluation.recusal-after-scoring",
            409,
            zh: "已提交对此候选人的评分,不能再自行申请回避;请由候选人或人事申请,由主任委员决定",
            en: "Your score of the candidate is in; the candidate or HR may ask for your recusal."
        ),
        .init("evaluation.recusal-request-decided", 409, zh: "该回避申请已作出决定", en: "The request was decided before."),
        .init(
            "evaluation.recusal-request-own",
            409,
            zh: "不能决定要求自己回避的申请,请由人事部门决定",
            en: "You cannot decide on a request against yourself."
        ),
        .init(
            "evaluation.no-reserve-left",
            409,
            zh: "没有合适的候补委员,请从专家库中指定",
            en: "No reserve fits; name somebody from the pool."
        ),
        .init(
            "evaluation.reserve-first",
            409,
            zh: "抽取产生的评审委员会先由候补委员递补,应为{name}",
            en: "The reserves of a drawn panel come first: {name}."
        ),
        .init(
            "evaluation.panel-member-undeclared",
            409,
            zh: "{names}未登记在评审专家库中,无法判断应否回避;请先登记其单位、车间、班组和与申报人的关系",
            en:
                "{names} are not in the pool of experts, so nobody knows from whom they must stand aside; enter them first."
        ),
        .init("evaluation.panel-without-chair", 409, zh: "尚未指定主任委员", en: "The panel has no chair."),
        .init(
            "evaluation.panel-fixed",
            409,
            zh: "评审委员会在资格审核之后、表决开始之前组成和变更,现在不能",
            en: "A panel is formed and changed after eligibility was judged and before its vote."
        ),
        .init(
            "evaluation.panel-short-of-quorum",
            409,
            zh: "有{count}名候选人因回避的委员过多,不足法定人数;请先更换须回避的委员",
            en: "Too many stand aside from {count} candidates; replace members first."
        ),
        .init(
            "evaluation.recusal-requests-waiting",
            409,
            zh: "有{count}项回避申请尚未决定,请先由主任委员或人事部门决定",
            en: "{count} requests for recusal are not decided yet."
        ),
        .init("evaluation.not-the-chair", 403, zh: "只有主任委员或人事部门可以决定", en: "Only the chair or HR decides this."),
        // Scoring.
        .init("evaluation.sheet-without-method", 400, zh: "方案中没有这一评价方法", en: "The plan has no such method."),
        .init("evaluation.sheet-not-hundred", 400, zh: "各项满分合计应为100分", en: "The criteria must come to 100 points."),
        .init(
            "evaluation.score-out-of-range",
            400,
            zh: "“{criterion}”的分数须在0至{most}之间",
            en: "{criterion} is scored from 0 to {most}."
        ),
        .init("evaluation.score-missing", 400, zh: "“{criterion}”尚未评分", en: "{criterion} is not scored."),
        .init(
            "evaluation.score-marks",
            400,
            zh: "评分表有{count}项,逐项评分",
            en: "The sheet has {count} criteria; score each."
        ),
        .init(
            "evaluation.score-comment-needed",
            400,
            zh: "总分{total}过高或过低,须说明理由",
            en: "A total of {total} needs a comment."
        ),
        .init(
            "evaluation.score-already-submitted",
            409,
            zh: "评分已提交,不能更改",
            en: "The score was submitted and cannot be changed."
        ),
        .init("evaluation.score-not-entered", 409, zh: "尚未录入成绩", en: "No score is entered."),
        .init(
            "evaluation.score-already-confirmed",
            409,
            zh: "成绩已复核,不能更改",
            en: "The score was confirmed and cannot be changed."
        ),
        .init(
            "evaluation.score-same-person",
            409,
            zh: "录入人不能复核本人录入的成绩",
            en: "Whoever entered a score does not confirm it."
        ),
        .init(
            "evaluation.score-differs",
            409,
            zh: "与录入的成绩不符,请核对原件后重新录入",
            en: "The second reading differs from what was entered."
        ),
        .init(
            "evaluation.score-by-panel",
            409,
            zh: "该方法由委员评分,不能录入成绩",
            en: "Members score by this method; nothing is entered."
        ),
        .init(
            "evaluation.score-by-entry",
            409,
            zh: "该方法由人事录入成绩,委员不评分",
            en: "The score of this method is entered; members do not score."
        ),
        .init(
            "evaluation.score-not-heard",
            409,
            zh: "出席记录显示您未参加该候选人的答辩,不能评分",
            en: "You were not there when the candidate defended."
        ),
        .init("evaluation.scoring-not-planned", 409, zh: "实施方案没有规定在此评分", en: "The plan has nobody scored here."),
        .init("evaluation.scoring-not-open", 409, zh: "评分尚未开始", en: "Scoring is not open."),
        .init("evaluation.scoring-closed", 409, zh: "评分已结束", en: "Scoring is over."),
        .init("evaluation.nobody-to-score", 409, zh: "没有可以评分的候选人", en: "There is nobody to score."),
        .init("evaluation.scores-missing", 409, zh: "还缺{count}份评分,不能汇总", en: "{count} scores are missing."),
        .init(
            "evaluation.scoring-not-closed",
            409,
            zh: "评分尚未汇总,不能交付表决",
            en: "The scores are not reckoned; nobody can be voted on."
        ),
        // Defences.
        .init("evaluation.clock-time", 400, zh: "时间应写作09:30", en: "Write a time as 09:30."),
        .init("evaluation.defence-not-arranged", 409, zh: "尚未安排现场答辩", en: "No defences are arranged."),
        .init("evaluation.defence-no-such-session", 409, zh: "没有这一答辩场次", en: "There is no such sitting."),
        .init(
            "evaluation.defence-held",
            409,
            zh: "{day}的答辩已经举行,不能改动该场次的安排",
            en: "The sitting of {day} was held and cannot be arranged anew."
        ),
        .init(
            "evaluation.defence-not-a-member",
            409,
            zh: "出席名单中有人不是评审委员",
            en: "Somebody present has no seat on the panel."
        ),
        .init("evaluation.defence-not-scheduled", 409, zh: "该候选人没有答辩安排", en: "The candidate is not on the schedule."),
        .init("evaluation.defence-already-missed", 409, zh: "该候选人的缺席已记录", en: "The absence is on record already."),
        .init(
            "evaluation.proof-file-missing",
            400,
            zh: "请先上传证明文件:公开(shownFiles)用plan-shown,报送(sentFiles)用plan-sent",
            en: "Upload a file that proves it first: plan-shown for shownFiles, plan-sent for sentFiles."
        ),
        .init("evaluation.defence-not-missed", 409, zh: "该候选人没有缺席记录", en: "No absence is on record."),
        .init(
            "evaluation.defence-unheard",
            409,
            zh: "按此出席名单,有{count}名候选人没有可以对其评审的委员在场,不能记录;请核对出席名单或另行安排场次",
            en: "Nobody there may judge {count} of the candidates."
        ),
        .init(
            "evaluation.defence-scored-there",
            409,
            zh: "有{count}名委员已提交对本场候选人的评分,不能记为未出席",
            en: "The scores of {count} members for this sitting are in; they were there."
        ),
        .init(
            "evaluation.defence-method-fixed",
            409,
            zh: "已有答辩举行或缺席记录,不能改为另一评价方法",
            en: "Something was held or missed; the method stays."
        ),
        .init(
            "evaluation.defence-order-fixed",
            409,
            zh: "首位候选人的答辩时间已到,抽签产生的次序不能再变更",
            en: "The first candidate's time has come; a drawn order stands."
        ),
        .init(
            "evaluation.defence-reorder-reason",
            409,
            zh: "次序已经抽签产生,重新抽签或另定次序须说明理由(reason)",
            en: "The order was drawn; say why it is changed (reason)."
        ),
        .init(
            "evaluation.defence-outside-schedule",
            400,
            zh: "实施方案的评审时间为{from}至{through},答辩不能安排在此之外",
            en: "The plan has reviews from {from} through {through}."
        ),
        .init(
            "evaluation.defence-past-midnight",
            400,
            zh: "答辩结束时间须晚于开始时间,且不跨零点",
            en: "A defence ends after it begins, on its day."
        ),
        .init("evaluation.defence-slots-overlap", 400, zh: "与另一答辩时间重叠", en: "Overlaps another defence."),
        .init("evaluation.defence-not-a-candidate", 400, zh: "不是本批次的候选人", en: "Not a candidate of the round."),
        .init("evaluation.defence-candidate-twice", 400, zh: "同一候选人安排了两次", en: "The candidate has two slots."),
        .init(
            "evaluation.defence-candidates-missing",
            400,
            zh: "还有{count}名候选人没有安排答辩",
            en: "{count} candidates have no slot."
        ),
        .init("evaluation.nobody-passed", 409, zh: "没有候选人各项评价均达到合格线", en: "Nobody reached every pass mark."),
        .init(
            "evaluation.not-relaxable",
            409,
            zh: "按该申报所依据的规则,条件({condition})不能放宽",
            en: "The rules the application was judged by do not let {condition} be relaxed."
        ),
        .init(
            "evaluation.nothing-to-relax",
            409,
            zh: "该条件已经符合或已放宽,无须放宽",
            en: "The condition is met or relaxed already."
        ),
        .init(
            "evaluation.relaxation-proposed",
            409,
            zh: "该条件已提请放宽,尚未签署",
            en: "A relaxation of that condition waits for its signature."
        ),
        .init("evaluation.no-relaxation-proposed", 409, zh: "该条件没有待签署的放宽", en: "No relaxation of it is open."),
        .init(
            "evaluation.signed-by-proposer",
            403,
            zh: "放宽须由提请人以外的第二人签署",
            en: "Who proposes a relaxation does not sign it."
        ),
        .init(
            "evaluation.not-filing-authority",
            403,
            zh: "书面同意只能由受理该企业备案的部门登记",
            en: "Only the authority that accepted the filing enters its consent."
        ),
        .init(
            "evaluation.consent-paper-missing",
            400,
            zh: "请先上传备案部门同意放宽的复函,再登记",
            en: "Attach the letter of consent first."
        ),
        .init(
            "evaluation.signed-by-writer",
            403,
            zh: "填报或修改过这份申报的人不能签署其放宽,须由另一人签署",
            en: "Who entered the application does not sign its relaxation."
        ),
        .init("evaluation.signed-by-applicant", 403, zh: "申报人不能签署本人的放宽", en: "The applicant does not sign it."),
        .init(
            "evaluation.consent-missing",
            409,
            zh: "该条件须有备案部门的书面同意才能放宽,尚未登记同意文件",
            en: "The filing authority's written consent has not been entered."
        ),
        .init("evaluation.consent-not-needed", 409, zh: "放宽该条件不须备案部门同意", en: "That condition takes no consent."),
        .init("evaluation.nothing-refused", 409, zh: "该申报没有不符合的认定,无须复核", en: "Nothing is refused."),
        .init("evaluation.recheck-asked-before", 409, zh: "复核只能申请一次,该申报已申请过", en: "A re-check is asked for once."),
        .init("evaluation.no-recheck-open", 409, zh: "没有待处理的复核申请", en: "No re-check is open."),
        .init(
            "evaluation.recheck-by-same-person",
            403,
            zh: "复核须由原审核人和申请人以外的人办理",
            en: "A re-check is decided by somebody who neither decided before nor asked for it."
        ),
        .init(
            "evaluation.recheck-outside",
            409,
            zh: "复核只能改变不符合的认定,这些规则不是:{rules}",
            en: "A re-check changes refusals only; these are none: {rules}."
        ),
        // Rule sets.
        .init("evaluation.rule-missing", 400, zh: "缺少{wanted}", en: "Missing."),
        .init("evaluation.rule-type", 400, zh: "应为{wanted},实为{found}", en: "Wrong type."),
        .init("evaluation.rule-value", 400, zh: "应为{wanted}", en: "Not such a value."),
        .init("evaluation.rule-unknown-member", 400, zh: "不认识的成员“{name}”", en: "Unknown member {name}."),
        .init("evaluation.rule-unknown-operator", 400, zh: "不认识的运算“{name}”", en: "Unknown operator {name}."),
        .init("evaluation.rule-unknown-fact", 400, zh: "没有名为“{name}”的事实", en: "Unknown fact {name}."),
        .init("evaluation.rule-unknown-value", 400, zh: "没有名为“{name}”的值", en: "Unknown value {name}."),
        .init("evaluation.rule-unknown-list", 400, zh: "没有名为“{name}”的名单", en: "Unknown list {name}."),
        .init("evaluation.rule-unknown-pattern", 400, zh: "没有名为“{name}”的格式", en: "Unknown pattern {name}."),
        .init("evaluation.rule-unknown-clause", 400, zh: "没有名为“{name}”的条款", en: "Unknown clause {name}."),
        .init("evaluation.rule-unknown-group", 400, zh: "没有名为“{name}”的条件组", en: "Unknown group {name}."),
        .init("evaluation.rule-unknown-rule", 400, zh: "没有名为“{name}”的规则", en: "Unknown rule {name}."),
        .init("evaluation.rule-empty-group", 400, zh: "条件组“{name}”没有规则", en: "The group {name} has no rules."),
        .init("evaluation.rule-repeated", 400, zh: "名称“{name}”重复", en: "{name} is named twice."),
        .init("evaluation.rule-reserved", 400, zh: "名称“{name}”另有用途", en: "{name} is reserved."),
        .init("evaluation.rule-one-operator", 400, zh: "表达式只能有一个运算,这里有{count}个", en: "An expression has one operator."),
        .init("evaluation.rule-operands", 400, zh: "该运算须有{count}个操作数,写成列表", en: "The operator takes {count} operands."),
        .init("evaluation.rule-no-otherwise", 400, zh: "最后一种情形不能带条件,以免无从认定", en: "The last case has no condition."),
        .init("evaluation.rule-after-otherwise", 400, zh: "只有最后一种情形可以不带条件", en: "Only the last case has no condition."),
        .init("evaluation.rule-brace", 400, zh: "花括号不成对", en: "A brace does not close."),
        .init("evaluation.rule-placeholder", 400, zh: "句中的“{name}”既不是事实也不是值", en: "{name} is neither fact nor value."),
        .init(
            "evaluation.rule-too-large",
            400,
            zh: "规则过于复杂:嵌套不超过{depth}层,总共不超过{nodes}项",
            en: "At most {depth} levels and {nodes} parts."
        ),
        .init("evaluation.rule-file-too-large", 400, zh: "规则文件不能超过{most}KiB", en: "At most {most} KiB."),
        .init("evaluation.rule-set-unknown", 409, zh: "规则集“{name}”没有载入", en: "The rule set {name} was not loaded."),
        .init("evaluation.rule-set-not-in-force", 409, zh: "规则集“{name}”今天不在施行期内", en: "{name} is not in force today."),
        // Occupations of other editions.
        .init("evaluation.mapping-recorded", 409, zh: "该职业对应决定已经登记", en: "The decision was recorded before."),
        .init("evaluation.mapping-not-in-force", 409, zh: "该职业对应决定已不在施行", en: "The decision is not in force."),
        .init("evaluation.foreign-mapping", 403, zh: "该职业对应决定由他人作出,只能由作出者撤回", en: "Who decided takes it back."),
        // Ballots.
        .init(
            "evaluation.ballot-already-cast",
            409,
            zh: "您已投票,不能更改",
            en: "Your ballot was cast and cannot be changed."
        ),
        // The vote.
        .init(
            "evaluation.vote-already-prepared",
            409,
            zh: "本批次的表决已在准备或进行中",
            en: "A vote is being prepared or held already."
        ),
        .init("evaluation.vote-not-prepared", 409, zh: "尚未准备表决:请先指定两名开票人员", en: "No vote is prepared."),
        .init(
            "evaluation.vote-officers-not-two",
            409,
            zh: "开票人员须为两名不同的人员",
            en: "The box is opened by two different persons."
        ),
        .init(
            "evaluation.vote-officer-on-panel",
            409,
            zh: "{name}是评审委员,不能担任开票人员",
            en: "{name} sits on the panel and cannot open its box."
        ),
        .init("evaluation.not-an-opening-officer", 403, zh: "您不是本次表决的开票人员", en: "You do not open this box."),
        .init(
            "evaluation.vote-officers-fixed",
            409,
            zh: "表决已经开始,选票已按现任开票人员的公钥封存,不能更换开票人员;有候补开票人员的,由其代为开票,没有的,将本次表决作废后重新表决",
            en:
                "The ballots are sealed to the officers; they are not replaced once the vote is open. A stand-in opens, or annul it and vote again."
        ),
        .init(
            "evaluation.vote-is-another",
            409,
            zh: "这不是正在进行的表决(voting);请重新取得候选人名单后投票",
            en: "This is not the vote that runs (voting)."
        ),
        .init(
            "evaluation.vote-closes-after-plan",
            400,
            zh: "截止时间(closesAt)不得晚于实施方案规定的{latest}",
            en: "The closing (closesAt) is later than the plan allows: {latest}."
        ),
        .init(
            "evaluation.vote-keys-fixed",
            409,
            zh: "表决已经开始,开票码不能再生成或更换;遗失的,只能将本次表决作废后重新表决",
            en: "The vote is open; keys are no longer made. With a lost code it can only be annulled and repeated."
        ),
        .init(
            "evaluation.stand-in-reason",
            409,
            zh: "您是{name}的候补开票人员,代为开票须说明{name}不能开票的理由(reason)",
            en: "You stand in for {name}; say why {name} does not open the box (reason)."
        ),
        .init("evaluation.vote-key-missing", 409, zh: "开票人员{name}尚未生成开票码", en: "{name} has not made a key yet."),
        .init(
            "evaluation.too-many-recused",
            409,
            zh: "有候选人的可表决委员只有{entitled}人,少于法定的{needed}人,请先替换回避的委员",
            en: "Only {entitled} members may vote on a candidate, {needed} are needed; replace those recused first."
        ),
        .init("evaluation.vote-closing-passed", 409, zh: "投票截止时间已过", en: "The closing time has passed."),
        .init("evaluation.vote-already-open", 409, zh: "表决已经开始", en: "The vote is open already."),
        .init("evaluation.vote-not-open", 409, zh: "表决尚未开始", en: "The vote is not open."),
        .init("evaluation.vote-over", 409, zh: "投票已经截止,不再接受签到和投票", en: "The vote is closed; no ballot is taken."),
        .init("evaluation.no-seat", 403, zh: "您不是本次表决的评审委员", en: "You have no seat in this vote."),
        .init("evaluation.no-proxy", 403, zh: "表决须由委员本人进行,不得委托他人", en: "Nobody votes for another."),
        .init("evaluation.not-signed-in", 409, zh: "请先签到再投票", en: "Sign in before you vote."),
        .init(
            "evaluation.vote-already-cast",
            409,
            zh: "您已投票,票已封存,不能更改",
            en: "Your ballot is cast and sealed and cannot be changed."
        ),
        .init(
            "evaluation.recused-from-candidate",
            403,
            zh: "票上有{count}名您应当回避的候选人,不能对其表决",
            en: "You are recused from {count} of the candidates on the ballot."
        ),
        .init(
            "evaluation.vote-does-not-match",
            400,
            zh: "表决票与候选人不符:缺{missing}人,多出{unknown}人,重复{repeated}人",
            en: "The ballot does not match the candidates."
        ),
        .init(
            "evaluation.opinion-about-stranger",
            400,
            zh: "少数意见所指的候选人不在您的表决范围内",
            en: "An opinion is about somebody you do not vote on."
        ),
        .init(
            "evaluation.vote-still-open",
            409,
            zh: "还有{count}名委员可以投票,截止前不能开票",
            en: "{count} members can still vote; the box stays closed until time is up."
        ),
        .init(
            "evaluation.first-officer-first",
            409,
            zh: "请先由开票人员{name}录入开票码",
            en: "{name} hands in the first code."
        ),
        .init(
            "evaluation.other-officer-next",
            409,
            zh: "第一层已开启,请由开票人员{name}录入开票码",
            en: "The outer layer is open; {name} hands in the second code."
        ),
        .init("evaluation.vote-not-closed", 409, zh: "投票尚未截止,不能开票", en: "The vote is not closed."),
        .init("evaluation.vote-is-over", 409, zh: "本次表决已经结束", en: "This vote is over."),
        .init(
            "evaluation.opening-code",
            400,
            zh: "开票码不正确:请核对抄录是否有误、是否为本次表决的码",
            en: "The code is mistyped or belongs to another vote."
        ),
        .init(
            "evaluation.ballot-box-altered",
            409,
            zh: "票箱内容与截止时的摘要不符,不能计票;请将本次表决作废并查明原因",
            en: "The box is not as it was when it was closed; nothing is counted."
        ),
        // Lists and determinations.
        .init("evaluation.list-already-proposed", 409, zh: "名单已经提出", en: "The list was proposed before."),
        .init("evaluation.list-not-on-show", 409, zh: "名单不在公示中", en: "The list is not on show."),
        .init("evaluation.list-already-determined", 409, zh: "名单中已有人获评,不能撤回", en: "Names of the list were determined."),
        .init(
            "evaluation.publicity-over",
            409,
            zh: "公示期已满,名单不能再更正",
            en: "The period is over; the list can no longer be changed."
        ),
        .init("evaluation.not-on-list", 409, zh: "人员不在名单中", en: "The person is not on the list."),
        .init("evaluation.already-on-list", 409, zh: "人员已在名单中", en: "The person is on the list already."),
        .init(
            "evaluation.nobody-left-on-list",
            409,
            zh: "名单将没有人员,请撤回名单",
            en: "Nobody would be left; withdraw the list instead."
        ),
        .init("evaluation.omission-not-open", 409, zh: "该漏报事项已了结", en: "The omission is closed."),
        .init("evaluation.not-awaiting-signature", 409, zh: "没有待签署的确定名单", en: "Nothing waits for a signature."),
        .init("evaluation.nobody-left-to-determine", 409, zh: "名单中的人员均已移除", en: "Nobody is left on it."),
        // Filings that are not in force.
        .init(
            "evaluation.filing-over",
            409,
            zh: "备案有效期至{through},已过期,不能开始新的评价",
            en: "The filing was in force through {through}; nothing new begins."
        ),
        .init(
            "evaluation.filing-not-yet",
            409,
            zh: "备案自{from}起生效,现在不能开始评价",
            en: "The filing is in force from {from} on."
        ),
        .init(
            "evaluation.filing-suspended",
            409,
            zh: "备案已暂停,恢复前不能开始新的评价",
            en: "The filing is suspended; nothing new begins."
        ),
        .init("evaluation.filing-cancelled", 409, zh: "备案资格已取消,不能开始新的评价", en: "The filing is cancelled."),
        .init(
            "evaluation.round-frozen",
            409,
            zh: "备案已{state},本批次中止,恢复前不能办理",
            en: "The filing is {word}; the round stops where it is."
        ),
        .init(
            "evaluation.determination-frozen",
            409,
            zh: "备案已暂停或取消,恢复前不能确定获评人员",
            en: "Nobody is determined while the filing is out of force."
        ),
    ]
}
