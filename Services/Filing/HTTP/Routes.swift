import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] {
        enterpriseRoutes + enterpriseHistoryRoutes + unitRoutes + jurisdictionRoutes + authorityRoutes + coverageRoutes
            + questionRoutes
            + liaisonRoutes + policyNoteRoutes + countyRoutes + generalFilingRoutes + generalDecisionRoutes
            + specialFilingRoutes + specialDecisionRoutes + workPlanRoutes + workPlanChangeRoutes + handlingRoutes
            + interestRoutes + paperRoutes + fileRoutes + importRoutes + registerRoutes
            + tenureRoutes + tenureRequestRoutes + exitRoutes
    }
}
