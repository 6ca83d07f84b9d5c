using System.Text;
using Godwit.Dialects;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.MySql;

/// <summary>
/// The catalog is kept in three-byte UTF-8 (MariaDB manual, "Information Schema Tables"; MySQL manual, "UTF-8 for Metadata"). It has a
/// question mark for a character beyond U+FFFF and for a byte that is no text, so what has one is asked for in another way: a default for its
/// value, a type for the values it has, an expression in the statement that the server shows. What cannot be found out is listed.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="current">The name of the current database.</param>
/// <param name="unread">What could not be read.</param>
internal sealed class QuestionMarks(MySqlSession session, string current, List<string> unread)
{
    /// <summary>Whether the server's own statement has a question mark for something in a column's type or default, too.</summary>
    internal static bool MayHide(Column column) => (column.Type is ColumnType.Native native && HasLost(native.Sql)) || column.Default switch
    {
        DefaultValue.Literal { Value: byte[] bytes } => HasLost(Encoding.UTF8.GetString(bytes)),
        DefaultValue.Literal { Value: string text } => HasLost(text),
        _ => false,
    };

    internal async ValueTask<Table> WithoutAsync(Table table, CancellationToken cancellation)
    {
        if (table.Columns.Any(IsUnclear)) table = await WithDefaultsAsync(table, cancellation);
        foreach (var column in table.Columns.Where(column => UnclearValues(column) > 0))
            table = With(table, column with { Type = await TypeAsync(table.Name, column, cancellation) });
        if (HasExpressions(table)) table = await WithExpressionsAsync(table, cancellation);
        if (!table.Triggers.Any(trigger => Has(trigger.Definition))) return table;
        var triggers = new List<Trigger>();
        foreach (var trigger in table.Triggers) triggers.Add(await WithoutAsync(table, trigger, cancellation));
        return table with { Triggers = triggers.ToValueList() };
    }

    internal async ValueTask<View> WithoutAsync(View view, CancellationToken cancellation)
    {
        if (!Has(view.Query)) return view;
        var shown = ViewText.Unqualified(await ShownAsync("VIEW", view.Name, 1, cancellation), current);
        var query = Found(view.Query, shown, $"view {view.Name}");
        return view with { Query = query, Definition = view.Definition?.Replace(view.Query, query, StringComparison.Ordinal) };
    }

    internal async ValueTask<Routine> WithoutAsync(Routine routine, string body, CancellationToken cancellation)
    {
        if (!Has(body)) return routine;
        var kind = routine.Kind is RoutineKind.Procedure ? "PROCEDURE" : "FUNCTION";
        var found = Found(body, await ShownAsync(kind, routine.Name, 2, cancellation), $"{kind.ToLowerInvariant()} {routine.Name}");
        return routine with { Definition = routine.Definition[..^body.Length] + found };
    }

    private async Task<Trigger> WithoutAsync(Table table, Trigger trigger, CancellationToken cancellation)
    {
        const string End = " FOR EACH ROW ";
        var start = trigger.Definition.IndexOf(End, StringComparison.Ordinal) + End.Length;
        var body = trigger.Definition[start..];
        if (!Has(body)) return trigger;
        var shown = await ShownAsync("TRIGGER", table.Name.Sibling(trigger.Name), 2, cancellation);
        return trigger with { Definition = trigger.Definition[..start] + Found(body, shown, $"trigger {trigger.Name} of {table.Name}") };
    }

    // Of a table without rows there is a row of nulls, in which a column has its default unless it is NOT NULL.
    private async Task<Table> WithDefaultsAsync(Table table, CancellationToken cancellation)
    {
        var columns = table.Columns.Where(IsUnclear).ToArray();
        var known = await ValuesAsync(
            columns, column => $"DEFAULT(t.{Quote(column.Name)})", $"(SELECT 1 AS one) o LEFT JOIN {MySqlNames.Quote(table.Name)} t ON TRUE LIMIT 1", cancellation);
        columns = [.. columns.Except(known.Keys)];
        if (columns.Length > 0)
        {
            foreach (var (column, value) in await StoredDefaultsAsync(table.Name, columns, cancellation)) known.Add(column, value);
        }

        foreach (var column in columns.Except(known.Keys)) unread.Add($"unclear default of column {column.Name} of {table.Name}");
        return table with { Columns = table.Columns.Select(column => known.TryGetValue(column, out var value) ? column with { Default = value } : column).ToValueList() };
    }

