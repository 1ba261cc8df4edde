import Documents
import Foundation
import Kernel
import Synchronization

/// The files this process is printing, open between one step and the next.
final class PaperPress: Sendable {
    /// Who prints: another process takes a job over where this one is gone.
    let id = NewID.v7()
    private let open = Mutex<[UUID: DocumentPress]>([:])

    /// What a step printed.
    struct Printed: Sendable {
        let bytes: [UInt8]
        /// In the file so far.
        let pages: Int
        /// Of which documents nothing is in the file.
        let refused: [(place: Int, error: DocumentError)]
    }

    /// How many pages the file of a job has that is open here; nil where none is.
    ///
    /// More than were noted are in it when the transaction of a step did not come about.
    func pages(of job: UUID) -> Int? { open.withLock { $0[job]?.pages } }

    /// Opens the file of a job, in the place of one left open.
    func begin(_ job: UUID, _ information: PaperInformation) throws {
        try open.withLock { $0[job] = try DocumentPress(information) }
    }

    /// Prints documents into a job's file; where it fails the file is of no use and let go.
    func print(_ documents: [PaperDocument], into job: UUID) throws -> Printed {
        try open.withLock { open in
            guard let press = open.removeValue(forKey: job) else { throw NotOpen() }
            var refused: [(Int, DocumentError)] = []
            let bytes = try press.print(documents) { refused.append(($0, $1)) }
            let printed = Printed(bytes: bytes, pages: press.pages, refused: refused)
            open[job] = press
            return printed
        }
    }

    /// Ends the file of a job; none where nothing is in it.
    func finish(_ job: UUID) throws -> [UInt8] {
        try open.withLock { open in
            guard let press = open.removeValue(forKey: job) else { throw NotOpen() }
            return press.pages == 0 ? [] : try press.finish()
        }
    }

    /// Lets the file of a job go.
    func drop(_ job: UUID) { open.withLock { $0[job] = nil } }

    /// The file is not open here.
    struct NotOpen: Error {}
}
