import Foundation
import Testing

@testable import Cryptography

/// What the `openssl` command says of our signatures, and we of its.
@Suite("Signatures, beside the openssl command")
struct OpenSSLTests {
    private static let message = Array("特级技师证书 𠀀 声明\n第二行".utf8)

    @Test("of ours it verifies, and no other", arguments: SignatureAlgorithm.allCases)
    func ours(_ algorithm: SignatureAlgorithm) throws {
        try OpenSSLCommand.with { openssl in
            let key = try SigningKey(new: algorithm)
            try openssl.write(Array(key.verifier.pem.utf8), to: "key.pub")
            try openssl.write(Self.message, to: "message")
            try openssl.write(SignatureDER.der(try key.sign(Self.message)), to: "signature")
            #expect(try Self.verify(openssl, algorithm).status == 0)
            try openssl.write(Self.message + [0], to: "message")
            #expect(try Self.verify(openssl, algorithm).status != 0)
        }
    }

    @Test("of its own we verify, with a key it made", arguments: SignatureAlgorithm.allCases)
    func theirs(_ algorithm: SignatureAlgorithm) throws {
        try OpenSSLCommand.with { openssl in
            switch algorithm {
            case .es256:
                #expect(
                    try openssl.run(
                        "genpkey",
                        "-algorithm",
                        "EC",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-out",
                        "key.pem"
                    ).status == 0
                )
            case .sm2: #expect(try openssl.run("genpkey", "-algorithm", "SM2", "-out", "key.pem").status == 0)
            }
            #expect(try openssl.run("pkey", "-in", "key.pem", "-pubout", "-out", "key.pub").status == 0)
            try openssl.write(Self.message, to: "message")
            let signed =
                switch algorithm {
                case .es256:
                    try openssl.run("dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message")
                case .sm2:
                    try openssl.run(
                        "pkeyutl",
                        "-sign",
                        "-rawin",
                        "-digest",
                        "sm3",
                        "-inkey",
                        "key.pem",
                        "-in",
                        "message",
                        "-out",
                        "signature",
                        "-pkeyopt",
                        "distid:1234567812345678"
                    )
                }
            #expect(signed.status == 0, "\(signed.output)")
            let verifier = try VerifyingKey(pem: String(decoding: openssl.read("key.pub"), as: UTF8.self))
            let signature = try #require(SignatureDER.raw(try openssl.read("signature")))
            #expect(verifier.algorithm == algorithm)
            #expect(verifier.verifies(signature, over: Self.message))
            let key = try SigningKey(pem: String(decoding: openssl.read("key.pem"), as: UTF8.self))
            #expect(key.verifier == verifier)
        }
    }

    private static func verify(
        _ openssl: OpenSSLCommand,
        _ algorithm: SignatureAlgorithm
    ) throws -> (status: Int32, output: String) {
        switch algorithm {
        case .es256:
            try openssl.run("dgst", "-sha256", "-verify", "key.pub", "-signature", "signature", "message")
        case .sm2:
            try openssl.run(
                "pkeyutl",
                "-verify",
                "-rawin",
                "-digest",
                "sm3",
                "-pubin",
                "-inkey",
                "key.pub",
                "-in",
                "message",
                "-sigfile",
                "signature",
                "-pkeyopt",
                "distid:1234567812345678"
            )
        }
    }
}
