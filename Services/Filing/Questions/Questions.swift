import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Questions and suggestions: taken from anybody, followed to an answer.
struct Questions: Sendable {
    let store = QuestionStore()
    let authorities: Authorities
    let keys: KeyRing
    let journal: Journal
    /// Working days to answer.
    let days: Int
    /// Questions one account or address may put in a day.
    let mostADay: Int

    /// Reads `GONGJIANG_FILING_QUESTIONS_DAYS` and `…_QUESTIONS_MOST_A_DAY`.
    ///
    /// - Throws: Where a setting is no number that makes sense.
    init(_ environment: ServiceEnvironment, authorities: Authorities) throws {
        self.authorities = authorities
        keys = environment.keys
        journal = environment.journal
        days = try Self.number("questions.days", 1...60, usual: 5, environment)
        mostADay = try Self.number("questions.mostADay", 1...10_000, usual: 10, environment)
    }

    private static func number(
        _ name: String,
        _ range: ClosedRange<Int>,
        usual: Int,
        _ environment: ServiceEnvironment
    ) throws -> Int {
        guard let text = environment.setting(name), !text.isEmpty else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw BadSetting(description: "\(name) is \(text), not \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A setting that is no number that makes sense.
    struct BadSetting: Error, CustomStringConvertible {
        let description: String
    }

    /// What somebody asks, checked, and how to reach them.
    struct Request: Hashable, Sendable {
        let kind: Question.Kind
        let words: Words
        /// The authority it is for.
        let authority: Authority.Kind
    }

    /// What is sealed: the text, and what the asker says of themselves.
    struct Words: Hashable, Sendable, Codable {
        let text: String
        let name: String?
        let telephone: String?
        let email: String?
    }

    /// A question on record, and the code that is told to the asker alone.
    struct Taken {
        let question: Stored<Question>
        let code: QuestionCode
    }

    /// Takes a question.
    ///
    /// The account that put it is left out of history: the asker says what they want to say of themselves.
    ///
    /// - Throws: ``TooManyQuestions``; `NotFound` where the authority is not in force.
    func ask(
        _ request: Request,
        by caller: Caller,
        from source: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Taken {
        let place = place(of: caller, source, on: cause.today)
        guard try store.count(from: place, in: tx) < mostADay else { throw TooManyQuestions(most: mostADay) }
        guard let office = try authorities.version(request.authority, on: cause.today, in: tx)?.offices.first else {
            throw NotFound("authority")
        }
        var question = Stored<Question>(new: NewID.v7())
        var random = SystemRandomNumberGenerator()
        let code = QuestionCode(using: &random)
        let due = try CalendarCopy.current(in: tx).period(published: cause.today, workingDays: days)
        let sealed = try keys.fields.seal(
            bytes: WireFormat.encode(request.words),
            of: "question \(question.id.lowercase)"
        )
        try question.handle(
            .ask(
                Question.Inquiry(
                    kind: request.kind,
                    sealed: Data(sealed),
                    asker: caller.role.asker,
                    creditCode: caller.role.isOfEnterprise ? caller.organisation : nil,
                    desk: Question.Desk(authority: request.authority, office: office.name),
                    askedOn: cause.today,
                    dueOn: due.lastDay,
                    dueIsProvisional: due.authority == .provisional
                )
            )
        )
        try store.add(question, code: hash(code.text), source: place, askedAt: cause.now, in: tx)
        let unnamed = Cause(
            actor: "asker",
            now: cause.now,
            correlation: cause.correlation,
            causation: cause.causation,
            traceparent: cause.traceparent
        )
        try journal.append(question, of: "question", because: unnamed, in: tx)
        return Taken(question: question, code: code)
    }

    /// What an officer does with a question.
    func handle(
        _ question: inout Stored<Question>,
        _ command: Question.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try question.handle(command)
        try store.save(question, in: tx)
        try journal.append(question, of: "question", because: cause, in: tx)
    }

    /// The question a code was given for; nil for a code that was given for none.
    func find(code: String, in tx: borrowing Transaction) throws -> Stored<Question>? {
        try store.find(code: hash(QuestionCode(Normalised.identifier(code))?.text ?? ""), in: tx)
    }

    /// What was asked, opened.
    func words(of question: Stored<Question>) throws -> Words {
        let sealed = Array(question.state.inquiry?.sealed ?? Data())
        let owner = "question \(question.id.lowercase)"
        return try WireFormat.decode(from: keys.fields.open(bytes: sealed, of: owner))
    }

    private func hash(_ code: String) -> [UInt8] { keys.index.of("question code \(code)") }

    /// Where a question comes from, as a keyed hash that tomorrow is another.
    private func place(of caller: Caller, _ source: String?, on day: LocalDate) -> [UInt8] {
        let place = caller.role == .everyone ? "address \(source ?? "")" : "account \(caller.subject)"
        return keys.index.of("question \(day) \(place)")
    }
}

/// The account or address has asked enough for a day.
struct TooManyQuestions: Rejection, Hashable {
    let most: Int

    var code: String { "filing.too-many-questions" }
    var arguments: [String: String] { ["most": String(most)] }
}

extension Role {
    /// Who asks, without the account.
    fileprivate var asker: Question.Asker {
        switch self {
        case .everyone: .everyone
        case .employee, .evaluator: .employee
        case .enterpriseHR, .objectionHandler: .enterprise
        case .bureauOfficer, .centreOfficer, .provinceOfficer, .countyOfficer, .operator: .officer
        }
    }
}
