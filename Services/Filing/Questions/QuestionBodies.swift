import FilingDomain
import Kernel

/// The body of `POST /questions`.
struct QuestionBody: Decodable {
    let kind: String?
    let text: String?
    /// `bureau` where nothing is said, as the notice says.
    let to: String?
    let name: String?
    let telephone: String?
    let email: String?

    /// What is asked.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> Questions.Request {
        var check = Check()
        let kind = (kind ?? "").isEmpty ? .question : check.word(kind, "kind", Question.Kind.self)
        let authority = (to ?? "").isEmpty ? .bureau : check.word(to, "to", Authority.Kind.self)
        let words = Questions.Words(
            text: check.words(text, "text", most: 4000),
            name: check.some(name, "name", most: 50),
            telephone: check.telephone(telephone, "telephone"),
            email: check.email(email, "email")
        )
        let (what, whom) = try check.done(kind, authority)
        return Questions.Request(kind: what, words: words, authority: whom)
    }
}

/// The body of `POST /question-inquiries`: the code, which is no part of an address that others might keep.
struct QuestionInquiryBody: Decodable {
    let code: String?
}

/// The body of `POST /questions/{id}/answer`.
struct AnswerBody: Decodable {
    let text: String?

    /// The answer.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String {
        var check = Check()
        let text = check.words(text, "text", most: 4000)
        try check.done()
        return text
    }
}

/// The body of `POST /questions/{id}/handover`.
struct HandoverBody: Decodable {
    let to: String?
    /// The authority's first office where nothing is said.
    let office: String?
    let reason: String?

    /// Whom it goes to and why.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (Authority.Kind, office: String?, reason: String) {
        var check = Check()
        let authority = check.word(to, "to", Authority.Kind.self)
        let office = check.some(office, "office", most: 100)
        let reason = check.words(reason, "reason", most: 1000)
        let kind = try check.done(authority)
        return (kind, office, reason)
    }
}
