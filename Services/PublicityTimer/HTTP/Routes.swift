import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] { noticeRoutes + objectionRoutes + calendarRoutes + pageRoutes + sheetRoutes + channelRoutes }
}
