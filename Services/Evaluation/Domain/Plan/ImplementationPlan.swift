import Kernel

/// An implementation plan (实施方案), which must be shown to the employees before a round rests on it (notice, 四（一）).
///
/// It has versions. A version is never changed: a change is another version, which must be shown and sent anew, and rounds
/// opened before keep the one they were opened under.
package enum ImplementationPlan: Decider, Codable, Hashable {
    /// Can transition to: drawn up.
    case absent
    /// A draft. Can transition to: drawn up as another version, disclosed.
    case drawnUp(terms: PlanTerms, course: PlanCourse? = nil)
    /// Rounds may be opened. Can transition to: drawn up as another version.
    case disclosed(terms: PlanTerms, disclosure: Disclosure, course: PlanCourse? = nil)

    /// What a plan can be asked to do.
    package enum Command: Sendable {
        case drawUp(PlanTerms, digest: String? = nil, today: LocalDate)
        /// Another version, with the reason.
        case revise(PlanTerms, digest: String, reason: String, today: LocalDate)
        case disclose(Disclosure)
        /// An officer of the filing authority has received the version that is disclosed.
        case receive(PlanReceipt)
        /// An officer of the filing authority remarks on the version that is disclosed.
        case remark(String, asksForRevision: Bool, by: PlanReceipt)
    }

    /// What can have happened to a plan.
    package enum Event: Codable, Hashable, Sendable {
        case drawnUp(terms: PlanTerms, digest: String? = nil, on: LocalDate? = nil)
        case revised(version: PlanVersion)
        case disclosed(disclosure: Disclosure)
        case received(receipt: PlanReceipt)
        case remarked(remark: PlanRemark)
    }

    package static var initial: ImplementationPlan { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .drawUp(let terms, let digest, let today)):
            try Self.requireTerm(of: terms, on: today)
            return [.drawnUp(terms: terms, digest: digest, on: digest == nil ? nil : today)]
        case (.drawnUp, .drawUp), (.disclosed, .drawUp): throw .alreadyDrawnUp

        case (.absent, .revise): throw .notDrawnUp
        case (.drawnUp(let before, let course), .revise(let terms, let digest, let reason, let today)),
            (.disclosed(let before, _, let course), .revise(let terms, let digest, let reason, let today)):
            try Self.requireTerm(of: terms, on: today)
            guard terms.filing.filing == before.filing.filing else { throw .otherFiling }
            guard terms != before else { throw .unchanged }
            return [
                .revised(
                    version: PlanVersion(
                        number: (course?.number ?? 1) + 1,
                        digest: digest,
                        terms: terms,
                        writtenOn: today,
                        reason: reason,
                        disclosure: nil,
                        receipt: nil
                    )
                )
            ]

        case (.absent, .disclose): throw .notDrawnUp
        case (.drawnUp(let terms, _), .disclose(let disclosure)):
            if let opens = terms.schedule?.applications.from, opens < disclosure.latest {
                throw .disclosedTooLate(opens: opens)
            }
            return [.disclosed(disclosure: disclosure)]
        case (.disclosed, .disclose): throw .alreadyDisclosed

        case (.absent, .receive), (.drawnUp, .receive), (.absent, .remark), (.drawnUp, .remark): throw .notDisclosed
        case (.disclosed(_, _, let course), .receive(let receipt)):
            guard course?.receipt == nil else { throw .alreadyReceived }
            return [.received(receipt: receipt)]
        case (.disclosed(_, _, let course), .remark(let text, let asksForRevision, let officer)):
            let remark = PlanRemark(
                version: course?.number ?? 1,
                text: text,
                asksForRevision: asksForRevision,
                by: officer.by,
                name: officer.name,
                on: officer.on
            )
            // Who remarks has received it.
            return (course?.receipt == nil ? [.received(receipt: officer)] : []) + [.remarked(remark: remark)]
        }
    }

    private static func requireTerm(of terms: PlanTerms, on today: LocalDate) throws(Rejection) {
        guard today <= terms.filing.validThrough else { throw .filingExpired(on: terms.filing.validThrough) }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .drawnUp(let terms, let digest, let day)):
            guard let digest else { return self = .drawnUp(terms: terms) }
            var course = PlanCourse()
            (course.digest, course.writtenOn) = (digest, day)
            self = .drawnUp(terms: terms, course: course)
        case (.drawnUp(let terms, let course), .disclosed(let disclosure)):
            self = .disclosed(terms: terms, disclosure: disclosure, course: course)
        case (_, .revised(let version)):
            guard let now = current else { return }
            var course = self.course
            course.earlier.append(now)
            (course.number, course.digest) = (version.number, version.digest)
            (course.writtenOn, course.reason) = (version.writtenOn, version.reason)
            course.receipt = nil
            self = .drawnUp(terms: version.terms, course: course)
        case (.disclosed(let terms, let disclosure, _), .received(let receipt)):
            var course = self.course
            course.receipt = receipt
            self = .disclosed(terms: terms, disclosure: disclosure, course: course)
        case (.disclosed(let terms, let disclosure, _), .remarked(let remark)):
            var course = self.course
            course.remarks.append(remark)
            self = .disclosed(terms: terms, disclosure: disclosure, course: course)
        case (_, .disclosed), (_, .received), (_, .remarked): break  // never decided, so never told
        }
    }
}
