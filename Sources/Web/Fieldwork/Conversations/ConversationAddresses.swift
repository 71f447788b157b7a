import Fieldwork
import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let conversations = Address("/werk/{programme}/gesprekken")
    static let newConversation = Address("/werk/{programme}/gesprekken/nieuw")
    static let conversation = Address("/werk/{programme}/gesprekken/{conversation}")
    /// Where a conversation is started, paused, finished, opened again or cancelled.
    static let conversationState = Address("/werk/{programme}/gesprekken/{conversation}/stand")
    static let conversationPlan = Address("/werk/{programme}/gesprekken/{conversation}/afspraak")
    static let conversationHistory = Address("/werk/{programme}/gesprekken/{conversation}/verloop")
    static let sheet = Address("/werk/{programme}/gesprekken/{conversation}/plaat")
    /// The company as a picture, as it stands now.
    static let sheetPicture = Address("/werk/{programme}/gesprekken/{conversation}/plaat/beeld.svg")
    static let ticks = Address("/werk/{programme}/gesprekken/{conversation}/vinkjes")
    static let needs = Address("/werk/{programme}/gesprekken/{conversation}/behoeften")
    static let goodExample = Address("/werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}")
    static let removeGoodExample = Address("/werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}/weg")
    static let withdrawConsent = Address("/werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}/intrekken")
    static let result = Address("/werk/{programme}/gesprekken/{conversation}/uitslag")
}

/// What every page about one conversation begins with.
struct ConversationVisit {
    let id: Conversation.ID
    let programme: Programme
    let principal: Principal
    let context: AppContext

    init(_ context: AppContext, _ programmes: Programmes) async throws {
        let visit = try await Visit(context, programmes)
        id = try context.parameter("conversation")
        programme = visit.programme
        principal = visit.principal
        self.context = visit.context
    }

    func path(_ address: Address) -> String { address.path(programme.id, id) }
}

extension AppContext {
    /// What was asked for after the question mark; empty when it was not.
    func query(_ name: String, of request: Request) -> String {
        FormFields(request.uri.query ?? "")[name]
    }
}
