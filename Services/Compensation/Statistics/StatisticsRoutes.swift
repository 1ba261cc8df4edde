import CompensationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// Who is in post, counted.
    var statisticsRoutes: [Route] {
        [
            Route("GET /statistics") { call, tx in
                let county = try call.countyAskedFor()
                let today = call.cause.today
                let month = call.query("month").flatMap { Month($0) } ?? Month(of: today).previous
                let lines = try StatisticsRegister().lines(on: today, month: month, county: county, in: tx)
                return try .ok(StatisticsView(lines, on: today, month: month))
            },
            Route("GET /public/statistics") { call, tx in
                let today = call.cause.today
                let month = Month(of: today).previous
                let lines = try StatisticsRegister().lines(on: today, month: month, county: nil, in: tx)
                return try .ok(PublicStatisticsView(lines, on: today))
            },
        ]
    }
}
