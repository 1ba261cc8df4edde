import Foundation
import Kernel

/// Writes the files of a key folder, each whole or not at all and never over another.
struct KeyWriter {
    let folder: String

    /// A new key of 256 bits, from the system's randomness, as a key file holds it.
    static var random: String {
        Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }).base64EncodedString() + "\n"
    }

    func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(file)") }

    func read(_ file: String) throws -> String {
        guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
            throw CryptographyError.unreadable(file: file)
        }
        return text
    }

    func makeFolder(_ name: String) throws {
        let path = name.isEmpty ? folder : "\(folder)/\(name)"
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw CryptographyError.unwritable(file: path)
        }
    }

    /// Writes a file that is not there yet.
    ///
    /// Written under another name and then linked, which fails where a file is: of two who make the same key at once,
    /// one wins whole, and what is derived from it is derived from the winner's.
    func write(_ file: String, _ content: () throws -> String) throws {
        guard !exists(file) else { return }
        let draft = "\(folder)/.\(NewID.v7().lowercase)"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let written = FileManager.default.createFile(
            atPath: draft,
            contents: Data(try content().utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard written else { throw CryptographyError.unwritable(file: file) }
        do {
            try FileManager.default.linkItem(atPath: draft, toPath: "\(folder)/\(file)")
        } catch {
            guard exists(file) else { throw CryptographyError.unwritable(file: file) }
        }
    }
}
