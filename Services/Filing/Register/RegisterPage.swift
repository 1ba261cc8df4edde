import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension PublicRegister {
    /// Entries on one page for people.
    private static let entriesOnPage = 20

    /// The register as a web page: a form, what was found, and whom to turn to.
    func html(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let day = call.cause.today
        var found: [RegisterEntry] = []
        var fault: String?
        do {
            let filter = try Self.filter(call, in: tx)
            found = try entries.page(
                filter,
                on: day,
                after: call.page.after,
                limit: Self.entriesOnPage + 1,
                in: tx
            )
        } catch let invalid as InvalidInput {
            fault = invalid.problems.map { Main.messages.chinese($0.code, $0.arguments) }.joined(separator: ";")
        }
        let shown = found.prefix(Self.entriesOnPage)
        let counties = try tx.query("SELECT code, name FROM jurisdiction ORDER BY code").map { row in
            let code: String = try row["code"]
            return RegisterPageModel.Choice(
                value: code,
                name: try row["name"],
                isChosen: [code, try row["name"]].contains(call.query("county"))
            )
        }
        let model = RegisterPageModel(
            call,
            entries: shown.map(RegisterPageModel.Entry.init),
            next: found.count > shown.count ? shown.last?.filing : nil,
            fault: fault,
            counties: counties,
            contact: try authorities.contactBlock(on: day, in: tx).map(RegisterContact.init)
        )
        return .html(try pages.page(RegisterTemplate.name, model), status: fault == nil ? 200 : 400)
    }
}

/// What stands on the page of the register.
struct RegisterPageModel {
    let day: String
    let words: String
    let occupation: String
    let counties: [Choice]
    let states: [Choice]
    let kinds: [Choice]
    let fault: String?
    let entries: [Entry]
    let isEmpty: Bool
    /// Whether this is not the first page.
    let isFurther: Bool
    /// The address of the first page with the same question.
    let first: String
    /// The address of the next page, nil at the end.
    let next: String?
    let csv: String
    let xlsx: String
    let contact: RegisterContact?

    /// One of several to choose from.
    struct Choice {
        let value: String
        let name: String
        let isChosen: Bool
    }

    /// One filing.
    struct Entry {
        let name: String
        let creditCode: String
        let county: String
        let kind: String
        let agencyCode: String
        let occupations: [Occupation]
        let from: String
        let through: String
        let state: String
        /// Whether it is simply in force.
        let isInForce: Bool

        struct Occupation {
            let name: String
            let levels: String
        }

        init(_ entry: RegisterEntry) {
            name = entry.name
            creditCode = entry.creditCode
            county = entry.county
            kind = entry.kind.chinese
            agencyCode = entry.agencyCode
            occupations = entry.occupations.map { Occupation(name: $0.inWords, levels: $0.levelsInWords) }
            from = entry.validFrom.chinese
            through = entry.validThrough.chinese
            state = entry.phase.chinese
            isInForce = entry.phase == .inForce
        }
    }

    init(
        _ call: Call,
        entries: [Entry],
        next: UUID?,
        fault: String?,
        counties: [Choice],
        contact: RegisterContact?
    ) {
        day = call.cause.today.chinese
        words = call.query("q") ?? ""
        occupation = call.query("occupation") ?? ""
        self.counties = counties
        states = RegisterState.allCases.map {
            Choice(value: $0.rawValue, name: $0.chinese, isChosen: call.query("state") == $0.rawValue)
        }
        kinds = RegisterKind.allCases.map {
            Choice(value: $0.rawValue, name: $0.chinese, isChosen: call.query("kind") == $0.rawValue)
        }
        self.fault = fault
        self.entries = entries
        isEmpty = entries.isEmpty && fault == nil
        isFurther = call.query("after") != nil
        let question = Self.question(call)
        first = "/register/page?\(question)"
        self.next = next.map { "/register/page?\(question)&after=\($0.lowercase)" }
        csv = "/register/download?\(question)&format=csv"
        xlsx = "/register/download?\(question)&format=xlsx"
        self.contact = contact
    }

