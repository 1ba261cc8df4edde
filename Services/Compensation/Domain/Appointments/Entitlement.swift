import Foundation
import Kernel

/// What an appointment entitles its person to: pay in a band, from a day until a day (待遇).
///
/// It hangs on the post, not on the title: the certificate stays when it ends.
package struct Entitlement: Hashable, Codable, Sendable {
    /// The first day of the pay, as the letter says.
    package let from: LocalDate
    /// The last day, as far as it is known.
    package let until: LocalDate
    /// The code of the band that is paid last.
    package let band: String
    /// Why it ends then.
    package let ends: AppointmentEndReason

    /// The entitlement of an appointment; nil where there is none: it waits for its certificate, was never taken up, or its
    /// certificate was out of force before pay began.
    package init?(of appointment: Appointment) {
        guard let letter = appointment.letter, letter.certificate != nil, let band = appointment.band,
            let last = appointment.last, letter.payDay <= last
        else { return nil }
        from = letter.payDay
        until = last
        self.band = band.code
        ends = appointment.end?.reason ?? .expiry
    }

    /// Whether pay is owed for a day.
    package func holds(on day: LocalDate) -> Bool { from <= day && day <= until }
}
