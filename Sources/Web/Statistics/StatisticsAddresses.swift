extension Addresses {
    static let figureProgrammes = Address("/cijfers")
    static let catalogue = Address("/cijfers/catalogus.jsonld")
    static let figures = Address("/cijfers/{programme}")
    static let areaFigures = Address("/cijfers/{programme}/{area}")
    static let areaFiguresPDF = Address("/cijfers/{programme}/{area}/cijfers.pdf")
    static let edition = Address("/cijfers/{programme}/publicaties/{number}")
    static let editionFile = Address("/cijfers/{programme}/publicaties/{number}/{file}")

    static let publications = Address("/werk/{programme}/publicaties")
    static let publication = Address("/werk/{programme}/publicaties/{publication}")
    static let publish = Address("/werk/{programme}/publicaties/{publication}/publiceren")
    static let discardPublication = Address("/werk/{programme}/publicaties/{publication}/terugnemen")
    static let restartPublication = Address("/werk/{programme}/publicaties/{publication}/opnieuw")
}
