import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// A person a photo may be of.
struct PhotoHolder: Hashable {
    let certificate: UUID
    let name: String
    /// Whether a certificate will be printed or is in force.
    let needsPhoto: Bool
}

/// The persons of a registration by what files may be called after: certificate number, reserved number, document number.
struct PhotoHolders {
    let all: [PhotoHolder]
    private let byKey: [String: Set<PhotoHolder>]

    /// Whom some keys mean.
    enum Found {
        case one(PhotoHolder)
        case nobody
        case several
    }

    init(of registration: UUID, _ vault: IdentityVault, in tx: borrowing Transaction) throws {
        let documents = try IdentityStore().load(of: registration, in: tx)
        let reserved = try NumberLedger().reserved(of: registration, in: tx)
        var (all, byKey): ([PhotoHolder], [String: Set<PhotoHolder>]) = ([], [:])
        for certificate in try CertificateRegister().list(of: registration, in: tx) {
            guard let holding = certificate.state.holding else { continue }
            let stage = certificate.state.stage
            let holder = PhotoHolder(
                certificate: certificate.id,
                name: holding.name,
                needsPhoto: ![.takenOut, .revoked, .cancelled].contains(stage)
            )
            all.append(holder)
            let document = try documents[certificate.id].map { try vault.open($0, for: certificate.id).documentNumber }
            let keys = [
                certificate.state.number?.text, reserved[certificate.id]?.text, document, certificate.id.lowercase,
            ]
            for key in keys.compactMap(\.self) { byKey[Self.key(key), default: []].insert(holder) }
        }
        (self.all, self.byKey) = (all, byKey)
    }

    /// Whom these keys mean together.
    func find(_ keys: [String]) -> Found {
        let found = keys.reduce(into: Set<PhotoHolder>()) { $0.formUnion(byKey[$1] ?? []) }
        guard let one = found.first else { return .nobody }
        return found.count == 1 ? .one(one) : .several
    }

    /// The form numbers are compared in.
    static func key(_ text: String) -> String { Normalised.identifier(text).uppercased() }

    /// What a file's name may mean: itself without its ending, and its parts, as in `王建国_Y00003716000126T000001 (1).jpg`.
    static func keys(of file: PackedFiles.File) -> [String] {
        let stem = (file.name ?? "").split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(
            separator: "."
        )
        let parts = stem.split { !$0.isLetter && !$0.isNumber }.flatMap { part in
            // A name may stand right beside the number: 王建国110105….
            part.split { !$0.isASCII }
        }
        return ([stem] + parts.map(String.init)).map(key)
    }

    /// A name without the middle of document numbers in it.
    static func masked(_ name: String) -> String {
        name.replacing(/\d{17}[\dXx]|\d{15}/) { Masking.documentNumber(String($0.output)) }
    }
}
