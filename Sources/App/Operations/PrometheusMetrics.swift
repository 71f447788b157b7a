package import CoreMetrics
import Synchronization

/// What is measured, kept in this process until Prometheus asks for it.
///
/// Small on purpose: counters, gauges and histograms with fixed buckets, which is all that the format needs.
package final class PrometheusMetrics: MetricsFactory {
    private struct Key: Hashable {
        let label: String
        let dimensions: [String]
    }

    private let counters = Mutex<[Key: CounterSeries]>([:])
    private let gauges = Mutex<[Key: GaugeSeries]>([:])
    private let histograms = Mutex<[Key: HistogramSeries]>([:])

    package init() {}

    /// The text format, version 0.0.4: each series below the name and kind that it belongs to.
    package func rendered() -> String {
        render(counters.withLock { Array($0.values) }, kind: "counter")
            + render(gauges.withLock { Array($0.values) }, kind: "gauge")
            + render(histograms.withLock { Array($0.values) }, kind: "histogram")
    }

    private func render(_ all: [some Series], kind: String) -> String {
        let byName = Dictionary(grouping: all) { $0.name }
        return byName.sorted { $0.key < $1.key }.map { name, series in
            "# TYPE \(name) \(kind)\n" + series.sorted { $0.labels < $1.labels }.map(\.lines).joined()
        }.joined()
    }

    private func series<Kind: Series>(
        in all: borrowing Mutex<[Key: Kind]>,
        _ label: String,
        _ dimensions: [(String, String)]
    ) -> Kind {
        let key = Key(label: label, dimensions: dimensions.flatMap { [$0.0, $0.1] })
        return all.withLock { all in
            if let known = all[key] { return known }
            let new = Kind(
                name: label,
                labels: dimensions.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
            )
            all[key] = new
            return new
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(in: counters, label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(in: gauges, label, dimensions)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(in: histograms, label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(in: histograms, label, dimensions)
    }

    // What was counted stays counted: a collector would take a series that disappears for a restart.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}

private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
}

private protocol Series: AnyObject, Sendable {
    init(name: String, labels: String)
    var name: String { get }
    var labels: String { get }
    var lines: String { get }
}

extension Series {
    func line(_ suffix: String = "", _ extra: String? = nil, _ value: some CustomStringConvertible) -> String {
        let all = [labels, extra ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return "\(name)\(suffix)\(all.isEmpty ? "" : "{\(all)}") \(value)\n"
    }
}

private final class CounterSeries: Series, CounterHandler {
    let name: String
    let labels: String
    private let value = Atomic<Int64>(0)

    init(name: String, labels: String) {
        self.name = name
        self.labels = labels
    }

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { value.store(0, ordering: .relaxed) }
    var lines: String { line("", nil, value.load(ordering: .relaxed)) }
}

private final class GaugeSeries: Series, MeterHandler {
    let name: String
    let labels: String
    private let value = Mutex(0.0)

    init(name: String, labels: String) {
        self.name = name
        self.labels = labels
    }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    var lines: String { line("", nil, value.withLock { $0 }) }
}

/// Seconds, or whatever else is recorded, in buckets that fit web requests.
private final class HistogramSeries: Series, TimerHandler, RecorderHandler {
    private struct State {
        var counts = [Int](repeating: 0, count: HistogramSeries.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    let name: String
    let labels: String
    private let state = Mutex(State())

    init(name: String, labels: String) {
        self.name = name
        self.labels = labels
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { state in
            state.count += 1
            state.sum += value
            for (index, bound) in Self.bounds.enumerated() where value <= bound { state.counts[index] += 1 }
        }
    }

    var lines: String {
        let state = state.withLock { $0 }
        return zip(Self.bounds, state.counts).map { line("_bucket", "le=\"\($0)\"", $1) }.joined()
            + line("_bucket", "le=\"+Inf\"", state.count) + line("_sum", nil, state.sum)
            + line("_count", nil, state.count)
    }
}
