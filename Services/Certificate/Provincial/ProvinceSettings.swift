import Foundation
import ServiceKit

/// How this installation reaches the provincial system.
struct ProvinceSettings: Sendable {
    /// The ways there are.
    enum Way: String, Sendable, CaseIterable {
        /// Nothing looks for records by itself: an officer exports a registration's workbook when it is wanted, and what comes
        /// of it is entered by hand or by that workbook.
        case none
        /// A workbook is carried there and back by a person.
        case workbook
        /// Over HTTP.
        case http

        /// The way in words.
        var chinese: String {
            switch self {
            case .none: "不自动上传:按批次导出工作簿,结果人工登记"
            case .workbook: "工作簿导出、回执导入"
            case .http: "接口对接"
            }
        }
    }

    let way: Way
    let transport: (any ProvincialTransport)?
    /// How long one exchange may take, in seconds.
    let patience: Double
    /// How often answers are asked for, in seconds.
    let rhythm: Double

    /// Reads `GONGJIANG_PROVINCE_TRANSPORT`, `_URL`, `_KEY` (a file), `_PATIENCE` and `_RHYTHM` (seconds).
    ///
    /// - Throws: ``Wrong``, `ProvinceKey.Unreadable`.
    init(_ environment: ServiceEnvironment) throws {
        let word = environment.setting("province.transport") ?? Way.none.rawValue
        guard let way = Way(rawValue: word) else { throw Wrong(setting: "GONGJIANG_PROVINCE_TRANSPORT", value: word) }
        self.way = way
        patience = environment.setting("province.patience").flatMap(Double.init) ?? 20
        rhythm = environment.setting("province.rhythm").flatMap(Double.init) ?? 30
        guard way == .http else {
            transport = nil
            return
        }
        let address = environment.setting("province.url") ?? ""
        guard let parts = URL(string: address), ["http", "https"].contains(parts.scheme), parts.host() != nil else {
            throw Wrong(setting: "GONGJIANG_PROVINCE_URL", value: address)
        }
        let key = try ProvinceKey(file: environment.setting("province.key") ?? "")
        guard key.isSandbox || parts.scheme == "https" else {
            throw Wrong(setting: "GONGJIANG_PROVINCE_URL", value: "\(address) (https is needed)")
        }
        transport = ProvinceOverHTTP(
            address: address.hasSuffix("/") ? String(address.dropLast()) : address,
            key: key,
            patience: patience
        )
    }

    /// A setting that cannot be followed.
    struct Wrong: Error, CustomStringConvertible {
        let setting: String
        let value: String

        var description: String { "\(setting) cannot be '\(value)'" }
    }
}
