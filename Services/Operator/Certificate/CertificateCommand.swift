import ArgumentParser

/// `gongjiang certificate`: certificates, without any service.
struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "证书离线核验。",
        subcommands: [VerifyCertificateCommand.self]
    )
}
