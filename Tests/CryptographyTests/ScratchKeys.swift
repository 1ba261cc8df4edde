import Cryptography
import Foundation
import Kernel

/// A key folder that is gone when the body ends.
func withKeys<Value>(of services: [String], _ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(NewID.v7().lowercase)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try KeyFolder.create(at: folder, services: services)
    return try body(folder)
}

func remove(_ file: String, in folder: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
}

func copy(_ file: String, to other: String, in folder: String) throws {
    try FileManager.default.copyItem(atPath: "\(folder)/\(file)", toPath: "\(folder)/\(other)")
}
