import Kernel
import ServiceKit

/// What the page's form sent, as the body of an objection.
struct ObjectionForm {
    let body: ObjectionBody
    let files: [MultipartForm.Part]
    /// What a program could not get wrong: nothing chosen, or a name and yet anonymous.
    let faults: [ObjectionFormModel.Fault]

    init(_ form: Form) {
        var faults: [ObjectionFormModel.Fault] = []
        let about = form["about"]
        if about == nil { faults.append(.init(field: "about", anchor: "f-about", message: "请选择对什么有异议。")) }
        let (name, contact) = (form["objectorName"], form["objectorContact"])
        let objector: ObjectionBody.Who?
        switch form["signing"] {
        case "name": objector = .named(name: name, contact: contact)
        case "anonymous" where name == nil && contact == nil: objector = .anonymous
        case "anonymous":
            objector = .anonymous
            let message = "选择了匿名，又填写了姓名或联系方式，请二者取一。"
            faults.append(.init(field: "signing", anchor: "f-signing", message: message))
        default:
            objector = nil
            faults.append(.init(field: "signing", anchor: "f-signing", message: "请选择实名或匿名。"))
        }
        // A person stays chosen in the list where somebody then turned to another matter.
        body = ObjectionBody(
            about: about ?? "procedure",
            person: about == "name" ? form["person"] : nil,
            missing: form["missing"],
            reason: form["reason"],
            evidence: form["evidence"],
            objector: objector,
            anonymous: nil,
            addressee: form["addressee"]
        )
        files = form.files("files")
        self.faults = faults
    }
}

extension ObjectionFormModel.Fault {
    /// A problem of a field, in words.
    init(_ problem: FieldProblem, said message: String) {
        let (anchor, label) =
            switch problem.field {
            case "about": ("f-about", "异议事项")
            case "person": ("f-person", "人选姓名")
            case "missing": ("f-missing", "未列入人员的姓名")
            case "reason": ("f-reason", "异议理由")
            case "evidence": ("f-evidence", "证据或线索")
            case "objector.name": ("f-objector", "您的姓名")
            case "objector.contact": ("f-contact", "联系方式")
            default: ("f-addressee", "受理部门")
            }
        self.init(field: problem.field, anchor: anchor, message: "\(label)：\(message.inFullWidth)")
    }

    /// Something wrong with the files.
    init(files message: String) { self.init(field: "files", anchor: "f-files", message: message) }
}
