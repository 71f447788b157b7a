import Storage
import Synchronization

/// A migrated PostgreSQL that is lent to one test at a time, and emptied before the next gets it: on two cores, making
/// the tables anew for each of hundreds of tests was half of the time that all of them took.
final class LentDatabase: SQLDatabase {
    private let owned: any SQLDatabase

    private static let returned = Mutex<[any SQLDatabase]>([])

    private init(_ owned: any SQLDatabase) {
        self.owned = owned
    }

    /// Nobody holds it any more, so nothing can be written to it.
    deinit {
        let owned = owned
        Self.returned.withLock { $0.append(owned) }
    }

    /// As it is after its migrations, whatever was done with it before; a new one is made when all are lent.
    static func take(orMake make: () async throws -> any SQLDatabase) async throws -> LentDatabase {
        while let one = returned.withLock({ $0.popLast() }) {
            // One that cannot be emptied, for instance after a lost connection, is not used again.
            if (try? await one.write(empty)) != nil { return LentDatabase(one) }
        }
        let new = try await make()
        try await new.write(remember)
        return LentDatabase(new)
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await owned.read(body)
    }

    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await owned.write(body)
    }

    /// The session itself remembers the rows that migrations made.
    @Sendable private static func remember(_ db: any SQLConnection) throws {
        try db.run(
            """
            DO $$
            DECLARE
                name text;
                rows jsonb;
                made jsonb := '{}';
            BEGIN
                FOR name IN SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r' LOOP
                    EXECUTE format('SELECT jsonb_agg(to_jsonb(one)) FROM pg_temp.%I AS one', name) INTO rows;
                    made := made || jsonb_build_object(name, coalesce(rows, '[]'));
                END LOOP;
                PERFORM set_config('karavaan.made', made::text, false);
            END $$
            """
        )
    }

    /// Tables that are not what they were are an error.
    @Sendable private static func empty(_ db: any SQLConnection) throws {
        try db.run(
            """
            DO $$
            DECLARE
                name text;
                made jsonb := current_setting('karavaan.made')::jsonb;
            BEGIN
                IF (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r')
                    <> (SELECT count(*) FROM jsonb_object_keys(made)) THEN
                    RAISE 'other tables';
                END IF;
                PERFORM set_config('session_replication_role', 'replica', true);
                FOR name IN SELECT jsonb_object_keys(made) LOOP
                    EXECUTE format('DELETE FROM pg_temp.%I', name);
                    IF made -> name <> '[]' THEN
                        EXECUTE format(
                            'INSERT INTO pg_temp.%1$I SELECT * FROM jsonb_populate_recordset(NULL::pg_temp.%1$I, $1)',
                            name
                        ) USING made -> name;
                    END IF;
                END LOOP;
            END $$
            """
        )
    }
}
