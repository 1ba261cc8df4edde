/// Draws whose papers an inspector asks for (抽取); anybody with the record can draw again and compare.
package enum InspectionDraw {
    /// What the record calls this way of drawing, the first of the drawn order; another way gets another name.
    package static let algorithm = "sha256-counter/fisher-yates/first/1"
}
