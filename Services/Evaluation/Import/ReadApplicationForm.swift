import Contracts
import EvaluationDomain
import Foundation
import Kernel

/// Reads an application as an enterprise wrote it: normalises, and tells everything that is wrong, member by member.
struct ReadApplicationForm {
    /// An application that can be taken.
    struct Reading: Sendable {
        let identity: PersonalIdentity
        let particulars: Particulars
    }

    /// Reads one form under a plan.
    ///
    /// - Throws: `InvalidInput` with every problem of the form.
    func callAsFunction(_ form: ApplicationForm, under terms: PlanTerms) throws(InvalidInput) -> Reading {
        var reading = FormReading()
        let identity = Self.identity(form, &reading)
        let occupation = Self.occupation(form, under: terms, &reading)
        let prior = Self.prior(form, &reading)
        let posts = Self.posts(form, &reading)
        let conditions = Self.conditions(form, &reading)
        let relaxation = Self.relaxation(form, &reading)
        let work = Self.work(form, &reading)
        let still = reading.yesOrNo("stillInOccupation", form.stillInOccupation)
        let health = reading.yesOrNo("healthConfirmed", form.healthConfirmed)
        let conduct = reading.yesOrNo("conductConfirmed", form.conductConfirmed)
        let merits = reading.required("merits", form.merits, most: 1000)
        let honour = reading.optional("honour", form.honour)
        let honourDocument = reading.optional("honourDocument", form.honourDocument)
        let evidence = Self.evidence(form, &reading)
        let photo = reading.optional("photo", form.photo)
        let confirmedOn = reading.day("confirmedOn", form.confirmedOn)
        guard reading.problems.isEmpty, let identity, let occupation, let prior, let posts else {
            throw InvalidInput(reading.problems)
        }
        return Reading(
            identity: identity,
            particulars: Particulars(
                unit: work.unit,
                workshop: work.workshop,
                position: work.position,
                positionKind: work.kind,
                employmentForm: work.employment,
                dutyStatus: work.duty,
                hiredOn: work.hiredOn,
                education: work.education,
                occupation: occupation,
                prior: prior,
                seniorPosts: posts,
                stillInOccupation: still,
                healthConfirmed: health,
                conductConfirmed: conduct,
                conditions: conditions,
                merits: merits,
                honour: honour,
                honourDocument: honourDocument,
                relaxation: relaxation,
                evidence: evidence,
                photo: photo,
                confirmedOn: confirmedOn
            )
        )
    }

    private static func identity(_ form: ApplicationForm, _ reading: inout FormReading) -> PersonalIdentity? {
        let name = PersonName.normalised(reading.required("name", form.name, most: 50))
        let written = reading.required("documentType", form.documentType)
        let type = WrittenWords.documentType(written)
        if type == nil, !written.isEmpty { reading.refuse("documentType", "evaluation.document-type") }
        let telephone = telephone(form, &reading)
        guard let number = documentNumber(form, isCitizen: type == nil || type == "居民身份证", &reading), let type else {
            return nil
        }
        return PersonalIdentity(name: name, documentType: type, documentNumber: number, telephone: telephone)
    }

    private static func documentNumber(
        _ form: ApplicationForm,
        isCitizen: Bool,
        _ reading: inout FormReading
    ) -> String? {
        guard isCitizen else {
            let number = Normalised.identifier(form.documentNumber)
            guard (5...30).contains(number.count) else {
                reading.refuse("documentNumber", "evaluation.document-number")
                return nil
            }
            return number
        }
        do {
            return try CitizenID(form.documentNumber).text
        } catch {
            reading.refuse("documentNumber", error)
            return nil
        }
    }

    private static func telephone(_ form: ApplicationForm, _ reading: inout FormReading) -> String? {
        guard let text = reading.optional("telephone", form.telephone) else { return nil }
        let number = Normalised.identifier(text)
        guard (5...20).contains(number.count), number.allSatisfy({ "0123456789+-".contains($0) }) else {
            reading.refuse("telephone", "evaluation.telephone")
            return nil
        }
        return number
    }

    private static func occupation(
        _ form: ApplicationForm,
        under terms: PlanTerms,
        _ reading: inout FormReading
    ) -> Occupation? {
        let name = reading.required("occupation", form.occupation)
        let code = Normalised.identifier(reading.required("occupationCode", form.occupationCode))
        let edition = Normalised.identifier(reading.required("occupationEdition", form.occupationEdition))
        let specialty = reading.optional("specialty", form.specialty)
        guard !name.isEmpty, !code.isEmpty, !edition.isEmpty else { return nil }
        let occupation = Occupation(code: code, edition: edition, name: name, specialty: specialty)
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

    private static func prior(_ form: ApplicationForm, _ reading: inout FormReading) -> PriorCertificate? {
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

    private static func posts(_ form: ApplicationForm, _ reading: inout FormReading) -> SeniorPosts? {
        let text = reading.required("seniorSpans", form.seniorSpans, most: 500)
        guard !text.isEmpty else { return nil }
        guard let posts = WrittenSpans.read(text) else {
            reading.refuse("seniorSpans", "evaluation.spans")
            return nil
        }
        return posts
    }

    private static func conditions(_ form: ApplicationForm, _ reading: inout FormReading) -> [AdditionalCondition] {
        guard let text = reading.optional("conditions", form.conditions) else { return [] }
        guard let conditions = WrittenWords.conditions(text) else {
            reading.refuse("conditions", "evaluation.conditions")
            return []
        }
        return conditions
    }

    private static func relaxation(_ form: ApplicationForm, _ reading: inout FormReading) -> RelaxationRequest? {
        let ground = reading.optional("relaxationGround", form.relaxationGround)
        let clause = reading.optional("relaxedClause", form.relaxedClause)
        switch (ground, clause) {
        case (nil, nil): return nil
        case (let ground?, let clause?):
            guard let condition = WrittenWords.relaxed(clause) else {
                reading.refuse("relaxedClause", "evaluation.relaxed-clause")
                return nil
            }
            return RelaxationRequest(ground: ground, condition: condition)
        case (nil, _?):
            reading.refuse("relaxationGround", "evaluation.field-missing")
            return nil
        case (_?, nil):
            reading.refuse("relaxedClause", "evaluation.field-missing")
            return nil
        }
    }

    private static func evidence(_ form: ApplicationForm, _ reading: inout FormReading) -> [String] {
        guard let text = reading.optional("evidence", form.evidence, most: 1000) else { return [] }
        return text.split(whereSeparator: { ";；、,，\n".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    private struct Work {
        let unit, workshop, position, kind, employment, duty: String
        let hiredOn: LocalDate?
        let education: String?
    }

    private static func work(_ form: ApplicationForm, _ reading: inout FormReading) -> Work {
        Work(
            unit: reading.required("unit", form.unit),
            workshop: reading.required("workshop", form.workshop),
            position: reading.required("position", form.position),
            kind: reading.required("positionKind", form.positionKind),
            employment: reading.required("employmentForm", form.employmentForm),
            duty: reading.required("dutyStatus", form.dutyStatus),
            hiredOn: reading.day("hiredOn", form.hiredOn),
            education: reading.optional("education", form.education)
        )
    }
}
