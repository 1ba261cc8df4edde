import Contracts
import Cryptography
import Documents
import Foundation
import Kernel
import Messaging
import ServiceKit
import TestSupport

@testable import PublicityTimerDomain
@testable import PublicityTimerService

/// Written answers for tests to look at.
enum PaperSample {
    static func answer(
        _ subject: ObjectionSubject,
        _ outcome: Objection.Outcome,
        isInTime: Bool,
        title: String = "2026年特级技师建议人选公示",
        name: ShownName? = nil
    ) throws -> ObjectionAnswer {
        let complaint = Complaint(
            notice: Sample.id(70),
            subject: subject,
            statement: Data(),
            objector: nil,
            receipt: Data(),
            channel: .online,
            addressee: .enterprise,
            receivedAt: Sample.during,
            enteredAt: Sample.during,
            isInTime: isInTime
        )
        let posting = Posting(
            list: Sample.id(60),
            round: Sample.id(61),
            publisher: Sample.publisher,
            enterpriseName: "滨州样例机械有限公司",
            title: title,
            listDigest: String(repeating: "a", count: 64),
            handlingOffice: HandlingOffice(name: "公司纪委"),
            publishedAt: Sample.period.publishedOn.start,
            period: Sample.period
        )
        let authority = AuthorityContact(
            ServiceEnvironment(
                outbox: Outbox(service: .publicityTimer),
                journal: Journal(),
                keys: try .temporary(services: ["publicity-timer"], service: "publicity-timer"),
                settings: { ["authority.telephone": "0543-0000001"][$0] }
            )
        )
        let display = Display(posting: posting, names: name.map { [$0] } ?? Sample.names)
        return ObjectionAnswer(
            letter: AnswerLetter(to: complaint, on: display, authority: authority),
            complaint: complaint,
            closing: .init(outcome: outcome, reason: "经查阅档案、走访班组,所列三项工艺改进均有记录和验收材料。", at: Sample.end),
            statement: Statement(reason: "业绩不实,三项工艺改进并非其本人完成。", evidence: nil),
            objector: Objector(name: "蒋卫民", contact: nil)
        )
    }
}
