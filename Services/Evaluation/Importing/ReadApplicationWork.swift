import Contracts
import EvaluationDomain
import Foundation
import Kernel

/// The parts of a form that are about work, certificate and conditions.
extension ReadApplicationForm {
    static func occupation(
        _ form: ApplicationForm,
        under terms: PlanTerms?,
        _ reading: inout FormReading
    ) -> Occupation? {
        let name = reading.required("occupation", form.occupation)
        let code = Normalised.identifier(reading.required("occupationCode", form.occupationCode))
        let edition = Normalised.identifier(reading.required("occupationEdition", form.occupationEdition))
        let specialty = reading.optional("specialty", form.specialty)
        guard !name.isEmpty, !code.isEmpty, !edition.isEmpty else { return nil }
        let occupation = Occupation(code: code, edition: edition, name: name, specialty: specialty)
        guard let terms else { return occupation }
        guard terms.covers(occupation) else {
            reading.refuse("occupationCode", "evaluation.occupation-not-planned", ["occupation": code])
            return nil
        }
        guard terms.names(occupation) else {
            reading.refuse("occupation", "evaluation.occupation-name", ["occupation": code])
            return nil
        }
        return occupation
    }

    static func prior(_ form: ApplicationForm, _ reading: inout FormReading) -> PriorCertificate? {
        let kind = reading.required("priorKind", form.priorKind)
        let level = reading.required("priorLevel", form.priorLevel)
        let occupation = reading.required("priorOccupation", form.priorOccupation)
        let issuer = reading.optional("priorIssuer", form.priorIssuer)
        let issuedOn = reading.day("priorIssuedOn", form.priorIssuedOn)
        do {
            return PriorCertificate(
                kind: kind,
                level: WrittenWords.level(level),
                levelText: level,
                number: try PriorCertificateNumber(form.priorNumber),
                occupation: occupation,
                issuer: issuer,
                issuedOn: issuedOn
            )
        } catch {
            reading.refuse("priorNumber", error)
            return nil
        }
    }

    static func posts(_ form: ApplicationForm, _ reading: inout FormReading) -> SeniorPosts? {
        let text = reading.required("seniorSpans", form.seniorSpans, most: 500)
        guard !text.isEmpty else { return nil }
        guard let posts = WrittenSpans.read(text) else {
            reading.refuse("seniorSpans", "evaluation.spans")
            return nil
        }
        return posts
    }

    static func conditions(_ form: ApplicationForm, _ reading: inout FormReading) -> [AdditionalCondition] {
        guard let text = reading.optional("conditions", form.conditions) else { return [] }
        guard let conditions = WrittenWords.conditions(text) else {
            reading.refuse("conditions", "evaluation.conditions")
            return []
        }
        return conditions
    }

    static func relaxation(
        _ form: ApplicationForm,
        by rules: RelaxationRules,
        _ reading: inout FormReading
    ) -> RelaxationRequest? {
        let ground = reading.optional("relaxationGround", form.relaxationGround)
        let clause = reading.optional("relaxedClause", form.relaxedClause)
        switch (ground, clause) {
        case (nil, nil): return nil
        case (let ground?, let clause?):
            guard let condition = rules.condition(written: clause) else {
                let known = rules.conditions.map(\.name).joined(separator: "、")
                reading.refuse("relaxedClause", "evaluation.relaxed-clause", ["known": known.isEmpty ? "无" : known])
                return nil
            }
            return RelaxationRequest(ground: ground, condition: condition.id)
        case (nil, _?):
            reading.refuse("relaxationGround", "evaluation.field-missing")
            return nil
        case (_?, nil):
            reading.refuse("relaxedClause", "evaluation.field-missing")
            return nil
        }
    }

    static func evidence(_ form: ApplicationForm, _ reading: inout FormReading) -> [String] {
        guard let text = reading.optional("evidence", form.evidence, most: 1000) else { return [] }
        return text.split(whereSeparator: { ";；、,，\n".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
            .map(Self.noted)
    }

    /// A paper with the condition it is noted for in its one form, `二1:专利证书`.
    private static func noted(_ paper: String) -> String {
        let halves = paper.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == ":" }
        guard halves.count == 2, let claims = WrittenWords.conditions(String(halves[0])), claims.count == 1 else {
            return paper
        }
        return "二\(claims[0].rawValue):\(halves[1].trimmingCharacters(in: .whitespaces))"
    }

    struct Work {
        let unit, workshop, position, kind, employment, duty: String
        let hiredOn: LocalDate?
        let education, team: String?
    }

    static func work(_ form: ApplicationForm, _ reading: inout FormReading) -> Work {
        Work(
            unit: reading.required("unit", form.unit),
            workshop: reading.required("workshop", form.workshop),
            position: reading.required("position", form.position),
            kind: reading.required("positionKind", form.positionKind),
            employment: reading.required("employmentForm", form.employmentForm),
            duty: reading.required("dutyStatus", form.dutyStatus),
            hiredOn: reading.day("hiredOn", form.hiredOn),
            education: reading.optional("education", form.education),
            team: reading.optional("team", form.team)
        )
    }
}
