import Kernel

/// A file of applications that is entered, some rows at a time.
package typealias ApplicationImport = FileImport<ApplicationList>

/// Files of applications.
package enum ApplicationList: ImportedList {
    package typealias Order = ImportOrder
    package typealias Progress = ImportProgress

    package static let over = "evaluation.import-over"
}
