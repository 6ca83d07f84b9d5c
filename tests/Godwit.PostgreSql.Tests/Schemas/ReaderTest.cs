using Godwit.Dialects;
using Godwit.Formats;
using Godwit.Operations;
using Godwit.Schema;
using Godwit.Specification;
using Godwit.Specification.Samples;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.PostgreSql.Tests.Schemas;

/// <summary>What the reader makes of a schema that somebody wrote by hand.</summary>
[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ReaderTest : Specification<PostgreSqlProduct>
{
    private const string Rich =
        """
        CREATE EXTENSION citext;
        CREATE EXTENSION pg_trgm;
        CREATE SCHEMA audit;
        CREATE TYPE mood AS ENUM ('happy', 'sad');
        CREATE TYPE "Order" AS ENUM ('first');
        CREATE SEQUENCE numbers AS integer START 7 INCREMENT 3 CYCLE;
        CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE FUNCTION twice(n integer, label text DEFAULT 'x;y') RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN n * 2; END $$;
        CREATE PROCEDURE nothing() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
        CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);
        CREATE TABLE authors (
            id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10) PRIMARY KEY,
            email citext UNIQUE,
            mood mood NOT NULL DEFAULT 'happy',
            "Rank" "Order" DEFAULT 'first',
            "na""me" varchar(40) COLLATE "C" DEFAULT 'o''x',
            old serial,
            number integer DEFAULT nextval('numbers'),
            tags text[] DEFAULT '{}',
            born date CHECK (born > '1900-01-01'),
            state varchar(255) CHECK (state IN ('a', 'b')),
            doubled bigint GENERATED ALWAYS AS (number * 2) STORED,
            at timestamptz(3) DEFAULT '2026-01-02 03:04:05.5+00'
        ) WITH (fillfactor = 80);
        CREATE INDEX authors_like ON authors USING gist (state gist_trgm_ops(siglen=32));
        COMMENT ON TABLE authors IS 'People';
        COMMENT ON COLUMN authors."na""me" IS 'It''s a name 🖋';
        CREATE UNLOGGED TABLE books (
            id bigint, part smallint, author bigint REFERENCES authors ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, title text NOT NULL, during int4range,
            CONSTRAINT books_key PRIMARY KEY (id, part),
            CONSTRAINT one_title UNIQUE NULLS NOT DISTINCT (title) INCLUDE (author) DEFERRABLE,
            CONSTRAINT apart EXCLUDE USING gist (during WITH &&, (int4range(part, part, '[]')) WITH =) WHERE (part > 0)
        );
        ALTER TABLE books ADD CONSTRAINT parted FOREIGN KEY (id, part) REFERENCES books ON UPDATE SET NULL NOT VALID;
        ALTER TABLE books ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
        CREATE INDEX books_ordered ON books (title DESC NULLS LAST, author NULLS FIRST) INCLUDE (part) WHERE author IS NOT NULL;
        CREATE UNIQUE INDEX books_lower ON books (lower(title) text_pattern_ops, (id + part)) WITH (fillfactor = 50);
        CREATE INDEX books_words ON books USING gin (to_tsvector('german', coalesce(title, '')));
        CREATE INDEX books_collated ON books (title COLLATE "C");
        COMMENT ON INDEX books_collated IS 'Sorted by bytes';
        CREATE TRIGGER books_stamp BEFORE INSERT OR UPDATE ON books FOR EACH ROW EXECUTE FUNCTION stamp();
        CREATE TABLE events (id bigint, at date NOT NULL, what text DEFAULT 'x', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE INDEX events_what ON events (what);
        CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH (id);
        CREATE TABLE events_2026_0 PARTITION OF events_2026 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
        CREATE TABLE events_rest PARTITION OF events DEFAULT;
        CREATE TABLE audit.log (id bigint PRIMARY KEY, author bigint CONSTRAINT log_author REFERENCES authors);
        CREATE VIEW all_titles AS SELECT title, author FROM books;
        CREATE VIEW short_titles (short) AS SELECT title FROM all_titles WHERE length(title) < 5;
        COMMENT ON VIEW short_titles IS 'Short ones';
        CREATE TRIGGER short_insert INSTEAD OF INSERT ON short_titles FOR EACH ROW EXECUTE FUNCTION stamp();
        CREATE MATERIALIZED VIEW moods AS SELECT mood, count(*) AS people FROM authors GROUP BY mood;
        CREATE UNIQUE INDEX moods_mood ON moods (mood);
        """;

    private const string Wordless =
        """
        CREATE DOMAIN title AS text CHECK (value <> '');
        CREATE TYPE pair AS (first integer, second integer);
        CREATE TYPE span AS RANGE (subtype = integer);
        CREATE TABLE parent (id integer PRIMARY KEY);
        CREATE TABLE child (extra integer GENERATED ALWAYS AS IDENTITY (CACHE 5), words text) INHERITS (parent);
        ALTER TABLE child ALTER words SET STORAGE EXTERNAL;
        CREATE FUNCTION watching() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
        CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION watching();
        CREATE RULE no_delete AS ON DELETE TO parent DO INSTEAD NOTHING;
        ALTER TABLE parent ENABLE ROW LEVEL SECURITY;
        CREATE POLICY mine ON parent USING (id > 0);
        COMMENT ON CONSTRAINT parent_pkey ON parent IS 'why';
        CREATE COLLATION plain (LOCALE = 'C');
        CREATE STATISTICS together ON id, extra FROM child;
        CREATE PUBLICATION everything;
        CREATE FOREIGN DATA WRAPPER dummy;
        CREATE SERVER elsewhere FOREIGN DATA WRAPPER dummy;
        CREATE FOREIGN TABLE far (id integer) SERVER elsewhere;
        CREATE VIEW guarded WITH (security_barrier) AS SELECT 1 AS one;
        """;

    [DatabaseFact]
    public async Task A_rich_schema_is_read_whole()
    {
        await Project.ExecuteAsync(Rich);

        var schema = await ReadAsync();

        Assert.Empty(schema.Unread);
        Assert.Equal(["audit"], schema.Schemas);
        Assert.Equal([new Extension("citext"), new Extension("pg_trgm")], schema.Extensions);
        Assert.Equal(["Order", "mood"], schema.Enums.Select(type => type.Name.Name));
        Assert.Equal(["authors", "books", "events", "events_2026", "events_2026_0", "events_rest", "audit.log"], schema.Tables.Select(table => table.Name.ToString()));
        Assert.Equal(["nothing()", "stamp()", "total(integer)", "twice(integer, text)"], schema.Routines.Select(routine => $"{routine.Name}({routine.Arguments})"));
        Assert.Equal(["authors_old_seq", "numbers"], schema.Sequences.Select(sequence => sequence.Name.Name));
        Assert.Equal(new SequenceOwner("authors", "old"), schema.Sequences[0].OwnedBy);
        Assert.Equal(["all_titles", "moods", "short_titles"], schema.Views.Select(view => view.Name.Name));
        Assert.Equal("moods_mood", Assert.Single(schema.Views[1].Indexes).Name);
        Assert.Equal("short_insert", Assert.Single(schema.Views[2].Triggers).Name);
    }

    [DatabaseFact]
    public async Task Columns_are_read_with_all_they_have()
    {
        await Project.ExecuteAsync(Rich);

        var authors = (await ReadAsync()).Require("authors");

        Assert.Equal(new Identity(IdentityKind.Always) { Start = 100, Increment = 10 }, authors.Column("id")!.Identity);
        Assert.Equal(new ColumnType.NativeEnum("Order"), authors.Column("Rank")!.Type);
        Assert.Equal(
            new Column("na\"me", new ColumnType.Native("character varying(40)"))
            {
                IsNullable = true,
                Collation = "C",
                Default = new DefaultValue.Expression("'o''x'::character varying"),
                Comment = "It's a name 🖋",
            },
            authors.Column("na\"me"));
        Assert.Equal(new DefaultValue.Expression("'2026-01-02 03:04:05.5+00'::timestamp with time zone"), authors.Column("at")!.Default);
        Assert.Equal(GeneratedStorage.Stored, authors.Column("doubled")!.Generated!.Storage);
        Assert.Equal(["fillfactor = 80"], authors.Options.Parameters);
        Assert.Equal("CREATE INDEX authors_like ON public.authors USING gist (state gist_trgm_ops (siglen='32'))", Assert.Single(authors.Indexes).Definition);
        Assert.Contains(new CheckConstraint("authors_state_check", "\"state\" IN ('a', 'b')"), authors.Checks);
    }

    [DatabaseFact]
    public async Task Constraints_and_indexes_are_read_with_all_they_have()
    {
        await Project.ExecuteAsync(Rich);

        var books = (await ReadAsync()).Require("books");

        Assert.True(books.Options.IsUnlogged);
        Assert.Equal(new PrimaryKey("books_key", ["id", "part"]), books.PrimaryKey);
        Assert.Equal([new UniqueConstraint("one_title", ["title"]) { Include = ["author"], NullsNotDistinct = true, Deferral = Deferral.InitiallyImmediate }], books.Uniques);
        Assert.Equal(
            [
                new ForeignKey("books_author_fkey", ["author"], "authors", ["id"]) { OnDelete = ReferentialAction.Cascade, Deferral = Deferral.InitiallyDeferred },
                new ForeignKey("parted", ["id", "part"], "books", ["id", "part"]) { OnUpdate = ReferentialAction.SetNull, NotValid = true },
            ],
            books.ForeignKeys);
        Assert.Equal([new CheckConstraint("positive", "id > 0") { NotValid = true }], books.Checks);
        Assert.Equal(
            [new ExclusionConstraint("apart", [new ExclusionElement("during", "&&"), new ExclusionElement("(int4range((part)::integer, (part)::integer, '[]'::text))", "=")]) { Predicate = "part > 0" }],
            books.Exclusions);
        Assert.Equal(
            [
                new TableIndex("books_collated", [new IndexPart("title") { Collation = "C" }]) { Comment = "Sorted by bytes" },
                new TableIndex("books_lower", [new IndexPart("lower(title)", IndexPartKind.Expression) { OperatorClass = "text_pattern_ops" }, new IndexPart("id + part", IndexPartKind.Expression)])
                {
                    IsUnique = true, Options = ["fillfactor = 50"],
                },
                new TableIndex("books_ordered", [new IndexPart("title") { Descending = true, Nulls = NullsOrder.Last }, new IndexPart("author") { Nulls = NullsOrder.First }])
                {
                    Include = ["part"], Predicate = "author IS NOT NULL",
                },
                new TableIndex("books_words", [new IndexPart("title")]) { Kind = IndexKind.FullText, Language = "german" },
            ],
            books.Indexes);
    }

    [DatabaseFact]
    public async Task What_was_read_stays_as_it_is_when_it_is_normalised()
    {
        await Project.ExecuteAsync(Rich);

        var schema = await ReadAsync();

        Assert.Equal(schema, PostgreSqlDialect.Instance.Normalize(schema));
        Assert.Equal(schema, await ReadAsync());
    }

    [DatabaseFact]
    public async Task What_was_read_can_be_made_again_out_of_operations()
    {
        await Project.ExecuteAsync(Rich);
        var schema = await ReadAsync();
        await using var copy = await Project.CreateAsync(Product);
        await using var session = await copy.Handle().OpenAsync(CancellationToken.None);

        var script = session.Generator.Generate([.. Making(schema)], new DatabaseSchema("postgresql"));
        foreach (var statement in script.Statements) await copy.ExecuteAsync(statement.Text);

        SchemaAssert.Same(schema, await session.ReadSchemaAsync(["audit"], CancellationToken.None));
    }

    [DatabaseFact]
    public async Task What_the_model_has_no_words_for_is_named()
    {
        await Project.ExecuteAsync(Wordless);

        Assert.Equal(
            [
                "collation plain", "comment on table constraint parent_pkey on parent", "composite type pair", "domain title", "event trigger watch", "foreign server elsewhere",
                "foreign table far", "foreign-data wrapper dummy", "identity options of column extra of child", "policy mine on parent", "publication everything", "range type span",
                "row level security of parent", "rule no_delete on parent", "statistics together", "storage of column words of child",
            ],
            (await ReadAsync()).Unread);
    }

    [DatabaseFact]
    public async Task What_the_model_has_no_words_for_has_the_databases_own()
    {
        Project.Write("1_sample.sql", SampleScript.Of("postgresql"));
        await Project.Migrator().MigrateAsync();
        var schema = await ReadWholeAsync(Project);
        await using var copy = await Project.CreateAsync(Product);

        await using (var session = await copy.Handle().OpenAsync(CancellationToken.None))
            copy.Write("1_copy.sql", SchemaScript.Text(schema, SchemaScript.Statements(schema, session.Generator), session.Dialect.Traits));
        await copy.Migrator().MigrateAsync();

        Assert.Empty(schema.Unread);
        SchemaAssert.Same(schema, await ReadWholeAsync(copy));
    }

    [DatabaseFact]
    public async Task A_table_may_have_as_many_columns_as_the_server_allows()
    {
        await Project.ExecuteAsync($"CREATE TABLE wide ({string.Join(", ", Enumerable.Range(1, 1600).Select(n => $"c{n} integer"))})");

        Assert.Equal(1600, (await ReadAsync()).Require("wide").Columns.Count);
    }

    [DatabaseFact]
    public async Task An_unfinished_index_is_told_from_a_finished_one()
    {
        await Project.ExecuteAsync("CREATE TABLE t (n integer)");
        await Project.ExecuteAsync("INSERT INTO t VALUES (1), (1)");
        await Assert.ThrowsAnyAsync<Exception>(() => Project.ExecuteAsync("CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)"));

        Assert.True(Assert.Single((await ReadAsync()).Require("t").Indexes).IsInvalid);
    }

    [DatabaseTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_settings_of_a_session_do_not_show_and_stay_as_they_were(bool inTransaction)
    {
        await Project.ExecuteAsync("CREATE TABLE t (at timestamptz DEFAULT '2026-01-02 03:04:05+00', day date DEFAULT '2026-02-01', text text DEFAULT 'a\\b')");
        var usual = await ReadAsync();
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        await session.ScalarAsync("SET timezone = 'Asia/Tokyo'", CancellationToken.None);
        await session.ScalarAsync("SET datestyle = 'German'", CancellationToken.None);
        await session.ScalarAsync("SET standard_conforming_strings = off", CancellationToken.None);
        if (inTransaction) await session.ScalarAsync("BEGIN", CancellationToken.None);

        Assert.Equal(usual, await session.ReadSchemaAsync(["audit"], CancellationToken.None));
        Assert.Equal("Asia/Tokyo", await session.ScalarAsync("SHOW timezone", CancellationToken.None));
        Assert.Equal("off", await session.ScalarAsync("SHOW standard_conforming_strings", CancellationToken.None));
    }

    [DatabaseFact]
    public async Task The_current_schema_is_the_first_of_the_search_path()
    {
        await Project.ExecuteAsync("CREATE SCHEMA app; CREATE TABLE app.mine (id integer PRIMARY KEY); CREATE TABLE others (id integer REFERENCES app.mine)");
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        await session.ScalarAsync("SET search_path = app, public", CancellationToken.None);

        Assert.Equal(["mine"], (await session.ReadSchemaAsync([], CancellationToken.None)).Tables.Select(table => table.Name.ToString()));
        var both = await session.ReadSchemaAsync(["public"], CancellationToken.None);
        Assert.Equal(new ObjectName(null, "mine"), Assert.Single(both.Require("public.others").ForeignKeys).ReferencedTable);
    }

    // Foreign keys and triggers last, and a sequence is given to its column when that is there.
    private static IEnumerable<Operation> Making(DatabaseSchema schema) =>
    [
        .. schema.Schemas.Select(name => new CreateSchema(name)),
        .. schema.Extensions.Select(extension => new CreateExtension(extension)),
        .. schema.Enums.Select(type => new CreateEnum(type)),
        .. schema.Sequences.Select(sequence => new CreateSequence(sequence with { OwnedBy = null })),
        .. schema.Routines.Select(routine => new CreateRoutine(routine.Name, routine.Kind, routine.Definition)),
        .. schema.Tables.Select(table => new CreateTable(table with { ForeignKeys = [], Triggers = [] })),
        .. schema.Tables.SelectMany(table => table.ForeignKeys.Select(key => new AddConstraint(table.Name, key))),
        .. schema.Views.Select(CreateView.Of),
        .. schema.Tables.SelectMany(table => table.Triggers.Select(trigger => new CreateTrigger(table.Name, trigger.Name, trigger.Definition))),
        .. schema.Sequences.Where(sequence => sequence.OwnedBy is not null).Select(sequence => new AlterSequence(new Sequence(sequence.Name) { OwnedBy = sequence.OwnedBy })),
    ];

    private static async Task<DatabaseSchema> ReadWholeAsync(Project project)
    {
        await using var session = await project.Handle().OpenAsync(CancellationToken.None);
        var schema = (await session.ReadSchemaAsync([], CancellationToken.None)).Without(new BookkeepingTables("migrations").UnqualifiedNames);
        return await session.ReadDefinitionsAsync(schema, CancellationToken.None);
    }

    private async Task<DatabaseSchema> ReadAsync()
    {
        await using var session = await Project.Handle().OpenAsync(CancellationToken.None);
        return await session.ReadSchemaAsync(["audit"], CancellationToken.None);
    }
}
