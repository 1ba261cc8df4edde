import Contracts
import Foundation

extension ApplicationForm {
    /// An application with every member it must have.
    static var sample: ApplicationForm {
        get throws { try WireFormat.decode(from: Array(text.utf8)) }
    }

    private static let text = """
        {"conditions": "二1", "conductConfirmed": "是", "documentNumber": "x", "documentType": "居民身份证", "dutyStatus": "在岗",
         "employmentForm": "劳动合同", "healthConfirmed": "是", "merits": "x", "name": "王建国", "occupation": "焊工",
         "occupationCode": "6-18-02-04", "occupationEdition": "2022", "position": "x", "positionKind": "x",
         "priorKind": "x", "priorLevel": "x", "priorNumber": "x", "priorOccupation": "x", "seniorSpans": "x",
         "stillInOccupation": "是", "unit": "x", "workshop": "x"}
        """
}
