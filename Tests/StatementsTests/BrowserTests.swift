import Contracts
import Cryptography
import Foundation
import Kernel
import Statements
import Testing

@Suite("Checking in a browser", .serialized)
struct BrowserTests {
    /// What the page is asked, and what it said.
    private struct Question: Encodable {
        let text: String
        let trust: String
        let status: String
        let anchors: [String]?
    }

    private struct Said: Decodable {
        let code: String
        let isGood: Bool?
        let sentence: String
        let name: String?
    }

    @Test("finds what the command finds, in the same words", arguments: SignatureAlgorithm.allCases)
    func sameFindings(_ algorithm: SignatureAlgorithm) throws {
        let cases = try CheckCase.all(algorithm)
        let questions = cases.map { one in
            Question(
                text: one.text,
                trust: String(decoding: one.trust, as: UTF8.self),
                status: String(decoding: one.status, as: UTF8.self),
                anchors: one.anchors.map { $0.sorted() }
            )
        }
        let asked = String(decoding: try WireFormat.encode(questions), as: UTF8.self)
        let now = Int(Samples.now.timeIntervalSince1970 * 1000)
        let page = """
            <!doctype html><html><head><meta charset="utf-8"></head><body><pre id="said"></pre>
            <script>\(VerificationPage.check)</script>
            <script>
            const said = \(asked.replacing("<", with: "\\u003c")).map(one => {
              const lists = Gongjiang.readLists(JSON.parse(one.trust), JSON.parse(one.status), one.anchors ?? null);
              const found = Gongjiang.finding(one.text, lists, \(now));
              return { code: found.code, isGood: found.isGood, sentence: found.sentence, name: found.statement?.name ?? null };
            });
            document.getElementById('said').textContent = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(said))));
            </script></body></html>
            """
        let output = try Chromium.withFolder { folder in
            try Data(page.utf8).write(to: folder.appending(path: "cases.html"))
            return try Chromium.page("file://\(folder.path())/cases.html", in: folder)
        }
        let coded = Chromium.element("said", of: output)
        let said = try WireFormat.decode([Said].self, from: Array(Data(base64Encoded: coded) ?? Data()))
        #expect(said.count == cases.count)
        for (one, said) in zip(cases, said) {
            let finding = one.finding
            #expect(said.code == one.code, "\(one)")
            #expect(said.sentence == finding.sentence, "\(one)")
            #expect(said.isGood == finding.isGood, "\(one)")
            #expect(said.name == finding.statement?.name, "\(one)")
        }
    }

    /// Lists of now, with one good and one revoked certificate.
    private struct Today {
        let page: VerificationPage
        let good: String
        let revoked: String
        let trust: [UInt8]
        let status: [UInt8]

        init(_ algorithm: SignatureAlgorithm, age: TimeInterval = 600) throws {
            let key = try SigningKey(new: algorithm)
            var bureau = try SampleBureau(algorithm)
            bureau.trustIssued = Date().addingTimeInterval(-age)
            bureau.statusIssued = Date().addingTimeInterval(-age)
            bureau.certify(key)
            let gone = try SignedStatement(Samples.statement(name: "李<明>", sequence: 2), signing: key)
            bureau.list(gone, .fraud, on: "2026-10-12")
            (trust, status) = (try bureau.trust(), try bureau.status())
            page = VerificationPage(
                trust: String(decoding: trust, as: UTF8.self),
                status: String(decoding: status, as: UTF8.self),
                anchors: bureau.anchors.sorted()
            )
            func code(_ statement: CertificateStatement) throws -> String {
                Base64URL.text(of: try SignedStatement(statement, signing: key).compact)
            }
            (good, revoked) = (try code(Samples.statement(name: "𠮷田·王")), Base64URL.text(of: gone.compact))
        }
    }

