using System.Collections.Immutable;
using Godwit.Sql;

namespace Godwit.Sqlite;

/// <summary>The statement that makes a table, as SQLite keeps it, with the places of its pieces.</summary>
internal sealed class TableText
{
    private TableText(string sql) => Sql = sql;

    /// <summary>The statement.</summary>
    internal string Sql { get; }

    /// <summary>The name of the table.</summary>
    internal NameText Name { get; private init; }

    internal ImmutableArray<ColumnText> Columns { get; private init; }

    /// <summary>The constraints that stand behind the columns.</summary>
    internal ImmutableArray<ClauseText> Constraints { get; private init; }

    /// <summary>Where the parenthesis stands that closes the list of columns and constraints.</summary>
    internal int Close { get; private init; }

    internal bool IsStrict { get; private init; }

    internal bool IsWithoutRowId { get; private init; }

    /// <summary>All constraints, those of columns first.</summary>
    internal IEnumerable<ClauseText> Clauses => Columns.SelectMany(column => column.Clauses).Concat(Constraints);

    /// <summary>The column of a name; SQLite's names do not tell large letters from small.</summary>
    internal ColumnText? Column(string name) => Columns.FirstOrDefault(column => column.Name.Means(name));

    /// <summary>Finds the pieces of a statement.</summary>
    /// <exception cref="GodwitException">It is not one that makes a table out of columns.</exception>
    internal static TableText Parse(string sql)
    {
        var reader = new DefinitionReader(sql);
        reader.Expect("CREATE");
        if (!reader.Accept("TEMP")) reader.Accept("TEMPORARY");
        reader.Expect("TABLE");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.Name();
        if (reader.Accept('.')) name = reader.Name();
        reader.Expect(TokenKind.OpenParenthesis);
        var clauses = new ClauseReader(reader);
        var columns = ReadColumns(reader, clauses);
        var constraints = ReadConstraints(reader, clauses);
        var close = reader.Position;
        reader.Expect(TokenKind.CloseParenthesis);
        var (strict, withoutRowId) = ReadOptions(reader);
        return new TableText(sql)
        {
            Name = name,
            Columns = columns,
            Constraints = constraints,
            Close = close,
            IsStrict = strict,
            IsWithoutRowId = withoutRowId,
        };
    }

    private static ImmutableArray<ColumnText> ReadColumns(DefinitionReader reader, ClauseReader clauses)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnText>();
        do
        {
            if (clauses.AtTableClause) break;
            columns.Add(ColumnText.Read(reader, clauses));
        }
        while (reader.Accept(','));
        return columns.ToImmutable();
    }

    // The commas between them are optional.
    private static ImmutableArray<ClauseText> ReadConstraints(DefinitionReader reader, ClauseReader clauses)
    {
        var constraints = ImmutableArray.CreateBuilder<ClauseText>();
        while (clauses.AtTableClause)
        {
            if (clauses.OfTable() is { } constraint) constraints.Add(constraint);
            reader.Accept(',');
        }

        return constraints.ToImmutable();
    }

    private static (bool Strict, bool WithoutRowId) ReadOptions(DefinitionReader reader)
    {
        var (strict, withoutRowId) = (false, false);
        while (!reader.AtEnd)
        {
            if (reader.Accept("WITHOUT", "ROWID")) withoutRowId = true;
            else if (reader.Accept("STRICT")) strict = true;
            else reader.Advance();
        }

        return (strict, withoutRowId);
    }
}