    /// What was asked for, as it stands in an address.
    private static func question(_ call: Call) -> String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        return ["q", "occupation", "county", "state", "kind"].compactMap { name in
            call.query(name)?.addingPercentEncoding(withAllowedCharacters: allowed).map { "\(name)=\($0)" }
        }
        .joined(separator: "&")
    }
}

/// The page of the register.
enum RegisterTemplate {
    static let name = "register"

    static let text = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>企业技能人才评价备案名册</title>
        </head>
        <body>
        <a class="skip" href="#found">跳到查询结果</a>
        <header>
        <h1>企业技能人才评价备案名册</h1>
        <p class="by">截至{{day}}</p>
        </header>
        <main>
        <p class="lead">可查询已经备案、能够自主评价技能人才的企业，所备案的职业（工种）、等级、有效期和当前状态。</p>
        <form method="get" action="/register/page" class="search">
        <div class="row">
        <label>企业名称、信用代码或备案码<input name="q" value="{{words}}" maxlength="100" autocomplete="off" spellcheck="false"></label>
        <label>职业、工种或职业编码<input name="occupation" value="{{occupation}}" maxlength="100" autocomplete="off" spellcheck="false"></label>
        <label>所属县区<select name="county"><option value="">全部</option>{{#counties}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/counties}}</select></label>
        <label>备案类别<select name="kind"><option value="">全部</option>{{#kinds}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></label>
        <label>状态<select name="state"><option value="">全部</option>{{#states}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/states}}</select></label>
        <button>查询</button>
        </div>
        </form>
        {{#.fault}}<p class="fault">{{.}}</p>{{/.fault}}
        <section aria-labelledby="found">
        <h2 id="found">查询结果</h2>
        {{#isEmpty}}<p class="note">没有查到符合条件的备案。请核对企业名称是否与营业执照一致，或者减少查询条件。</p>{{/isEmpty}}
        {{^isEmpty}}
        <table class="cards" role="table">
        <caption>按备案先后，最近的在前</caption>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">企业</th><th role="columnheader" scope="col">县区</th><th role="columnheader" scope="col">备案</th><th role="columnheader" scope="col">职业（工种）和等级</th><th role="columnheader" scope="col">有效期</th><th role="columnheader" scope="col">状态</th></tr></thead>
        <tbody role="rowgroup">
        {{#entries}}
        <tr role="row"><th scope="row" role="rowheader" class="wrap">{{name}}<small>{{creditCode}}</small></th><td role="cell" data-label="县区" class="nowrap">{{county}}</td><td role="cell" data-label="备案" class="nowrap">{{kind}}<small>{{agencyCode}}</small></td><td role="cell" data-label="职业（工种）和等级">{{#occupations}}<div>{{name}}<small>{{levels}}</small></div>{{/occupations}}</td><td role="cell" data-label="有效期"><span class="nowrap">{{from}}至</span> <span class="nowrap">{{through}}</span></td><td role="cell" data-label="状态" class="nowrap">{{#isInForce}}{{state}}{{/isInForce}}{{^isInForce}}<span class="tag">{{state}}</span>{{/isInForce}}</td></tr>
        {{/entries}}
        </tbody>
        </table>
        {{/isEmpty}}
        <p class="screen paging">{{#isFurther}}<a href="{{first}}">回到第一页</a>{{/isFurther}} {{#.next}}<a href="{{.}}" rel="next">下一页</a>{{/.next}}</p>
        <p class="screen">下载查询结果：<a href="{{xlsx}}">Excel 工作簿</a>、<a href="{{csv}}">CSV 文件</a></p>
        </section>
        {{#contact}}
        <section aria-labelledby="contact">
        <h2 id="contact">问题及建议</h2>
        <p>对名册内容有疑问或建议的，请与{{name}}联系。</p>
        <div class="office">{{>office}}</div>
        </section>
        {{/contact}}
        </main>
        <footer><p>本名册由备案机构办理的备案自动生成，不含个人信息。</p></footer>
        </body>
        </html>
        """
}
