/// What scripts and pages begin with or hold, whatever their files are called.
enum ScriptSigns {
    /// Endings of names that promise something that runs, or a page that could.
    static let endings: Set<String> = [
        "app", "apk", "bash", "bat", "bin", "chm", "class", "cmd", "com", "cpl", "dex", "dll", "docm", "dotm", "elf",
        "exe", "gadget", "hta", "htm", "html", "inf", "ipa", "jar", "js", "jse", "jsp", "lnk", "mht", "mhtml", "mjs",
        "msi", "msp", "php", "pif", "pl", "potm", "ppam", "ppsm", "pptm", "ps1", "psm1", "py", "rb", "reg", "scf",
        "scr", "sh", "so", "svg", "svgz", "sys", "url", "vb", "vbe", "vbs", "wasm", "wsf", "wsh", "xhtml", "xlam",
        "xlsb", "xlsm", "xltm", "xml", "xsl", "xslt",
    ]

    /// Looked for in the whole of a text, in lower case.
    static let inside = ["<script", "<html", "<!doctype html", "<svg", "<iframe", "<?php"].map { Array($0.utf8) }

    /// Whether a text begins as a script does.
    static func begin(_ head: ArraySlice<UInt8>) -> Bool {
        let lines = String(decoding: head, as: UTF8.self).lowercased()
            .split(whereSeparator: \.isNewline)
            .map { $0.drop { $0.isWhitespace || $0 == "\u{FEFF}" } }
            .filter { !$0.isEmpty }
        guard let first = lines.first else { return false }
        if beginnings.contains(where: { first.hasPrefix($0) }) { return true }
        return lines.prefix(20).contains { line in commands.contains { line.hasPrefix($0) } }
    }

    private static let beginnings = [
        "#!", "<!doctype", "<?xml", "<?php", "<%", "<html", "<svg", "@echo", "@if ", "\"use strict\"", "'use strict'",
        "#requires ", "[cmdletbinding", "windows registry editor", "[internetshortcut]",
    ]

    /// Of shells, PowerShell, Visual Basic and JavaScript; no sentence of people begins so.
    private static let commands = [
        "@echo off", "setlocal enable", "powershell ", "powershell.exe", "cmd.exe ", "cmd /c", "invoke-expression",
        "set-executionpolicy", "$erroractionpreference", "wscript.", "set wshshell", "set objshell",
        "on error resume next",
        "var wscript", "new activexobject", "var shell = new activexobject", "eval(", "function(", "(function(",
        "import os\n", "require('child_process", "const { exec",
    ]
}
