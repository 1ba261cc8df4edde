import Foundation
import Kernel
import Messaging
import ServiceKit

extension Page {
    /// Where the next page begins, nil when this one was not full.
    func next(_ found: [Stored<some Decider>]) -> UUID? {
        found.count == limit ? found.last?.id : nil
    }
}
