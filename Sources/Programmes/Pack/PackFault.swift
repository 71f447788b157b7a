package import Kernel

/// What can be wrong with a pack.
package enum PackFault: Hashable, Sendable {
    // The folder and its files.
    case noFolder
    case missingFile
    case unknownFile(suggestion: String?)
    case outsideFolder
    case notAFile
    case unreadableFile
    case tooLarge(limit: Int)
    case notUTF8
    case binary

    // YAML.
    case syntax(String)
    case emptyFile
    case severalDocuments
    case anchor
    case duplicateKey(String, firstLine: Int)

    // The shape.
    case unknownKey(String, suggestion: String?)
    case missingKey(String)
    case wrongShape(expected: PackShape)
    case emptyText
    case emptyList
    case missingTranslation(Language)
    case untranslated
    case tooLong(limit: Int)
    case tooDeep
    case controlCharacter
    case notACode(String)
    case notADay(String)
    case notAQuarter(String)
    case notAnOption(String, options: [String], suggestion: String?)
    case outOfRange(Int, ClosedRange<Int>)
    case notPostcodes(String)
    case notSBI(String)
    case notAWebsite(String)
    case picture(PictureFault)

    // Codes and references.
    case duplicateCode(String, PackKind, first: PackPosition)
    case duplicateEntry(String, first: PackPosition)
    case unknownReference(String, PackKind, suggestion: String?)

    // What does not fit together.
    case splitDoesNotAddUp(sum: Int, count: Int)
    case splitOutsideAreas(AreaCode)
    case planDoesNotAddUp(Target.Counted, sum: Int, target: Target.ID, count: Int)
    case partExceedsWhole(part: Int, whole: Int)
    case partCountsSomethingElse
    case circle([String])
    case partOfMunicipality(AreaCode)
    case overlappingPostcodes(PostcodeRange, with: AreaCode)
    case outsidePeriod(Quarter, first: Quarter, last: Quarter)
    case endsBeforeItStarts
    case followsUpLater(Quarter)
    case outsideLine(Day, first: Quarter, last: Quarter)
    case validUntilBeforeChecked
    /// A key that a field of this kind does not have.
    case notOfKind(String, Register.Field.Kind)
    /// A field of this kind cannot be what an item is called by.
    case cannotName(Register.Field.Kind)
    case notComparable(Register.Field.Kind, Register.Field.Kind)
    case nothingInCommon
    /// A key that what is shared like this does not have.
    case notForShare(String, ShareKind)
    case notTogether(String, String)
    case sharesWithItself
    case stepWithoutRung(LadderStep)
    case noCoreActivity

    // Rules.
    case selectsNothing
    case asksTooMany(atLeast: Int, of: Int)
    case unknownPlaceholder(String)
    case placeholdersDiffer
    case missingPlaceholder(String)
    case placeholderNeverFilled(String)

    /// Against the programme that is in use.
    case sheetConflict(SheetConflict)
    /// So much is wrong that the rest is not shown.
    case andMore
}
