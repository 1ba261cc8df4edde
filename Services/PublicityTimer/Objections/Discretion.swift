import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

extension ObjectionDesk {
    /// Refuses a text of the office that names who objects: reasons are told to others and stay on record.
    ///
    /// One who objects to the own entry, or because of being left out, is named by the matter itself.
    ///
    /// - Throws: `InvalidInput`.
    func checkDiscretion(of text: String, in field: String, about one: Case) throws {
        guard let sealed = one.complaint.objector else { return }
        let objector = try Objector.opened(sealed, of: one.objection.id, with: keys)
        var told: [String] = one.notice.state.names.filter { $0.person == one.complaint.subject.person }.map(\.name)
        if case .omission(let missing) = one.complaint.subject { told.append(missing) }
        let isNamed = !told.contains(objector.name) && objector.name.count > 1 && text.contains(objector.name)
        let isReached = objector.contact.map { ContactTraces($0).areFound(in: text) } ?? false
        if isNamed || isReached { throw InvalidInput(field: field, code: "publicity-timer.names-objector") }
    }
}
