package import Kernel
package import Programmes

/// One thing that was done on a device while it had no network (*werk van onderweg*), as it arrives later: perhaps
/// twice, perhaps long after.
package struct FieldItem: Equatable, Sendable {
    package typealias ID = Kernel.ID<FieldItem>

    package enum Action: Equatable, Sendable {
        /// A company that nobody had planned to visit.
        case company(Company.ID, CompanyForm)
        case plan(Conversation.ID, company: Company.ID, day: Day)
        /// On the sheet that the device had with it.
        case start(Conversation.ID, sheetVersion: Int, heldOn: Day)
        case ticks(Conversation.ID, [TickForm])
        /// `basedOn` is what stood there when it was typed.
        case remark(Conversation.ID, Activity.ID, String, basedOn: String)
        case needs(Conversation.ID, [SupportNeed])
        case example(Conversation.ID, GoodExample.ID, GoodExampleForm)
        case pause(Conversation.ID)
        case resume(Conversation.ID)
        case finish(Conversation.ID)
    }

    /// Handed out by the device; what was received once is not done again.
    package let id: ID
    package let action: Action

    package init(id: ID, action: Action) {
        self.id = id
        self.action = action
    }
}

extension FieldItem: Decodable {
    private enum Key: String, CodingKey {
        case id, kind, conversation, company, fields, day, sheetVersion, ticks, activity, text, basedOn, needs, example
    }

    private enum Kind: String, Decodable {
        case company, plan, start, ticks, remark, needs, example, pause, resume, finish
    }

    private struct Need: Decodable {
        let kind: SupportNeedKind.ID
        let note: String?
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func get<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value {
            try values.decode(Value.self, forKey: key)
        }
        id = try get(.id)
        switch try get(.kind, as: Kind.self) {
        case .company:
            var form = CompanyForm()
            for (name, text) in try get(.fields, as: [String: String].self) {
                if let field = CompanyForm.Field(rawValue: name) { form[field] = text }
            }
            action = .company(try get(.company), form)
        case .plan: action = .plan(try get(.conversation), company: try get(.company), day: try get(.day))
        case .start:
            action = .start(try get(.conversation), sheetVersion: try get(.sheetVersion), heldOn: try get(.day))
        case .ticks: action = .ticks(try get(.conversation), try get(.ticks))
        case .remark:
            action = .remark(
                try get(.conversation),
                try get(.activity),
                try get(.text),
                basedOn: try get(.basedOn)
            )
        case .needs:
            let needs = try get(.needs, as: [Need].self)
            action = .needs(try get(.conversation), needs.map { SupportNeed(kind: $0.kind, note: $0.note?.nonEmpty) })
        case .example: action = .example(try get(.conversation), try get(.example), try get(.fields))
        case .pause: action = .pause(try get(.conversation))
        case .resume: action = .resume(try get(.conversation))
        case .finish: action = .finish(try get(.conversation))
        }
    }
}

/// What became of one item.
package struct FieldOutcome: Sendable {
    package enum State: Sendable {
        /// It is kept, now or the time before.
        case done(FieldNote?)
        /// Something that it builds on has not arrived yet: send it again after that.
        case early
        /// It cannot be kept like this; the device keeps it, and somebody has to do something.
        case refused(any Problem)
    }

    package let item: FieldItem.ID
    package let state: State
}

/// What the person should know, although all went well.
package enum FieldNote: Equatable, Sendable {
    /// Somebody else changed these later, and theirs stands; with how they stand now.
    case overruled([Activity.ID: Set<Mark>])
    /// Somebody else had written something: both stand there now.
    case bothRemarks(String)
    /// There was a company that looks the same.
    case looksLike(String)
}
