/// Why a key or a protected value could not be used.
///
/// Names files and keys only: neither key material nor what was protected is ever in it.
package enum CryptographyError: Error, Hashable, CustomStringConvertible {
    /// A key file that is needed is not in the folder.
    case missing(file: String)
    /// A key file holds no key of its kind.
    case unreadable(file: String)
    /// A key file could not be written.
    case unwritable(file: String)
    /// The folder holds keys this tool did not make; it adds nothing to them.
    case realKeys(folder: String)
    /// The value was sealed under a key that is not in the folder.
    case unknownKey(String)
    /// The value is not what was sealed under this key: changed, cut, or put in another's place.
    case tampered(key: String)
    /// The bytes are no sealed value of ours.
    case notSealed
    /// Whoever holds the key sealed something else than what is expected here.
    case unexpectedContent(key: String)
    /// The bytes are no key of a known algorithm.
    case noKey
    /// A library failed where it must not.
    case library(String)

    package var description: String {
        switch self {
        case .missing(let file): "no key file \(file)"
        case .unreadable(let file): "key file \(file) holds no key of its kind"
        case .unwritable(let file): "key file \(file) cannot be written"
        case .realKeys(let folder): "\(folder) holds keys not made for development"
        case .unknownKey(let key): "sealed under key \(key), which is not here"
        case .tampered(let key): "not what was sealed under key \(key)"
        case .notSealed: "not a sealed value"
        case .unexpectedContent(let key): "what was sealed under key \(key) is of another kind"
        case .noKey: "not a key"
        case .library(let name): "\(name) failed"
        }
    }
}
