using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table is rebuilt.</summary>
internal sealed class RebuiltTable : Rule
{
    internal override string Id => "LT03";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.Sqlite;

    internal override string Title => "a table is rebuilt";

    internal override string Reason => "SQLite changes a type, NULL, a default, a key or a check by copying the table. Nobody can write to the file in the meantime, which takes long for a large table.";

    internal override string Remedy => "Say that the table is small, or that the program may wait.";

    internal override string Bad => """
        PRAGMA foreign_keys = OFF;
        CREATE TABLE posts_new (id integer PRIMARY KEY, title text NOT NULL);
        INSERT INTO posts_new SELECT id, title FROM posts;
        DROP TABLE posts;
        ALTER TABLE posts_new RENAME TO posts;
        PRAGMA foreign_keys = ON;
        """;

    internal override string Good => "ALTER TABLE posts ADD COLUMN subtitle text;";

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        TableRenamed renamed when ground.IsNew(renamed.From) && ground.Before.Any(earlier => earlier is TablesDropped dropped && dropped.Names.Contains(renamed.To)) => [Found(renamed.To, Proposals.Lines(ground.Statements)?.TrimEnd(';'))],
        { Sql: null, Table: { } table } when !ground.IsNew(table) && Rebuilds(fact) && !ground.Before.Any(earlier => earlier.Sql is null && earlier.Table == table && Rebuilds(earlier)) => [Found(table, null)],
        _ => [],
    };

    // of operations in C#: the SQL of a migration in SQL is the author's
    private static bool Rebuilds(Fact fact) => fact is ColumnRetyped or NullForbidden or NullAllowed or DefaultChanged or ConstraintAdded or ConstraintDropped or ColumnNumbered;

    private Breach Found(SqlName table, string? sql) => new($"{table} is copied while nobody can write to the file.", Proposals.Allowed(Id, $"{table} is small", sql));
}
