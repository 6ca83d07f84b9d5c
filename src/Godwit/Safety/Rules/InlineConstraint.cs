using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column is added together with a check, a unique constraint, or a reference and a default.</summary>
internal sealed class InlineConstraint : Rule
{
    internal override string Id => "PG18";

    internal override Severity Severity => Severity.Warning;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a column is added together with a check, a unique constraint, or a reference and a default";

    internal override string Reason => "Every row is checked, or the index built, while the table is locked for the column.";

    internal override string Remedy => "Add the column first, and the constraint in the way that does not block.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN views integer DEFAULT 0 CHECK (views >= 0);";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Column: var column } added && (column.Check is not null || column.IsUnique || (column.References is not null && column.Default is not null))
        ? [new Breach($"{added.To} is locked until the constraint of {column.Name} is checked.", Apart(added.To, column))]
        : [];

    private static string Apart(SqlName table, ColumnShape column)
    {
        var add = $"ALTER TABLE {table} ADD COLUMN {column.Name} {column.Type}{(column.Default is null ? "" : $" DEFAULT {column.Default}")};\n";
        var name = SqlName.Joined(table.Bare, column.Name.Bare);
        if (column.IsUnique) return $"{add}CREATE UNIQUE INDEX CONCURRENTLY {name}_key ON {table} ({column.Name});\nALTER TABLE {table} ADD CONSTRAINT {name}_key UNIQUE USING INDEX {name}_key;";
        var body = column.Check is not null ? $"CHECK ({column.Check})" : $"FOREIGN KEY ({column.Name}) REFERENCES {column.References}";
        var ending = column.Check is not null ? "check" : "fkey";
        return $"{Proposals.TransactionOff}{add}ALTER TABLE {table} ADD CONSTRAINT {name}_{ending} {body} NOT VALID;\nALTER TABLE {table} VALIDATE CONSTRAINT {name}_{ending};";
    }
}
