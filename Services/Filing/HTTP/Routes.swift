import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] { enterpriseRoutes + generalFilingRoutes + specialFilingRoutes + decisionRoutes }
}
