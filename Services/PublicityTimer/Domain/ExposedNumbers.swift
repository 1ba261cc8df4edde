import Foundation
import Kernel

extension PublicityPeriod.Remark {
    /// The remarks about numbers of persons in what a notice is to show.
    ///
    /// Evaluation refuses them when they are typed; what comes as a fact all the same is shown masked, and noted here
    /// with its place and never with the number.
    package static func exposedNumbers(in title: String, _ names: [ShownName]) -> [PublicityPeriod.Remark] {
        func remarks(_ text: String?, _ place: String) -> [PublicityPeriod.Remark] {
            PersonalDataFinder.findings(in: text ?? "").map {
                .exposedNumber(place: "\(place):\($0.line):\($0.column)", kind: $0.kind.rawValue)
            }
        }
        return remarks(title, "title")
            + names.flatMap { name in
                remarks(name.merits, "names.\(name.person.lowercase).merits")
                    + remarks(name.relaxation, "names.\(name.person.lowercase).relaxation")
                    + remarks(name.unit, "names.\(name.person.lowercase).unit")
                    + remarks(name.workshop, "names.\(name.person.lowercase).workshop")
            }
    }
}
