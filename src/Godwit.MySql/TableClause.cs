using System.Buffers;
using System.Globalization;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>Whole tables, and what is said of how they are stored.</summary>
internal sealed class TableClause(MySqlTraits traits, ColumnClause columns, KeyClause keys, MySqlLiterals literals)
{
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>CREATE TABLE with everything but the triggers.</summary>
    internal string Create(Table table, bool ifNotExists)
    {
        var named = ConstraintNaming.Named(table, traits);
        Check(named);
        var lines = named.Columns.Select(column => columns.Of(column, ColumnCheck(named, column)))
            .Concat(named.Constraints.Where(constraint => constraint is PrimaryKey or UniqueConstraint).Select(constraint => constraint.Accept(keys)))
            .Concat(named.Indexes.Select(keys.Of))
            .Concat(named.Constraints.Where(constraint => constraint is ForeignKey or ExclusionConstraint || (constraint is CheckConstraint check && !IsOfColumn(named, check)))
                .Select(constraint => constraint.Accept(keys)));
        var options = Options(named.Options) + (named.Comment is { Length: > 0 } ? " COMMENT = " + literals.Comment(named.Comment) : "");
        var partitions = named.Options.PartitionBy is { } by ? "\nPARTITION BY " + by : "";
        return $"CREATE {(named.Options.IsTemporary ? "TEMPORARY " : "")}TABLE {(ifNotExists ? "IF NOT EXISTS " : "")}{MySqlNames.Quote(named.Name)} (\n    "
            + $"{string.Join(",\n    ", lines)}\n){options}{partitions}";
    }

    /// <summary>What is said of how a table is stored, each with a blank before it.</summary>
    internal string Options(TableOptions options)
    {
        if (options.IsUnlogged) throw NotSupported("leave a table out of its log", "Use ENGINE = MEMORY for rows that may be lost.");
        if (options.PartitionOf is not null) throw NotSupported("make a part of a table as a table", "Name the parts in PARTITION BY of the whole.");
        return (options.Engine is { } engine ? " ENGINE = " + Word(engine) : "")
            + (options.Charset is { } charset ? " DEFAULT CHARSET = " + Word(charset) : "")
            + (options.Collation is { } collation ? " COLLATE = " + Word(collation) : "")
            + (options.AutoIncrementStart is { } start ? string.Create(CultureInfo.InvariantCulture, $" AUTO_INCREMENT = {start}") : "")
            + string.Concat(options.Parameters.Select(parameter => " " + parameter));
    }

    /// <summary>The predicate of a column's own check; null when it has none.</summary>
    internal string? ColumnCheck(Table table, Column column) =>
        traits.HasColumnChecks ? table.Checks.FirstOrDefault(check => SameName(check.Name, column.Name))?.Predicate : null;

    /// <summary>Whether a check belongs to a column: on MariaDB those have the column's name.</summary>
    internal bool IsOfColumn(Table table, CheckConstraint check) => traits.HasColumnChecks && table.Columns.Any(column => SameName(check.Name, column.Name));

    internal static bool SameName(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Names of engines, character sets and collations are written bare.
    private static string Word(string word) => word.AsSpan().ContainsAnyExcept(WordCharacters)
        ? throw new GodwitException(ErrorCode.InvalidIdentifier, $"\"{word}\" is no name of an engine, a character set or a collation.", "Look at SHOW ENGINES and SHOW COLLATION.")
        : word;

    private static void Check(Table table)
    {
        if (table.Columns.Count == 0)
            throw new GodwitException(ErrorCode.InvalidDefinition, $"The table {table.Name} has no columns, which MySQL and MariaDB do not take.", "Add one.");
        foreach (var name in table.Indexes.SelectMany(index => index.Parts).Where(part => part.Kind is IndexPartKind.Column).Select(part => part.Expression))
            table.RequireColumn(name);
    }

    private GodwitException NotSupported(string what, string alternative) => new(ErrorCode.NotSupported, $"{traits.Title} cannot {what}.", alternative);
}
