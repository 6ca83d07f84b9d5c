using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>REFERENCES behind a column.</summary>
internal sealed class IgnoredReference : Rule
{
    internal override string Id => "MY06";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.OnlyMySql;

    internal override string Title => "REFERENCES behind a column";

    internal override string Reason => "MySQL reads it and does nothing: there is no foreign key. MariaDB makes one.";

    internal override string Remedy => "Write the foreign key for the table.";

    internal override string Bad => "CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint REFERENCES users (id));";

    internal override string Good => "CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint, FOREIGN KEY (author_id) REFERENCES users (id));";

    internal override bool JudgesNewTables => true;

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact switch
    {
        { Sql: null } => [],
        TableCreated created => created.Columns.Where(column => column.References is not null).Select(column => Found(created.Name, column)),
        ColumnAdded { Column.References: not null } added => [Found(added.To, added.Column)],
        _ => [],
    };

    private static Breach Found(SqlName table, ColumnShape column) =>
        new($"{column.Name} of {table} refers to nothing.", $"FOREIGN KEY ({column.Name}) REFERENCES {column.References}");
}