    @Test("works on a page opened from a file", arguments: SignatureAlgorithm.allCases)
    func fromFile(_ algorithm: SignatureAlgorithm) throws {
        let today = try Today(algorithm)
        try Chromium.withFolder { folder in
            try Data(today.page.html().utf8).write(to: folder.appending(path: "verify-offline.html"))
            let address = "file://\(folder.path())/verify-offline.html"
            let good = try Chromium.page("\(address)#\(today.good)", in: folder)
            #expect(Chromium.element("sentence", of: good) == "证书真实,目前有效。")
            #expect(good.contains("𠮷田·王") && good.contains("data-code=\"valid\""))
            #expect(Chromium.element("status-state", of: good).contains("(10分钟前)"))
            let revoked = try Chromium.page("\(address)#\(today.revoked)", in: folder)
            #expect(Chromium.element("sentence", of: revoked) == "证书已撤销(2026-10-12):以弄虚作假方式取得。")
            #expect(!revoked.contains("李<明>"))
            let cut = try Chromium.page("\(address)#\(today.good.dropLast(4))", in: folder)
            #expect(cut.contains("data-code=\"unreadable\""))
        }
    }

    @Test("checks what is pasted with lists chosen from files, at a click")
    func chosen() throws {
        let (old, today) = (try Today(.es256, age: 90_000), try Today(.sm2))
        // The page is of yesterday and trusts whom the lists say; a reader does what people do with it.
        let page = VerificationPage(
            trust: String(decoding: old.trust, as: UTF8.self),
            status: String(decoding: old.status, as: UTF8.self),
            anchors: nil
        )
        func after(_ steps: String, in folder: URL) throws -> String {
            let reader = """
                <script>(async () => {
                const wait = () => new Promise(done => setTimeout(done, 200));
                async function choose(input, text) {
                  const files = new DataTransfer();
                  files.items.add(new File([text], input + '.json', { type: 'application/json' }));
                  document.getElementById(input).files = files.files;
                  document.getElementById(input).dispatchEvent(new Event('change', { bubbles: true }));
                  await wait();
                }
                function paste(text) { document.getElementById('coded').value = text; }
                const click = () => document.querySelector('#check button').click();
                \(steps)
                })();</script></body>
                """
            let html = page.html().replacing("</body>", with: reader)
            try Data(html.utf8).write(to: folder.appending(path: "used.html"))
            return try Chromium.page("file://\(folder.path())/used.html", in: folder)
        }
        func literal(_ bytes: [UInt8]) -> String { "'\(String(decoding: bytes, as: UTF8.self))'" }
        try Chromium.withFolder { folder in
            let lists =
                "await choose('trust', \(literal(today.trust))); await choose('status', \(literal(today.status)));"
            let good = try after("paste('\(today.good)'); click(); \(lists)", in: folder)
            #expect(good.contains("data-code=\"valid\""))
            let revoked = try after("\(lists) paste('\(today.revoked)'); click();", in: folder)
            #expect(revoked.contains("data-code=\"revoked\""))
            let broken = try after(
                "\(lists) await choose('status', 'nothing'); paste('\(today.good)'); click();",
                in: folder
            )
            #expect(broken.contains("data-code=\"status-list-tampered\""))
            let stale = try after("paste('\(old.good)'); click();", in: folder)
            #expect(stale.contains("data-code=\"status-list-stale\""))
        }
    }

    @Test("fetches newer lists where there is a network")
    func fromServer() throws {
        let (old, today) = (try Today(.es256, age: 90_000), try Today(.sm2))
        try Chromium.withFolder { folder in
            // The page is of yesterday, the lists beside it of today; it trusts whom they say.
            let page = VerificationPage(
                trust: String(decoding: old.trust, as: UTF8.self),
                status: String(decoding: old.status, as: UTF8.self),
                anchors: nil
            )
            try Data(page.html().utf8).write(to: folder.appending(path: "verify.html"))
            try Chromium.serving(folder) { server in
                let stale = try Chromium.page("\(server)/verify.html#\(old.good)", in: folder)
                #expect(stale.contains("data-code=\"status-list-stale\""))
                try Data(today.trust).write(to: folder.appending(path: "trust-list"))
                try Data(today.status).write(to: folder.appending(path: "status-list"))
                let good = try Chromium.page("\(server)/verify.html#\(today.good)", in: folder)
                #expect(good.contains("data-code=\"valid\""))
            }
        }
    }
}
