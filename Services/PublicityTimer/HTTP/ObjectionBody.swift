import Foundation
import Kernel
import PublicityTimerDomain

/// An objection as it is handed in, by a program or by the page's form; everything is text until it is checked.
struct ObjectionBody: Decodable {
    /// The most characters of what is said.
    static let mostText = 2000
    /// The most characters of a person's name.
    static let mostName = 60

    /// `name`, `procedure` or `omission`; `name` where only a person is given.
    var about: String?
    /// The person objected to.
    var person: String?
    /// The name of whom the objector misses on the list.
    var missing: String?
    var reason: String?
    var evidence: String?
    /// Who objects: `{"name", "contact"}`; `"anonymous"` or nothing where nobody is named.
    var objector: Who?
    /// True to say so; with a name it contradicts.
    var anonymous: Bool?
    /// `enterprise`, the office the plan names, or `authority`, the filing authority; `enterprise` where nothing is said.
    var addressee: String?

    /// Somebody named, or nobody.
    enum Who: Decodable {
        case named(name: String?, contact: String?)
        case anonymous

        private struct Named: Decodable {
            let name: String?
            let contact: String?
        }

        init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                guard word == "anonymous" else {
                    throw DecodingError.dataCorrupted(
                        .init(codingPath: decoder.codingPath, debugDescription: "a name, or anonymous")
                    )
                }
                self = .anonymous
            } else {
                let named = try Named(from: decoder)
                self = .named(name: named.name, contact: named.contact)
            }
        }
    }

    /// What was handed in, checked against what the notice shows.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(for display: Display) throws -> ReceiveObjection.Request {
        var problems: [FieldProblem] = []
        let request = checked(for: display, &problems)
        guard problems.isEmpty, let request else { throw InvalidInput(problems) }
        return request
    }

    /// What was handed in, nil where something is wrong, which is then noted.
    func checked(for display: Display, _ problems: inout [FieldProblem]) -> ReceiveObjection.Request? {
        let subject = subject(in: display, &problems)
        let statement = Statement(
            reason: Text.required(reason, field: "reason", upTo: Self.mostText, &problems),
            evidence: Text.optional(evidence, field: "evidence", upTo: Self.mostText, &problems)
        )
        let objector = objector(&problems)
        let chosen = addressee.flatMap { $0.isEmpty ? nil : $0 } ?? Complaint.Addressee.enterprise.rawValue
        let addressee = Complaint.Addressee(rawValue: chosen)
        if addressee == nil { problems.append(FieldProblem(field: "addressee", code: "publicity-timer.addressee")) }
        guard let subject, let addressee else { return nil }
        return ReceiveObjection.Request(
            subject: subject,
            statement: statement,
            objector: objector,
            addressee: addressee
        )
    }

    private func subject(in display: Display, _ problems: inout [FieldProblem]) -> ObjectionSubject? {
        let person = person.flatMap { $0.isEmpty ? nil : $0 }
        let about = about.flatMap { $0.isEmpty ? nil : $0 } ?? person.map { _ in "name" }
        guard let about, let kind = ObjectionSubject.Kind(rawValue: about) else {
            problems.append(FieldProblem(field: "about", code: "publicity-timer.about"))
            return nil
        }
        if kind != .name, person != nil {
            problems.append(FieldProblem(field: "person", code: "publicity-timer.person-not-asked"))
        }
        switch kind {
        case .name:
            guard let person else {
                problems.append(FieldProblem(field: "person", code: "publicity-timer.required"))
                return nil
            }
            guard let id = UUID(uuidString: person), display.name(of: id) != nil else {
                problems.append(FieldProblem(field: "person", code: Notice.Rejection.notOnList.code))
                return nil
            }
            return .name(id)
        case .procedure: return .procedure
        case .omission:
            return .omission(of: Text.required(missing, field: "missing", upTo: Self.mostName, &problems))
        }
    }

    private func objector(_ problems: inout [FieldProblem]) -> Objector? {
        guard case .named(let name, let contact) = objector else { return nil }
        if anonymous == true { problems.append(FieldProblem(field: "anonymous", code: "publicity-timer.objector")) }
        return Objector(
            name: Text.required(name, field: "objector.name", upTo: Self.mostName, &problems),
            contact: Text.optional(contact, field: "objector.contact", upTo: 120, &problems)
        )
    }
}

/// An objection that reached the office otherwise, as the handler enters it.
struct EntryBody: Decodable {
    var objection: ObjectionBody
    private let channel: String?
    private let receivedAt: Date?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        channel = try container.decodeIfPresent(String.self, forKey: .channel)
        receivedAt = try container.decodeIfPresent(Date.self, forKey: .receivedAt)
        objection = try ObjectionBody(from: decoder)
    }

    private enum Keys: CodingKey {
        case channel, receivedAt
    }

    /// What is entered, by which channel and when it came, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(
        for display: Display
    ) throws -> (request: ReceiveObjection.Request, channel: Complaint.Channel, receivedAt: Date) {
        var problems: [FieldProblem] = []
        let request = objection.checked(for: display, &problems)
        let channel = channel.flatMap(Complaint.Channel.init(rawValue:)).flatMap { $0 == .online ? nil : $0 }
        if channel == nil { problems.append(FieldProblem(field: "channel", code: "publicity-timer.channel")) }
        if receivedAt == nil { problems.append(FieldProblem(field: "receivedAt", code: "publicity-timer.required")) }
        guard problems.isEmpty, let request, let channel, let receivedAt else { throw InvalidInput(problems) }
        return (request, channel, receivedAt)
    }
}
