package import Storage

/// Everything that Fieldwork keeps, in the order in which it grew.
package let fieldworkMigrations: [Migration] =
    companyMigrations + importMigrations + conversationMigrations
    + takeAlongMigrations + photoMigrations + exampleMigrations + selectionMigrations
    + invitationMigrations + agendaMigrations
