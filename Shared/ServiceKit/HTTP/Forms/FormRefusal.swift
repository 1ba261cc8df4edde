import Kernel

/// Why a form could not be read.
package enum FormRefusal: Rejection, Hashable {
    /// The body's media type is none of a form, or names no boundary.
    case notAForm
    /// The body is not what its media type says, or is cut off.
    case malformed
    /// A name or value is not UTF-8.
    case notText
    /// There are more parts or fields than this.
    case tooMany(most: Int)
    /// A part is larger than one may be.
    case tooLarge(part: String)

    package var code: String {
        switch self {
        case .notAForm: "common.not-a-form"
        case .malformed: "common.form-malformed"
        case .notText: "common.form-text"
        case .tooMany: "common.form-too-many"
        case .tooLarge: "common.form-too-large"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .notAForm, .malformed, .notText: [:]
        case .tooMany(let most): ["most": "\(most)"]
        case .tooLarge(let part): ["part": part]
        }
    }
}
