import AMQP
import Contracts
import Foundation
import Kernel

/// A message as a speaker's relay would publish it, for tests that choose the order in which it comes.
package typealias ToldMessage = Message

/// Standings of a special-grade filing for tests of those who hear them.
package struct FilingStandingSample: Sendable {
    package let filing: UUID
    package let filer: EnterpriseRef
    package let occupations: [Occupation]
    package let validThrough: LocalDate

    /// A filing of an enterprise.
    package init(filing: UUID, filer: EnterpriseRef, occupations: [Occupation], validThrough: LocalDate) {
        self.filing = filing
        self.filer = filer
        self.occupations = occupations
        self.validThrough = validThrough
    }

    /// All stops and nothing stays, but for what a decision usually leaves alone.
    package static let strict = FilingEffects(
        rounds: .freeze,
        notices: .freeze,
        unissued: .freeze,
        issued: .suspend,
        appointments: .flag
    )

    /// A standing of an edition; in force without effects.
    package func standing(
        _ edition: Int,
        _ state: FilingStanding.State = .inForce,
        _ effects: FilingEffects? = nil,
        through: LocalDate? = nil
    ) -> FilingStanding {
        FilingStanding(
            filing: filing,
            kind: .special,
            restsOn: filer.id,
            edition: edition,
            state: state,
            filer: filer,
            enterpriseName: "滨州样例机械有限公司",
            agencyCode: "Y000037160001",
            occupations: occupations.map { FiledLevels(occupation: $0, levels: [.specialGradeTechnician]) },
            validFrom: validThrough.adding(days: -1000),
            validThrough: through ?? validThrough,
            effects: effects,
            workPlanVersion: 1,
            workPlanDigest: "d"
        )
    }

    /// Suspended as the edition.
    package func suspended(_ edition: Int, _ effects: FilingEffects = strict) -> FilingSuspended {
        FilingSuspended(standing: standing(edition, .suspended, effects), from: validThrough, through: nil)
    }

    /// In force again as the edition.
    package func resumed(_ edition: Int, at instant: Date) -> FilingResumed {
        FilingResumed(standing: standing(edition), resumedAt: instant)
    }

    /// Cancelled as the edition.
    package func cancelled(_ edition: Int, _ effects: FilingEffects = strict) -> FilingCancelled {
        FilingCancelled(
            standing: standing(edition, .cancelled, effects),
            exitCase: filing,
            decisionNumber: "滨人社退〔2026〕0001号",
            decidedOn: validThrough
        )
    }

    /// Set aside as the edition.
    package func setAside(_ edition: Int, at instant: Date) -> FilingSetAside {
        FilingSetAside(
            standing: standing(edition),
            exitCase: filing,
            decisionNumber: "滨人社退〔2026〕0001号",
            setAsideAt: instant
        )
    }
}

extension Array {
    /// Every order of these; for few.
    package var permutations: [[Element]] {
        guard count > 1 else { return [self] }
        return indices.flatMap { index in
            var rest = self
            let one = rest.remove(at: index)
            return rest.permutations.map { [one] + $0 }
        }
    }
}
