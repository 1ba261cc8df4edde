import Kernel

/// The objection is about the one who wants to handle it.
struct OwnCase: Rejection, Hashable {
    var code: String { "publicity-timer.own-case" }
}
