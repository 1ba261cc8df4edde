import Cryptography
import Foundation
import Kernel
import Postgres
import ServiceKit
import Statements

/// The public page, with the lists as they are now inside: kept as a file it checks without a network.
struct VerificationPages: Sendable {
    private let library: PageLibrary
    private let anchors: [String]
    private let store = PublishedListStore()

    /// - Throws: Where the template cannot be read; the service does not start with it.
    init(bureau: [SigningKey]) throws {
        library = try PageLibrary([("answer", AnswerTemplate.text)])
        anchors = bureau.map(\.verifier.fingerprint)
    }

    /// What is said before all else to who asked by number and name.
    struct AnswerModel {
        let style: String
        let sentence: String
        let facts: [Fact]

        struct Fact {
            let term: String
            let text: String
        }

        /// A no.
        init(sentence: String) {
            style = "bad"
            self.sentence = sentence
            facts = []
        }

        /// What was found.
        init(_ view: VerificationView) {
            style = view.status == .valid ? "good" : "bad"
            sentence = view.sentence
            facts = [
                Fact(term: "证书编号", text: view.number), Fact(term: "姓名", text: view.name),
                Fact(term: "职业(工种)", text: "\(view.occupation)(\(view.specialty))"),
                Fact(term: "等级", text: view.level), Fact(term: "发证单位", text: view.enterprise),
                Fact(term: "发证日期", text: view.issuedOn.description),
                Fact(term: "查询时间", text: Finding.words(view.asOf)),
            ]
        }
    }

    /// The page.
    func page(answer: AnswerModel? = nil, status: Int = 200, in tx: borrowing Transaction) throws -> Answer {
        let page = VerificationPage(
            trust: try store.newest(.trust, in: tx)?.document,
            status: try store.newest(.status, in: tx)?.document,
            anchors: anchors
        )
        let said = try answer.map { try library.page("answer", $0) } ?? ""
        var answer = Answer.html(page.html(answer: said), status: status)
        answer.headers["content-security-policy"] =
            "default-src 'none'; script-src \(VerificationPage.scriptSource); style-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        return answer
    }
}

/// What was found, on the page.
private enum AnswerTemplate {
    static let text = """
        <div class="answer {{style}}" role="status" id="answer">
        <p class="sentence">{{sentence}}</p>
        <dl>{{#facts}}<dt>{{term}}</dt><dd>{{text}}</dd>{{/facts}}</dl>
        </div>
        """
}
