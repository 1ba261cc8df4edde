import Kernel

/// When the enterprise issues; today where it does not say.
struct IssueBody: Decodable {
    let issuedOn: LocalDate?
}
