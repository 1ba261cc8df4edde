import Contracts
import Foundation
import Logging

/// Writes each log entry as one line of JSON to standard error.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    let label: String

    init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line: [String: String] = [
            "at": WireFormat.text(of: Date()), "level": event.level.rawValue, "service": label,
            "message": event.message.description,
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            line[line[key] == nil ? key : "\(key)_"] = value.description
        }
        guard let bytes = try? WireFormat.encode(line) else { return }
        FileHandle.standardError.write(Data(bytes + [0x0a]))
    }
}
