extension Addresses {
    /// Leads to the page in the language of the reader.
    static let onTheRoad = Address("/onderweg")
    /// The page that works without a network; the same for everybody, so it has nothing of anybody in it.
    static let onTheRoadPage = Address("/onderweg/{language}")
    static let serviceWorker = Address("/onderweg/werker.js")
    static let webManifest = Address("/onderweg/karavaan.webmanifest")
    /// Who is signed in, for a page that was kept.
    static let roadSession = Address("/onderweg/sessie")
    static let fieldPackage = Address("/werk/{programme}/meenemen/pakket")
    static let fieldItems = Address("/werk/{programme}/meenemen/verzenden")
}
