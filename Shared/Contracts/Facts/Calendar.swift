import Foundation
import Kernel

/// A version of the working-day calendar came into use.
package struct CalendarPublished: Fact {
    package static let name = "calendar.published"

    package let calendar: UUID
    package let version: String
    /// The years settled by a published document.
    package let years: [Int]
    /// Every document it is made of, oldest first: who hears this needs nothing else to reckon as we do.
    package let documents: [CalendarDocument]?

    package var subject: UUID { calendar }

    package init(calendar: UUID, version: String, years: [Int], documents: [CalendarDocument]) {
        self.calendar = calendar
        self.version = version
        self.years = years
        self.documents = documents
    }
}
