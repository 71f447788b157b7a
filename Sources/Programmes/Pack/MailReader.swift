import Kernel

extension PackReading {
    /// The letters that the pack words itself; `nil` when it brings none.
    func mails() -> [MailTemplate]? {
        guard let file = root("mails.yaml", .mailsFile) else { return nil }
        var places: [MailTemplate.Kind: PackPosition] = [:]
        return file.list("mails", atLeast: 1) { node in
            guard let map = node.map(.mail) else { return nil }
            let kind = map["kind"]?.option(MailTemplate.Kind.self)
            let subject = map["subject"].flatMap { template($0, limit: 150) }
            let body = map["body"].flatMap { template($0, limit: 4000) }
            if let kind, let first = places[kind] { map["kind"]?.fail(.duplicateEntry(kind.rawValue, first: first)) }
            guard let kind, let subject, let body else { return nil }
            places[kind] = node.position
            if let place = map["body"], !placeholders(in: body.nl).contains(kind.needed.rawValue) {
                place.fail(.missingPlaceholder(kind.needed.rawValue))
            }
            return MailTemplate(kind: kind, subject: subject, body: body)
        }
    }

    private func template(_ node: PackNode, limit: Int) -> Text? {
        guard let text = node.text(limit: limit) else { return nil }
        let (dutch, english) = (placeholders(in: text.nl), placeholders(in: text.en))
        for name in dutch.union(english).sorted() where MailTemplate.Placeholder(rawValue: name) == nil {
            node.fail(.unknownPlaceholder(name))
        }
        if dutch != english { node.fail(.placeholdersDiffer) }
        return text
    }
}

/// The names between braces.
func placeholders(in text: String) -> Set<String> {
    Set(text.matches(of: /\{([^{}]*)\}/).map { String($0.output.1) })
}
