import Kernel

/// A spot in a file of a pack. Lines and columns count from 1; without them it is about the file as a whole.
package struct PackPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let file: String
    package let line: Int?
    package let column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `areas.yaml:12:7`, the form in which editors and terminals make a link of it.
    package var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }

    package static func < (left: PackPosition, right: PackPosition) -> Bool {
        (left.file, left.line ?? 0, left.column ?? 0) < (right.file, right.line ?? 0, right.column ?? 0)
    }
}

/// One thing that is wrong with a pack, and where.
package struct PackIssue: Hashable, Sendable {
    package let position: PackPosition
    package let fault: PackFault

    package init(_ fault: PackFault, at position: PackPosition) {
        self.position = position
        self.fault = fault
    }
}

/// A pack that cannot be used: everything that is wrong with it at once.
package struct InvalidPack: FormProblem, Equatable {
    package let issues: [PackIssue]

    package init(issues: [PackIssue]) {
        self.issues = issues
    }

    package var code: String { "pack.invalid" }
}

/// A kind of thing that has a code in a pack.
package enum PackKind: String, Hashable, Sendable, CaseIterable {
    case partner, sector, area, target, phase, theme, activity, need, initiative
    case organisation, planTheme, line, step, result, body, funding
    case register, field, state, option, pairing, standardText
    case source, post, hourRole, promise
    case share

    /// The file that such things are described in, and under which key.
    var file: String {
        switch self {
        case .partner, .sector: "programme.yaml"
        case .area: "areas.yaml"
        case .target, .phase: "plan.yaml"
        case .theme, .activity: "sheet.yaml"
        case .need: "needs.yaml"
        case .initiative: "initiatives.yaml"
        case .organisation, .planTheme, .line, .step, .result, .body, .funding: "action-plan.yaml"
        case .register, .field, .state, .option, .pairing, .standardText: "registers.yaml"
        case .source, .post, .hourRole, .promise: "money.yaml"
        case .share: "sharing.yaml"
        }
    }

    var key: String {
        switch self {
        case .partner: "partners"
        case .sector: "sectors"
        case .area: "areas"
        case .target: "targets"
        case .phase: "phases"
        case .theme, .activity: "themes"
        case .need: "needs"
        case .initiative: "initiatives"
        case .organisation: "organisations"
        case .planTheme: "themes"
        case .line, .step, .result: "lines"
        case .body: "bodies"
        case .funding: "funding"
        case .register, .field, .state, .option, .standardText: "registers"
        case .pairing: "pairings"
        case .source: "sources"
        case .post: "posts"
        case .hourRole: "hour_roles"
        case .promise: "promises"
        case .share: "offers"
        }
    }
}

/// What a value should have been.
package enum PackShape: String, Hashable, Sendable, CaseIterable {
    case map, list, text, number, yesOrNo
}
