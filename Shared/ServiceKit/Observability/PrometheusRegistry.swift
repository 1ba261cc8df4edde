import Foundation
import Metrics
import Synchronization

/// Counts what the services measure and writes it in Prometheus' text format.
package final class PrometheusRegistry: MetricsFactory, Sendable {
    fileprivate struct Series: Hashable {
        let name: String
        let labels: String
    }

    fileprivate enum Value {
        case counter(Double)
        case gauge(Double)
        case summary(count: Int, sum: Double)
    }

    private let values = Mutex<[Series: Value]>([:])

    package init() {}

    /// Everything measured so far, one series a line, sorted.
    package func text() -> String {
        let sorted = values.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
        var text = ""
        var last = ""
        for (series, value) in sorted {
            let name = "gongjiang_\(series.name)"
            if series.name != last {
                last = series.name
                text.append("# TYPE \(name) \(value.kind)\n")
            }
            switch value {
            case .counter(let number), .gauge(let number): text.append("\(name)\(series.labels) \(number)\n")
            case .summary(let count, let sum):
                text.append("\(name)_count\(series.labels) \(count)\n\(name)_sum\(series.labels) \(sum)\n")
            }
        }
        return text
    }

    fileprivate func change(_ series: Series, _ change: @Sendable (inout Value?) -> Void) {
        values.withLock { change(&$0[series]) }
    }

    private static func series(_ label: String, _ dimensions: [(String, String)]) -> Series {
        let labels = dimensions.map { "\($0.0)=\"\(escape($0.1))\"" }.joined(separator: ",")
        return Series(name: name(label), labels: labels.isEmpty ? "" : "{\(labels)}")
    }

    private static func name(_ label: String) -> String {
        String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") ? $0 : "_" })
    }

    private static func escape(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        CounterSeries(registry: self, series: Self.series(label, dimensions))
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        RecorderSeries(registry: self, series: Self.series(label, dimensions))
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        TimerSeries(registry: self, series: Self.series(label, dimensions))
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}

extension PrometheusRegistry.Value {
    fileprivate var kind: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .summary: "summary"
        }
    }
}

private final class CounterSeries: CounterHandler {
    let registry: PrometheusRegistry
    let series: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func increment(by amount: Int64) {
        registry.change(series) { value in
            if case .counter(let before)? = value {
                value = .counter(before + Double(amount))
            } else {
                value = .counter(Double(amount))
            }
        }
    }

    func reset() { registry.change(series) { $0 = .counter(0) } }
}

private final class RecorderSeries: RecorderHandler {
    let registry: PrometheusRegistry
    let series: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func record(_ value: Int64) { record(Double(value)) }
    func record(_ number: Double) { registry.change(series) { $0 = .gauge(number) } }
}

private final class TimerSeries: TimerHandler {
    let registry: PrometheusRegistry
    let series: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        registry.change(series) { value in
            if case .summary(let count, let sum)? = value {
                value = .summary(count: count + 1, sum: sum + seconds)
            } else {
                value = .summary(count: 1, sum: seconds)
            }
        }
    }
}
