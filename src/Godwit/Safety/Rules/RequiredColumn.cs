using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column that must not be NULL is added without a default.</summary>
internal sealed class RequiredColumn : Rule
{
    internal override string Id => "BC06";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.All;

    internal override string Title => "a column that must not be NULL is added without a default";

    internal override string Reason => "PostgreSQL and SQLite refuse it as soon as the table has a row; MySQL and MariaDB silently fill in 0 or an empty text. Released programs that do not know the column can no longer insert.";

    internal override string Remedy => "Give it a constant default, or let it be NULL.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN views integer NOT NULL;";

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Column: { IsNotNull: true, IsNumbered: false, Generated: null } column } added && column.Default is null or "NULL"
        ? [new Breach($"{column.Name} of {added.To} must not be NULL and has no default.", $"ALTER TABLE {added.To} ADD COLUMN {column.Name} {column.Type} NOT NULL DEFAULT {Constant(column.Type)};")]
        : [];

    private static string Constant(string type) => TypeText.NameOf(type) switch
    {
        "smallint" or "integer" or "bigint" or "tinyint" or "mediumint" or "numeric" or "real" or "double precision" or "float" => "0",
        "boolean" => "false",
        "date" => "'2000-01-01'",
        "timestamp" or "timestamptz" or "datetime" => "'2000-01-01 00:00:00'",
        _ => "''",
    };
}
