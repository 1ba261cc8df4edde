import Kernel

/// What a part of the service refuses: typed rejections, and codes it gives to fields.
struct Refusals: Sendable {
    let refusals: [any Rejection]
    let ofFields: Set<String>

    init(_ refusals: [any Rejection], ofFields: Set<String> = []) {
        self.refusals = refusals
        self.ofFields = ofFields
    }
}