    // A temporary table has the columns with their defaults and nothing else. Who may not make one gets no answer.
    private async Task<Dictionary<Column, DefaultValue>> StoredDefaultsAsync(ObjectName table, Column[] columns, CancellationToken cancellation)
    {
        var copy = MySqlNames.Quote(table.Sibling("godwit_defaults"));
        try
        {
            var names = string.Join(", ", columns.Select(column => Quote(column.Name)));
            await session.ScalarAsync($"CREATE TEMPORARY TABLE {copy} AS SELECT {names} FROM {MySqlNames.Quote(table)} LIMIT 0", cancellation);
        }
        catch (StatementException)
        {
            return [];
        }

        await session.ScalarAsync($"INSERT INTO {copy} () VALUES ()", cancellation);
        var values = await ValuesAsync(columns, column => Quote(column.Name), copy, cancellation);
        await session.ScalarAsync($"DROP TEMPORARY TABLE {copy}", cancellation);
        return values;
    }

    private async Task<Dictionary<Column, DefaultValue>> ValuesAsync(Column[] columns, Func<Column, string> expression, string source, CancellationToken cancellation)
    {
        var values = new Dictionary<Column, DefaultValue>();
        var asked = columns.Select(column => IsBinary(column) ? $"HEX({expression(column)})" : $"HEX(CONVERT({expression(column)} USING utf8mb4))");
        await session.QueryAsync(
            $"SELECT {string.Join(", ", asked)} FROM {source}",
            reader =>
            {
                var row = new CatalogRow(reader);
                for (var i = 0; i < columns.Length; i++)
                {
                    if (row.Text(i) is { } value) values.Add(columns[i], new DefaultValue.Literal(IsBinary(columns[i]) ? Convert.FromHexString(value) : Text(value)));
                }
            }, cancellation);
        return values;
    }

    // A variable of the column's type is given one value after the other by its number; those of a SET are powers of two.
    private async Task<ColumnType> TypeAsync(ObjectName table, Column column, CancellationToken cancellation)
    {
        var word = CanonicalType.Word(((ColumnType.Native)column.Type).Sql);
        var found = "";
        if (session.Traits.Product == "mariadb")
        {
            var numbers = Enumerable.Range(0, UnclearValues(column)).Select(n => word == "set" ? 1UL << n : (ulong)n + 1);
            var steps = numbers.Select(number => $"SET v = {number}; SET r = CONCAT(r, HEX(CONVERT(v USING utf8mb4)), ',');");
            await session.QueryAsync(
                $"BEGIN NOT ATOMIC DECLARE v TYPE OF {MySqlNames.Quote(table)}.{Quote(column.Name)}; DECLARE r LONGTEXT DEFAULT ''; {string.Concat(steps)} SELECT r; END",
                reader => found = new CatalogRow(reader).Name(0), cancellation);
        }

        var literals = new MySqlLiterals(SqlModes.Default);
        if (found.Length > 0) return new ColumnType.Native($"{word}({string.Join(',', found.Split(',')[..^1].Select(value => literals.Text(Text(value))))})");
        unread.Add($"unclear type of column {column.Name} of {table}");
        return column.Type;
    }

