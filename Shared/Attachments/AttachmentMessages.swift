import ServiceKit

/// What refusals about files say; a service takes them in with `MessageCatalogue.including`.
package let attachmentMessages: MessageCatalogue = [
    .init("attachments.too-large", 413, zh: "文件过大,最大 {most}。", en: "The file is too large: at most {most}."),
    .init("attachments.too-many", 409, zh: "附件已达 {most} 个,不能再加。", en: "There are {most} files already."),
    .init("attachments.not-open", 409, zh: "该附件已不能再改(当前状态:{phase})。", en: "The file can no longer change ({phase})."),
    .init("attachments.not-ready", 409, zh: "该附件尚未上传完毕或正在查毒,请稍后再看。", en: "The file is not ready yet."),
    .init("attachments.gone", 410, zh: "该附件已删除,仅留存其摘要。", en: "The file is gone; its digest remains."),
    .init("attachments.chunk-number", 400, zh: "分块编号应为 0 至 {last}。", en: "Chunks are numbered 0 to {last}."),
    .init(
        "attachments.chunk-size",
        400,
        zh: "该分块应为 {expected} 字节,实为 {found} 字节。",
        en: "This chunk has {found} bytes, not {expected}."
    ),
    .init("attachments.chunk-digest", 400, zh: "分块内容与其摘要不符,请重传该分块。", en: "The chunk is not what its digest says."),
    .init(
        "attachments.chunks-missing",
        409,
        zh: "还缺 {count} 个分块(从第 {first} 块起),请补传后再提交。",
        en: "{count} chunks are missing, from {first} on."
    ),
    .init("attachments.digest", 422, zh: "文件内容与所报摘要不符,请重新上传。", en: "The content is not what was declared."),
    .init("attachments.no-file", 400, zh: "请选择文件。", en: "Choose a file."),
    .init("attachments.range", 416, zh: "所请求的范围不在文件内。", en: "The range is not in the file."),
    .init("attachments.executable", 422, zh: "不接受程序或脚本文件。", en: "Programs and scripts are not taken."),
    .init("attachments.macros", 422, zh: "文件含有宏或可运行的控件,请另存为不含宏的文件后再传。", en: "The file holds macros; save it without."),
    .init("attachments.kind", 422, zh: "此处不接受这种文件({found})。", en: "This kind of file is not taken here."),
    .init(
        "attachments.ending",
        422,
        zh: "文件名以“.{ending}”结尾,内容却是{found},请核对后重传。",
        en: "The name ends in .{ending}, the content is another kind."
    ),
    .init("attachments.damaged", 422, zh: "文件已损坏或不完整({kind})。", en: "The file is damaged or cut off."),
    .init("attachments.encrypted", 422, zh: "文件设有密码,无法查验,请去除密码后再传。", en: "The file is protected by a password."),
    .init("attachments.bomb", 422, zh: "文件解压后异常庞大,不予接受。", en: "The file unpacks to far more than it is."),
    .init("attachments.nested", 422, zh: "文件内含压缩包,请取出后分别上传。", en: "The file holds another archive."),
    .init(
        "attachments.infected",
        422,
        zh: "查毒发现“{name}”,文件已删除。",
        en: "The scanner found {name}; the file was deleted."
    ),
    .init("attachments.name", 400, zh: "请填写文件名。", en: "Give the file a name."),
    .init("attachments.size", 400, zh: "文件是空的。", en: "The file is empty."),
    .init("attachments.sha256", 400, zh: "应为文件的 SHA-256 摘要(64 位十六进制)。", en: "SHA-256 as 64 hexadecimal digits."),
    .init("attachments.purpose", 400, zh: "附件用途应为:{known}。", en: "The purpose is one of: {known}."),
]
