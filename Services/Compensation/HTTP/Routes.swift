import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] {
        benchmarkRoutes + postRoutes + appointmentRoutes + holderRoutes + configurationRoutes + parityRoutes
            + letterRoutes
            + treatmentRoutes
    }
}