    private async Task<Table> WithExpressionsAsync(Table table, CancellationToken cancellation)
    {
        var shown = ViewText.Unqualified(await ShownAsync("TABLE", table.Name, 1, cancellation), current);
        if (Has(table.Options?.PartitionBy)) unread.Add($"unclear partitions of {table.Name}");
        return table with
        {
            Columns = table.Columns.Select(column => WithExpressions(table, column, Line(shown, Quote(column.Name)))).ToValueList(),
            Checks = table.Checks.Select(check => Has(check.Predicate)
                ? check with { Predicate = Found(check.Predicate, CheckLine(shown, check.Name!), $"check {check.Name} of {table.Name}") } : check).ToValueList(),
            Indexes = table.Indexes.Select(index => index with
            {
                Parts = index.Parts.Select(part => IsUnclear(part)
                    ? part with { Expression = Found(part.Expression, shown, $"index {index.Name} of {table.Name}") } : part).ToValueList(),
            }).ToValueList(),
        };
    }

    private Column WithExpressions(Table table, Column column, string line) => column with
    {
        Generated = column.Generated is { } generated && Has(generated.Sql)
            ? generated with { Sql = Found(generated.Sql, line, $"expression of column {column.Name} of {table.Name}") } : column.Generated,
        Default = column.Default is DefaultValue.Expression { Sql: var sql } && Has(sql)
            ? new DefaultValue.Expression(Found(sql, line, $"default of column {column.Name} of {table.Name}")) : column.Default,
    };

    private static bool HasExpressions(Table table) => Has(table.Options?.PartitionBy)
        || table.Columns.Any(column => Has(column.Generated?.Sql) || (column.Default is DefaultValue.Expression { Sql: var sql } && Has(sql)))
        || table.Checks.Any(check => Has(check.Predicate))
        || table.Indexes.Any(index => index.Parts.Any(IsUnclear));

    // A check has a line of its own, or stands in that of its column.
    private static string CheckLine(string shown, string name) =>
        Line(shown, $"CONSTRAINT {Quote(name)} CHECK") is { Length: > 0 } line ? line : Line(shown, Quote(name));

    private static string Line(string shown, string start) =>
        shown.Split('\n').FirstOrDefault(line => line.StartsWith($"  {start} ", StringComparison.Ordinal)) ?? "";

    private static bool IsUnclear(IndexPart part) => part.Kind is IndexPartKind.Expression && Has(part.Expression);

    // A default that is a value, with question marks.
    private static bool IsUnclear(Column column) => column.Default switch
    {
        DefaultValue.Expression { Sql: var sql } => Has(sql) && QuotedText.Read(sql) is not null,
        DefaultValue.Literal { Value: string text } => Has(text),
        _ => false,
    };

    // How many values the type of a column has; 0 when it is none of those with question marks.
    private static int UnclearValues(Column column)
    {
        if (column.Type is not ColumnType.Native native || !Has(native.Sql)) return 0;
        var (lexer, source, values) = (MySqlDialect.Instance.Splitter.Lexer, new SourceText("", native.Sql), 0);
        for (var token = lexer.Next(source, 0); token.Kind is not TokenKind.End; token = lexer.Next(source, token.End))
        {
            if (token.Kind is TokenKind.String) values++;
        }

        return values;
    }

    private string Found(string text, string shown, string what)
    {
        if (ShownText.Find(text, shown) is { } found) return found;
        unread.Add("unclear " + what);
        return text;
    }

    private async Task<string> ShownAsync(string kind, ObjectName name, int column, CancellationToken cancellation)
    {
        var text = "";
        await session.QueryAsync($"SHOW CREATE {kind} {MySqlNames.Quote(name)}", reader => text = new CatalogRow(reader).Name(column), cancellation);
        return text;
    }

    private static Table With(Table table, Column column) =>
        table with { Columns = table.Columns.Select(other => other.Name == column.Name ? column : other).ToValueList() };

    private static bool IsBinary(Column column) => column.Type is ColumnType.Native native && CanonicalType.IsBinary(CanonicalType.Word(native.Sql));

    private static bool Has(string? text) => text is not null && text.Contains('?', StringComparison.Ordinal);

    private static bool HasLost(string text) => text.Any(character => char.IsSurrogate(character) || character is '\uFFFD');

    private static string Text(string hexadecimal) => Encoding.UTF8.GetString(Convert.FromHexString(hexadecimal));

    private static string Quote(string name) => MySqlNames.Quote(name);
}
