using System.Collections.Immutable;
using Godwit.Facts;
using Godwit.Planning;

namespace Godwit.Safety.Rules;

/// <summary>A column is added with a default that differs from row to row.</summary>
internal sealed class VolatileDefault : Rule
{
    internal override string Id => "PG14";

    internal override Severity Severity => Severity.Error;

    internal override ImmutableArray<string> Products => Rules.Products.PostgreSql;

    internal override string Title => "a column is added with a default that differs from row to row";

    internal override string Reason => "The whole table is rewritten, and nobody can read or write it in the meantime. now() and constants do not do that.";

    internal override string Remedy => "Add the column without it, set the default, and fill the rows in batches.";

    internal override string Bad => "ALTER TABLE posts ADD COLUMN token uuid DEFAULT gen_random_uuid();";

    private static readonly string[] Stable = ["now(", "current_timestamp", "current_date", "localtimestamp", "transaction_timestamp(", "statement_timestamp(", "current_user", "session_user", "current_setting("];

    internal override IEnumerable<Breach> Judge(Fact fact, Ground ground) => fact is ColumnAdded { Column: { Generated: null, Default: { } value } column } added && IsVolatile(value)
        ? [new Breach($"{added.To} is rewritten with a {column.Name} for each row.", $"""
            {Proposals.TransactionOff}ALTER TABLE {added.To} ADD COLUMN {column.Name} {column.Type};
            ALTER TABLE {added.To} ALTER COLUMN {column.Name} SET DEFAULT {value};
            -- then, in C#: schema.Backfill("{added.To.Bare}", "{column.Name} = {value}", where: "{column.Name} IS NULL")
            """)]
        : [];

    // A call of a function is volatile unless it is one that is known not to be.
    private static bool IsVolatile(string value)
    {
        if (value.StartsWith('\'') || !value.Contains('(', StringComparison.Ordinal)) return false;
        return !Stable.Any(stable => value.TrimStart('(').StartsWith(stable, StringComparison.OrdinalIgnoreCase));
    }
}
