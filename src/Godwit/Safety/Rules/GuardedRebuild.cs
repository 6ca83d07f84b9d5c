using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A table is rebuilt while foreign keys are checked.</summary>
internal sealed class GuardedRebuild : Rule
{
    internal override string Id => "DL06";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.Sqlite;

    internal override string Title => "a table is rebuilt while foreign keys are checked";

    internal override string Reason => "Dropping the old table deletes its rows first, and with foreign_keys = ON that runs ON DELETE CASCADE: the rows of other tables disappear silently.";

    internal override string Remedy => "Switch the checking off before, outside of a transaction, and look at foreign_key_check afterwards; or write the change in C#, where the rebuild is Godwit's.";

    internal override string Bad => """
        CREATE TABLE posts_new (id integer PRIMARY KEY, title text NOT NULL);
        INSERT INTO posts_new SELECT id, title FROM posts;
        DROP TABLE posts;
        ALTER TABLE posts_new RENAME TO posts;
        """;

    internal override string Good => """
        PRAGMA foreign_keys = OFF;
        CREATE TABLE posts_new (id integer PRIMARY KEY, title text NOT NULL);
        INSERT INTO posts_new SELECT id, title FROM posts;
        DROP TABLE posts;
        ALTER TABLE posts_new RENAME TO posts;
        PRAGMA foreign_keys = ON;
        """;

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is TableRenamed renamed && ground.IsNew(renamed.From)
        && ground.Before.Any(earlier => earlier is TablesDropped dropped && dropped.Names.Contains(renamed.To))
        && !ground.IsSet("foreign_keys", "OFF", "0", "FALSE", "NO")
            ? [new Breach($"{renamed.To} is rebuilt: what refers to its rows may be deleted with the old table.",
                Proposals.Lines(["PRAGMA foreign_keys = OFF", .. ground.Statements, "PRAGMA foreign_keys = ON"]))]
            : [];
}
