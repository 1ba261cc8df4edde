import ArgumentParser
import Contracts
import Cryptography
import Foundation

/// `gongjiang keys init`: makes the keys that are not there yet.
struct InitKeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "生成缺少的开发密钥;已有的不动。",
        discussion: "目录中若有不是由本命令生成的密钥,则一律不动并退出。"
    )

    @Option(help: "密钥目录。")
    var folder: String

    func run() throws {
        let made = try Self.make(in: folder)
        for file in made { print("生成 \(file)") }
        print(made.isEmpty ? "密钥齐全,没有改动:\(folder)" : "共生成 \(made.count) 个文件:\(folder)(仅限开发)")
    }

    /// Makes the keys that are missing, and names their files.
    static func make(in folder: String) throws -> [String] {
        let before = files(in: folder)
        try KeyFolder.create(at: folder, services: ServiceName.allCases.map(\.rawValue))
        return files(in: folder).subtracting(before).sorted()
    }

    private static func files(in folder: String) -> Set<String> {
        let paths = FileManager.default.subpaths(atPath: folder) ?? []
        return Set(
            paths.filter { path in
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
                return attributes?[.type] as? FileAttributeType == .typeRegular
            }
        )
    }
}
