import CompensationDomain
import Foundation
import Kernel
import Messaging

/// What a person is entitled to, and what was attested of it; band codes, no amount.
struct EntitlementView: Encodable {
    let appointment: String
    let creditCode: String
    /// The band of today; before the first day that of the first, after the last that of the last.
    let band: String
    /// Every band with its days, the oldest first: what is told ahead is seen too.
    let bands: [BandView]
    /// The first day it is paid for.
    let from: LocalDate
    /// The last day it is paid for.
    let until: LocalDate
    let isRunning: Bool
    /// Why it ends then; by the end of its term where nothing else is known.
    let ends: AppointmentEndReason
    let endsBy: String
    /// The newest first.
    let months: [MonthView]

    struct BandView: Encodable {
        let band: String
        let from: LocalDate
        let until: LocalDate
    }

    struct MonthView: Encodable {
        let month: Month
        /// Missing while nothing was attested.
        let standing: Attestation.Standing?
        let band: String?
        let reason: String?
        let signer: String?
        let on: LocalDate?
        let corrections: Int?
    }

    /// Months of a view.
    private static let mostMonths = 36

    init(
        _ duty: AttestationDuty,
        ends: AppointmentEndReason,
        _ attested: [Stored<Attestation>],
        today: LocalDate
    ) {
        appointment = duty.appointment.lowercase
        creditCode = duty.creditCode
        band = duty.band(on: today)
        bands = duty.paid.map { BandView(band: $0.band.code, from: $0.band.from, until: $0.until) }
        from = duty.from
        until = duty.until
        isRunning = duty.from <= today && today <= duty.until
        self.ends = ends
        endsBy = ends.chinese
        let said = Dictionary(
            attested.compactMap { one in one.state.statement.map { ($0.month, one) } },
            uniquingKeysWith: { first, _ in first }
        )
        var months: [MonthView] = []
        var month = Month(of: min(today, duty.until))
        while month.last >= duty.from, months.count < Self.mostMonths {
            let statement = said[month]?.state.statement
            months.append(
                MonthView(
                    month: month,
                    standing: statement?.standing,
                    band: statement?.band,
                    reason: statement?.reason,
                    signer: statement?.signer.name,
                    on: statement?.on,
                    corrections: said[month]?.state.corrections
                )
            )
            month = month.previous
        }
        self.months = months
    }
}
