import Metrics
import ServiceKit
import Testing

@Suite("The metrics")
struct PrometheusTests {
    @Test("are written as Prometheus reads them, with hostile labels escaped")
    func text() {
        let registry = PrometheusRegistry()
        registry.makeCounter(label: "facts_total", dimensions: [("type", "a\"b\\c\nd")]).increment(by: 3)
        registry.makeRecorder(label: "gaps", dimensions: [], aggregate: false).record(Int64(2))
        registry.makeTimer(label: "wait.seconds", dimensions: []).recordNanoseconds(500_000_000)
        #expect(
            registry.text() == """
                # TYPE gongjiang_facts_total counter
                gongjiang_facts_total{type="a\\"b\\\\c\\nd"} 3.0
                # TYPE gongjiang_gaps gauge
                gongjiang_gaps 2.0
                # TYPE gongjiang_wait_seconds summary
                gongjiang_wait_seconds_count 1
                gongjiang_wait_seconds_sum 0.5

                """
        )
    }
}
