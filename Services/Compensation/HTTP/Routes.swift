import DatedDocuments
import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] {
        benchmarkRoutes + benchmarkDocumentRoutes + postRoutes + appointmentRoutes + holderRoutes
            + layDownConfiguration.routes + parityRoutes
            + letterRoutes
            + treatmentRoutes
    }
}
