import Contracts
import Foundation

/// Where a running system is and with what it can be asked: `KEY=VALUE` lines, over the process's environment.
///
/// ```
/// GONGJIANG_FILING_URL=http://127.0.0.1:28001      one for each service
/// GONGJIANG_AMQP_ADDRESS=amqp://127.0.0.1:25672/gongjiang
/// GONGJIANG_MANAGEMENT_URL=http://admin:…@127.0.0.1:25673
/// GONGJIANG_VHOST=gongjiang
/// GONGJIANG_KEYS=/…/keys
/// GONGJIANG_OPERATOR_TOKEN=…                       where tokens are not issued from those keys
/// ```
struct SystemEnvironment: Sendable {
    private let values: [String: String]

    init(_ values: [String: String]) { self.values = values }

    /// The process's environment, and over it the lines of `file`.
    init(file: String?, over process: [String: String] = ProcessInfo.processInfo.environment) throws {
        var values = process.filter { $0.key.hasPrefix("GONGJIANG_") }
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw OperatorError("读不到环境文件 \(file)。")
            }
            values.merge(Self.lines(of: text)) { _, line in line }
        }
        self.init(values)
    }

    /// The settings of a text: one a line, `#` before a remark.
    static func lines(of text: String) -> [String: String] {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            values[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return values
    }

    /// The same with one setting given on the command line; nil leaves it as it is.
    func with(_ name: String, _ value: String?) -> SystemEnvironment {
        guard let value else { return self }
        return SystemEnvironment(values.merging([name: value]) { $1 })
    }

    /// A setting, or nil where it is missing or empty.
    func setting(_ name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    /// A setting that must be there.
    func required(_ name: String) throws -> String {
        guard let value = setting(name) else {
            throw OperatorError("缺少设置 \(name):请用 --environment 指定环境文件(例如 .local/up/environment)。")
        }
        return value
    }

    /// The address of a service's routes, without a slash at the end.
    func address(of service: ServiceName) throws -> String {
        let value = try required("GONGJIANG_\(service.database.uppercased())_URL")
        return value.hasSuffix("/") ? String(value.dropLast()) : value
    }
}

/// Something that stands in the way of a command, in words for whoever typed it.
struct OperatorError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
