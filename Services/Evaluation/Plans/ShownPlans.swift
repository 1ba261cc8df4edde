import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Plans as the employees of an enterprise read them (notice, 四（一）: 并向职工公开).
    var shownPlanRoutes: [Route] {
        [
            Route("GET /shown-plans") { call, tx in
                let asked = call.caller.role.isOfEnterprise ? call.caller.organisation ?? "" : call.query("creditCode")
                if let asked { try call.require(enterprise: asked) }
                let codes = try asked.map { try call.shownBy($0, in: tx) }
                let plans = try stores.planRegister.shown(
                    by: codes,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: plans, id: \.id) { plan in
                    plan.state.shown.flatMap { ShownPlanView(plan.id, $0) }
                }
            },
            Route("GET /plans/{id}/shown") { call, tx in
                let plan = try shownPlan(call, in: tx)
                guard let version = plan.state.shown, let view = ShownPlanView(plan.id, version) else {
                    throw NotFound("plan")
                }
                return try .ok(view)
            },
            Route("GET /plans/{id}/page") { call, tx in
                let plan = try shownPlan(call, in: tx)
                guard let version = plan.state.shown, let model = PlanPage(version) else { throw NotFound("plan") }
                return .html(try pages.page("plan", model))
            },
        ]
    }

    /// A plan the caller may read because it was shown to those the caller belongs to.
    private func shownPlan(_ call: Call, in tx: borrowing Transaction) throws -> Stored<ImplementationPlan> {
        let plan = try stores.plans.read(call.id(), in: tx)
        try call.require(
            anyEnterprise: call.audience(of: plan.state.terms?.filing.enterprise.creditCode ?? "", in: tx)
        )
        return plan
    }
}

extension Call {
    /// The credit codes whose accounts may read what an enterprise shows its employees: its own, and for employees those of
    /// its units.
    func audience(of creditCode: String, in tx: borrowing Transaction) throws -> [String] {
        guard caller.role == .employee else { return [creditCode] }
        return try EnterpriseDirectory().find(creditCode: creditCode, in: tx)?.creditCodes ?? [creditCode]
    }

    /// The credit codes of the enterprises that show the caller's people something: their own, and for employees those that
    /// cover their unit.
    func shownBy(_ own: String, in tx: borrowing Transaction) throws -> [String] {
        guard caller.role == .employee else { return [own] }
        let covering = try EnterpriseDirectory().enterprises(ofPeopleOf: own, in: tx)
        return [own] + covering.map(\.enterprise.creditCode).filter { $0 != own }
    }
}

extension ImplementationPlan {
    /// The version employees read: the last that was disclosed, also while another is being drawn up.
    var shown: PlanVersion? { versions.last { $0.disclosure != nil } }
}

/// What stands on the page of a plan.
struct PlanPage {
    let title: String
    let enterprise: String
    let version: Int
    let shownOn: String
    let sentOn: String
    let digest: String?
    let applications: String?
    let rows: [PlanOutline.Row]

    /// Nil for a version that was not shown.
    init?(_ version: PlanVersion) {
        guard let disclosure = version.disclosure else { return nil }
        title = version.terms.title
        enterprise = version.terms.filing.enterpriseName
        self.version = version.number
        shownOn = disclosure.shownToEmployeesOn.chinese
        sentOn = disclosure.sentToAuthorityOn.chinese
        digest = version.digest
        applications = version.terms.schedule?.applications.chinese
        rows = PlanOutline(version.terms).rows
    }

    /// The page, for ``ServiceKit/PageLibrary``.
    static let template = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        {{>head}}
        <title>{{title}} - {{enterprise}}</title>
        </head>
        <body>
        <header>
        <h1>{{title}}</h1>
        <p class="by">{{enterprise}}</p>
        </header>
        <main>
        <p class="lead">本方案依照关于在企业试行设立特级技师岗位的通知第四条制定，现向职工公开，接受职工监督。</p>
        <dl class="facts">
        <div><dt>公开日期</dt><dd>{{shownOn}}</dd></div>
        <div><dt>报送备案机构</dt><dd>{{sentOn}}</dd></div>
        <div><dt>版本</dt><dd>第{{version}}版</dd></div>
        {{#.applications}}<div><dt>申报时间</dt><dd>{{.}}<small>其他时间不受理</small></dd></div>{{/.applications}}
        </dl>
        <section aria-labelledby="plan">
        <h2 id="plan">方案内容</h2>
        <table class="cards" role="table">
        <tbody role="rowgroup">
        {{#rows}}<tr role="row"><th class="wrap" scope="row" role="rowheader">{{label}}</th><td role="cell">{{text}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </section>
        </main>
        <footer>{{#.digest}}<p>方案摘要（SHA-256）：<span class="digest">{{.}}</span></p>{{/.digest}}</footer>
        </body>
        </html>
        """
}
