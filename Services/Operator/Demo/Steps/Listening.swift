extension Step {
    /// What the enterprise's own system has heard by now.
    static let listening: [Step] = [
        Step("企业系统从自己的队列收到的事件") { demo in
            let issued = try await demo.certificates().count
            let wanted = [("publicity.opened", 1), ("publicity.completed", 1), ("certificate.issued", issued)]
            for (kind, count) in wanted {
                let events = try await demo.wait(for: "企业队列中的 \(kind)") {
                    let events = demo.enterprise.received(kind)
                    return events.count >= count ? events : nil
                }
                guard events.count == count else { throw OperatorError("\(kind) 应为 \(count) 条,实为 \(events.count) 条。") }
                Say.that("\(kind) ×\(count)")
            }
        }
    ]
}
