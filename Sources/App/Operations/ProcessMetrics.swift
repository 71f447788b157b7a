import Foundation

/// What this process uses, as Linux tells it.
enum ProcessMetrics {
    /// Ready for Prometheus; empty where there is no `/proc`.
    static func rendered() -> String {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return "" }
        var text = ""
        if let kilobytes = number(after: "VmRSS:", in: status) {
            text += "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \(kilobytes * 1024)\n"
        }
        if let threads = number(after: "Threads:", in: status) {
            text += "# TYPE process_threads gauge\nprocess_threads \(threads)\n"
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            text += "# TYPE process_open_fds gauge\nprocess_open_fds \(files.count)\n"
        }
        return text
    }

    private static func number(after name: String, in text: String) -> Int? {
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split { !$0.isNumber }.first.flatMap { Int($0) }
    }
}
