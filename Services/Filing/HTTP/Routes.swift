import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] {
        enterpriseRoutes + enterpriseHistoryRoutes + unitRoutes + jurisdictionRoutes + authorityRoutes + coverageRoutes
            + questionRoutes
            + liaisonRoutes + policyNoteRoutes + countyRoutes + generalFilingRoutes + specialFilingRoutes
            + decisionRoutes + importRoutes + registerRoutes
    }
}
