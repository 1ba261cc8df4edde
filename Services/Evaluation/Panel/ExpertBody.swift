import EvaluationDomain
import Foundation
import Kernel

/// An expert as an enterprise enters one.
struct ExpertBody: Decodable {
    let account: String?
    let name: String?
    let unit: String?
    let workshop: String?
    let team: String?
    let occupations: [Occupation]?
    let title: String?
    let origin: ExpertRecord.Origin?
    let leads: [String]?
    let person: UUID?

    /// The record, checked.
    ///
    /// - Throws: `InvalidInput`.
    func record(of creditCode: String) throws -> ExpertRecord {
        var fields = PanelFields()
        let occupations = occupations ?? []
        if occupations.isEmpty { fields.refuse("occupations", "evaluation.field-missing") }
        if occupations.count > 50 { fields.refuse("occupations", "evaluation.out-of-range") }
        for (index, occupation) in occupations.enumerated() {
            let place = "occupations[\(index)]"
            for (member, text) in [
                ("code", occupation.code), ("edition", occupation.edition), ("name", occupation.name),
            ] {
                _ = fields.text(text, "\(place).\(member)", most: 60)
            }
        }
        if origin == nil { fields.refuse("origin", "evaluation.field-missing") }
        let led = (leads ?? []).enumerated().map { fields.text($1, "leads[\($0)]", most: 100) }
        if led.count > 50 { fields.refuse("leads", "evaluation.out-of-range") }
        let record = ExpertRecord(
            creditCode: creditCode,
            account: fields.text(account, "account", most: 100),
            name: fields.text(name, "name", most: 60),
            unit: fields.text(unit, "unit"),
            workshop: fields.optional(workshop, "workshop"),
            team: fields.optional(team, "team"),
            occupations: occupations,
            title: fields.text(title, "title", most: 60),
            origin: origin ?? .own,
            leads: led,
            person: person
        )
        try fields.done()
        return record
    }
}

/// What an expert is to somebody, as it is declared.
struct RelationBody: Decodable {
    let ground: RecusalGround
    let name: String?
    let unit: String?
    let workshop: String?
    let person: UUID?
    let note: String?

    /// The relation, checked.
    ///
    /// - Throws: `InvalidInput`.
    func relation(by account: String, at instant: Date) throws -> ExpertRelation {
        var fields = PanelFields()
        let relation = ExpertRelation(
            ground: ground,
            name: fields.text(name, "name", most: 60),
            unit: fields.optional(unit, "unit"),
            workshop: fields.optional(workshop, "workshop"),
            person: person,
            note: fields.text(note, "note", most: 500),
            by: account,
            at: instant
        )
        try fields.done()
        return relation
    }
}
