import Foundation

/// An enterprise as facts name it.
package struct EnterpriseRef: Hashable, Sendable, Codable {
    /// Its identifier in the filing service.
    package let id: UUID
    /// Its unified social credit code, by which outside systems know it.
    package let creditCode: String

    /// An enterprise's identifier and credit code.
    package init(id: UUID, creditCode: String) {
        self.id = id
        self.creditCode = creditCode
    }
}
