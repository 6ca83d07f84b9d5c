using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Drift;

/// <summary>
/// Puts what is new into the words of its author, where the database has fewer: SQLite forgets that a text has at most 200 characters, and a
/// migration that says it means the same on another database too. Pure.
/// </summary>
internal static class AuthoredWords
{
    /// <summary>The difference, with new tables and columns as they were said.</summary>
    /// <param name="difference">The difference between a database and a normalised schema.</param>
    /// <param name="said">The schema as it was said.</param>
    internal static SchemaDifference Of(SchemaDifference difference, DatabaseSchema said) => difference with
    {
        Operations = difference.Operations.Select(operation => operation switch
        {
            CreateTable create when said.Find(create.Table.Name) is { } table => create with { Table = create.Table with { Columns = create.Table.Columns.Select(column => Of(column, table)) } },
            AddColumn add when said.Find(add.Table) is { } table => add with { Column = Of(add.Column, table) },
            _ => operation,
        }),
    };

    private static Column Of(Column column, Table said) => said.Column(column.Name) is not { } authored ? column : column with
    {
        Type = IsPlain(authored.Type) ? authored.Type : column.Type,
        Default = authored.Default is DefaultValue.Literal or DefaultValue.CurrentTimestamp && IsPlain(authored.Type) ? authored.Default : column.Default,
    };

    // An enumeration is a check as well where the database has no such type, and so is a number without a sign: those stay as they are.
    private static bool IsPlain(ColumnType type) => type is ColumnType.String or ColumnType.Text or ColumnType.Boolean or ColumnType.Date or ColumnType.Double
        or ColumnType.Integer { Unsigned: false } or ColumnType.Decimal { Unsigned: false };
}
