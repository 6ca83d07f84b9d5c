using Godwit.Dialects;
using Godwit.Specification;
using Godwit.Specification.Servers;
using Npgsql;

namespace Godwit.PostgreSql.Tests;

public sealed class PostgreSqlProduct : ServerProduct
{
    /// <summary>The variable that names the server.</summary>
    internal const string Variable = "GODWIT_TEST_POSTGRESQL";

    public override TestServer Server { get; } = new(Variable, text => new NpgsqlConnection(text));

    public override Dialect Dialect => PostgreSqlDialect.Instance;

    public override string EndOwnSession => "SELECT pg_terminate_backend(pg_backend_pid())";

    public override string LongStatement => "CREATE TABLE counted AS SELECT pg_sleep(30)::text AS slept";

    public override string OneOfEach =>
        """
        CREATE TYPE mood AS ENUM ('happy', 'sad');
        CREATE TYPE pair AS (first integer, second integer);
        CREATE DOMAIN title AS text CHECK (value <> '');
        CREATE TYPE span AS RANGE (subtype = integer);
        CREATE SEQUENCE numbers;
        CREATE TABLE authors (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood NOT NULL DEFAULT 'happy', best_book bigint);
        CREATE TABLE books (id bigint PRIMARY KEY DEFAULT nextval('numbers'), author bigint NOT NULL REFERENCES authors, title title, old serial);
        ALTER TABLE authors ADD FOREIGN KEY (best_book) REFERENCES books;
        CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
        CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE parent (id integer);
        CREATE TABLE child (extra pair) INHERITS (parent);
        CREATE UNIQUE INDEX books_title ON books (title) WHERE title IS NOT NULL;
        CREATE VIEW titles AS SELECT title FROM books;
        CREATE VIEW short_titles AS SELECT title FROM titles WHERE length(title) < 5;
        CREATE MATERIALIZED VIEW moods AS SELECT mood, count(*) FROM authors GROUP BY mood;
        CREATE FUNCTION twice(n integer, label text DEFAULT 'x;y') RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;
        CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT n * 2; END;
        CREATE PROCEDURE nothing() LANGUAGE plpgsql AS $body$ BEGIN NULL; END $body$;
        CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := coalesce(NEW.title, 'none'); RETURN NEW; END $$;
        CREATE TRIGGER books_stamp BEFORE INSERT ON books FOR EACH ROW EXECUTE FUNCTION stamp();
        CREATE RULE no_delete AS ON DELETE TO authors DO INSTEAD (SELECT 1; SELECT 2);
        CREATE COLLATION plain (LOCALE = 'C');
        """;

    public override string CatalogQuery =>
        """
        WITH mine AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)'),
        things AS (
            SELECT CASE c.relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'partitioned table ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
                                  WHEN 'S' THEN 'sequence ' WHEN 'i' THEN 'index ' ELSE c.relkind::text || ' ' END
                   || CASE mine.nspname WHEN 'public' THEN '' ELSE mine.nspname || '.' END || c.relname AS thing
            FROM pg_class c JOIN mine ON mine.oid = c.relnamespace
            UNION ALL
            SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN mine ON mine.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')
            UNION ALL
            SELECT 'routine ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' FROM pg_proc p JOIN mine ON mine.oid = p.pronamespace
            UNION ALL
            SELECT 'type ' || t.typname FROM pg_type t JOIN mine ON mine.oid = t.typnamespace
            UNION ALL
            SELECT 'trigger ' || t.tgname FROM pg_trigger t WHERE NOT t.tgisinternal
        )
        SELECT thing FROM things ORDER BY thing COLLATE "C"
        """;
}
