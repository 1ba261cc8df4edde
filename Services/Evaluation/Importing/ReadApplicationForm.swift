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

    /// A form as far as it could be read.
    struct Partial: Sendable {
        let identity: PersonalIdentity?
        /// What was read, with something harmless in place of members that are missing or wrong.
        let particulars: Particulars?
        let problems: [FieldProblem]
    }

    /// Reads one form under a plan.
    ///
    /// - Parameters:
    ///   - form: What was written.
    ///   - terms: The plan.
    ///   - rules: What the rule set lets be relaxed, in whose words a form asks for it.
    ///   - units: What the applicant's unit can be; nil where the enterprise has no units.
    ///   - today: The day on which it is handed in, after which nobody has signed anything; nil to let any day be.
    /// - Returns: What was read.
    /// - Throws: `InvalidInput` with every problem of the form.
    func callAsFunction(
        _ form: ApplicationForm,
        under terms: PlanTerms,
        by rules: RelaxationRules,
        among units: CoveredUnitNames? = nil,
        on today: LocalDate? = nil
    ) throws(InvalidInput) -> Reading {
        let read = partial(form, under: terms, by: rules, among: units, on: today)
        guard read.problems.isEmpty, let identity = read.identity, let particulars = read.particulars else {
            throw InvalidInput(read.problems)
        }
        return Reading(identity: identity, particulars: particulars)
    }

    /// Reads as much of a form as there is; without a plan, any occupation will do.
    func partial(
        _ form: ApplicationForm,
        under terms: PlanTerms?,
        by rules: RelaxationRules,
        among units: CoveredUnitNames? = nil,
        on today: LocalDate? = nil
    ) -> Partial {
        var reading = FormReading()
        let identity = Self.identity(form, &reading)
        let occupation = Self.occupation(form, under: terms, &reading)
        let prior = Self.prior(form, &reading)
        let posts = Self.posts(form, &reading)
        let conditions = Self.conditions(form, &reading)
        let relaxation = Self.relaxation(form, by: rules, &reading)
        let work = Self.work(form, &reading)
        if let problem = units?.problem(of: work.unit, field: "unit") {
            reading.refuse(problem.field, problem.code, problem.arguments)
        }
        let still = reading.yesOrNo("stillInOccupation", form.stillInOccupation)
        let health = reading.yesOrNo("healthConfirmed", form.healthConfirmed)
        let conduct = reading.yesOrNo("conductConfirmed", form.conductConfirmed)
        let merits = reading.required("merits", form.merits, most: 1000)
        let honour = reading.optional("honour", form.honour)
        let honourDocument = reading.optional("honourDocument", form.honourDocument)
        let evidence = Self.evidence(form, &reading)
        let photo = reading.optional("photo", form.photo)
        let confirmedOn = reading.day("confirmedOn", form.confirmedOn)
        if let confirmedOn, let today, confirmedOn > today { reading.refuse("confirmedOn", "evaluation.day-in-future") }
        for (field, text) in [
            ("merits", merits), ("unit", work.unit), ("workshop", work.workshop), ("team", work.team ?? ""),
            ("position", work.position), ("positionKind", work.kind), ("employmentForm", work.employment),
            ("dutyStatus", work.duty), ("education", work.education ?? ""), ("priorKind", prior?.kind ?? ""),
            ("priorLevel", prior?.levelText ?? ""), ("priorOccupation", prior?.occupation ?? ""),
            ("priorIssuer", prior?.issuer ?? ""), ("specialty", occupation?.specialty ?? ""), ("honour", honour ?? ""),
            ("honourDocument", honourDocument ?? ""), ("relaxationGround", relaxation?.ground ?? ""),
        ] where !text.isEmpty {
            reading.keepPersonal(field, text)
        }
        reading.keepPersonal("evidence", form.evidence)
        return Partial(
            identity: identity,
            particulars: Self.filled(prior, posts).map { prior, posts in
                Particulars(
                    unit: work.unit,
                    workshop: work.workshop,
                    team: work.team,
                    position: work.position,
                    positionKind: work.kind,
                    employmentForm: work.employment,
                    dutyStatus: work.duty,
                    hiredOn: work.hiredOn,
                    education: work.education,
                    occupation: occupation ?? Occupation(code: "", edition: "", name: "", specialty: nil),
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
                    confirmedOn: confirmedOn,
                    inCoveredUnit: units?.isUnit(work.unit) == true ? true : nil
                )
            },
            problems: reading.problems
        )
    }

    /// What stands for a certificate and posts that could not be read; the clauses about them are left open then.
    private static func filled(_ prior: PriorCertificate?, _ posts: SeniorPosts?) -> (PriorCertificate, SeniorPosts)? {
        let number = try? PriorCertificateNumber("Y000037160001211000001")
        guard let posts = posts ?? SeniorPosts([SeniorPosts.Span(from: .earliest, through: nil)]) else { return nil }
        if let prior { return (prior, posts) }
        return number.map { number in
            let none = PriorCertificate(
                kind: "",
                level: nil,
                levelText: "",
                number: number,
                occupation: "",
                issuer: nil,
                issuedOn: nil
            )
            return (none, posts)
        }
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
}
