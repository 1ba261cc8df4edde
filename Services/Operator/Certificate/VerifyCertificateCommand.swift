import ArgumentParser
import Cryptography
import Foundation
import Statements

/// `gongjiang certificate verify`: checks what a certificate's QR code says with two downloaded lists.
struct VerifyCertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "不联网核验证书的签名声明。",
        discussion: """
            CODE 是扫描证书二维码得到的文字(含或不含网址),也可以是文件:文字文件直接读;PDF 和图片(PNG、JPEG)
            由本机的 zbarimg、pdftoppm 识别二维码,没有安装的请先用别的工具扫码。
            文件里有几个声明(文字文件中被折成几行的接起来读),就逐个核验、逐个说明,以最差的结果退出。
            信任名单和状态名单从核验页或 GET /trust-list、GET /status-list 下载。
            请用 --bureau 指定所信任的主管部门公钥(PEM 文件,或 64 位十六进制指纹,可重复);不指定时相信名单自己所载的密钥,
            并把密钥指纹显示出来,由使用者与公布的核对。

            退出码:0 都真实有效;1 有不能证明真实的,或已撤销、注销、暂停的;2 名单有问题,无法判断。
            """
    )

    @Argument(help: ArgumentHelp("二维码文字,或文件。", valueName: "code"))
    var code: String

    @Option(help: ArgumentHelp("信任名单。", valueName: "file"))
    var trust: String

    @Option(help: ArgumentHelp("状态名单。", valueName: "file"))
    var status: String

    @Option(help: ArgumentHelp("主管部门公钥文件或指纹,可重复。", valueName: "key"))
    var bureau: [String] = []

    func run() throws {
        let check = OfflineCheck(
            trust: try Self.read(trust),
            status: try Self.read(status),
            anchors: bureau.isEmpty ? nil : Set(try bureau.map(Self.anchor)),
            now: Date()
        )
        let reports = try Self.texts(of: code).map { CertificateReport(check, code: $0, now: Date()) }
        for (place, report) in reports.enumerated() {
            if reports.count > 1 { print("第\(place + 1)个,共\(reports.count)个") }
            for line in report.lines { print(line) }
        }
        if reports.contains(where: { $0.finding.isGood == false }) { throw ExitCode(1) }
        if reports.contains(where: { $0.finding.isGood == nil }) { throw ExitCode(2) }
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw OperatorError("读不到文件 \(file)。") }
        return Array(bytes)
    }

    /// The fingerprint of a key: as it is, or of the public key in a file; an id is too short to tell keys apart.
    private static func anchor(_ key: String) throws -> String {
        if key.count == 64, key.allSatisfy(\.isHexDigit) { return key.lowercased() }
        guard let verifier = try? VerifyingKey(pem: String(decoding: try read(key), as: UTF8.self)) else {
            throw OperatorError("\(key) 既不是 64 位十六进制指纹,也不是公钥文件(PEM);16 位密钥号太短,不能用来指定。")
        }
        return verifier.fingerprint
    }

    /// What is to be checked: the argument itself, or all that stands or is printed in the file it names; never nothing.
    private static func texts(of code: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: code) else {
            let found = WrittenStatements.read(code)
            return found.isEmpty ? [""] : found
        }
        let bytes = try read(code)
        let isPicture = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8])
        let isPDF = bytes.starts(with: Array("%PDF".utf8))
        let found: [String]
        if isPicture || isPDF {
            // A certificate has another code beside ours, which states nothing; what looks like ours and is none is said to be so.
            found = try PrintedCodes.read(code, isPDF: isPDF).filter {
                SignedStatement(text: $0) != nil || $0.contains("#")
            }
        } else {
            found = WrittenStatements.read(String(decoding: bytes, as: UTF8.self))
        }
        return found.isEmpty ? [""] : found
    }
}
