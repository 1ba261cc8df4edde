import Contracts
import Foundation
import Kernel
import ServiceKit

extension Call {
    /// The instant something is asked for as it stood; nil where it is asked for as it is.
    ///
    /// A day stands for its end, so that what was done that day is seen.
    ///
    /// - Throws: `InvalidInput` where it is neither an instant nor a day.
    func replay() throws -> Replay? {
        guard let text = query("asOf") else { return nil }
        // A plus sign in a query is a space to those who read it as a form.
        let written = text.replacing(" ", with: "+")
        guard let instant = LocalDate(text)?.end.addingTimeInterval(-0.001) ?? WireFormat.date(from: written) else {
            throw InvalidInput(field: "asOf", code: "evaluation.instant")
        }
        return Replay(instant: instant)
    }
}
