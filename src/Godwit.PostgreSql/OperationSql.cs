using Godwit.Operations;
using Godwit.Schema;
using Godwit.Sql;

namespace Godwit.PostgreSql;

/// <summary>The statements that carry out one operation.</summary>
/// <param name="version">The server's major version.</param>
/// <param name="schema">The schema before the operation, as far as it is known.</param>
internal sealed partial class OperationSql(int version, DatabaseSchema schema) : IOperationVisitor<IReadOnlyList<string>>
{
    private readonly ConstraintSql constraints = new(version);

    public IReadOnlyList<string> Visit(CreateView operation)
    {
        if (Text(operation.Query) is not { } query) return [];
        var view = operation.Whole ?? new View(operation.Name, query)
        {
            IsMaterialized = operation.IsMaterialized,
            Columns = operation.Columns,
            Comment = operation.Comment,
        };
        var statements = new List<string>();
        // CREATE OR REPLACE cannot take columns away, nor replace what has its rows stored: what was there before comes back by
        // dropping what took its place.
        var replaces = operation is { OrReplace: true, Whole: null } && !view.IsMaterialized;
        if (operation.OrReplace && !replaces) statements.Add($"DROP {Kind(view.IsMaterialized)} IF EXISTS {PostgreSqlNames.Quote(view.Name)}");
        if (view.Definition is { } definition) statements.Add(definition);
        else statements.Add($"CREATE {(replaces ? "OR REPLACE " : "")}{Kind(view.IsMaterialized)} {PostgreSqlNames.Quote(view.Name)}"
            + (view.Columns.Count == 0 ? "" : $" ({PostgreSqlNames.QuoteAll(view.Columns)})") + $" AS\n{PostgreSqlNormalizer.Statement(view.Query)}");
        if (!string.IsNullOrEmpty(view.Comment)) statements.Add(CommentSql.OnView(view));
        foreach (var index in view.Indexes)
        {
            statements.Add(IndexSql.Create(view.Name, index, version));
            if (index.Comment is not null) statements.Add(CommentSql.OnIndex(view.Name, index));
        }

        statements.AddRange(view.Triggers.Select(trigger => trigger.Definition));
        return statements;
    }

    public IReadOnlyList<string> Visit(DropView operation) =>
        [$"DROP {Kind(operation.IsMaterialized || operation.Old is { IsMaterialized: true })} {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(RefreshView operation) =>
        [$"REFRESH MATERIALIZED VIEW {(operation.Concurrently ? "CONCURRENTLY " : "")}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(CreateSequence operation) => [SequenceSql.Create(operation)];

    public IReadOnlyList<string> Visit(AlterSequence operation) => SequenceSql.Alter(operation) is { } statement ? [statement] : [];

    public IReadOnlyList<string> Visit(DropSequence operation) => [$"DROP SEQUENCE {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(CreateEnum operation) =>
        [$"CREATE TYPE {PostgreSqlNames.Quote(operation.Type.Name)} AS ENUM ({string.Join(", ", operation.Type.Values.Select(PostgreSqlLiterals.Quoted))})"];

    public IReadOnlyList<string> Visit(DropEnum operation) => [$"DROP TYPE {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(AddEnumValue operation)
    {
        var place = operation.Before is { } before ? " BEFORE " + PostgreSqlLiterals.Quoted(before)
            : operation.After is { } after ? " AFTER " + PostgreSqlLiterals.Quoted(after) : "";
        return [$"ALTER TYPE {PostgreSqlNames.Quote(operation.Type)} ADD VALUE {IfNotExists(operation.IfNotExists)}{PostgreSqlLiterals.Quoted(operation.Value)}{place}"];
    }

    public IReadOnlyList<string> Visit(RenameEnumValue operation) =>
        [$"ALTER TYPE {PostgreSqlNames.Quote(operation.Type)} RENAME VALUE {PostgreSqlLiterals.Quoted(operation.From)} TO {PostgreSqlLiterals.Quoted(operation.To)}"];

    public IReadOnlyList<string> Visit(CreateTrigger operation) => Split(Text(operation.Definition));

    public IReadOnlyList<string> Visit(DropTrigger operation) =>
        operation.Only is not null && Text(operation.Only) is null ? []
            : [$"DROP TRIGGER {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)} ON {PostgreSqlNames.Quote(operation.Table)}"];

    public IReadOnlyList<string> Visit(CreateRoutine operation)
    {
        var statements = Split(Text(operation.Definition));
        return operation.OrReplace ? [.. statements.Select(Replacing)] : statements;
    }

    public IReadOnlyList<string> Visit(DropRoutine operation)
    {
        if (operation.Only is not null && Text(operation.Only) is null) return [];
        // Without its arguments a name is enough as long as there is one of that name only (manual, DROP FUNCTION).
        var arguments = operation.Arguments ?? operation.Old?.Arguments;
        var name = PostgreSqlNames.Quote(operation.Name) + (arguments is null ? "" : $"({arguments})");
        return [$"DROP {operation.Kind.ToString().ToUpperInvariant()} {IfExists(operation.IfExists)}{name}"];
    }

    public IReadOnlyList<string> Visit(CreateSchema operation) => [$"CREATE SCHEMA {IfNotExists(operation.IfNotExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(DropSchema operation) => [$"DROP SCHEMA {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(CreateExtension operation)
    {
        var place = operation.Extension.Schema is { } name ? " WITH SCHEMA " + PostgreSqlNames.Quote(name) : "";
        return [$"CREATE EXTENSION {IfNotExists(operation.IfNotExists)}{PostgreSqlNames.Quote(operation.Extension.Name)}{place}"];
    }

    public IReadOnlyList<string> Visit(DropExtension operation) => [$"DROP EXTENSION {IfExists(operation.IfExists)}{PostgreSqlNames.Quote(operation.Name)}"];

    public IReadOnlyList<string> Visit(RunSql operation) => Split(Text(operation.Sql));

    public IReadOnlyList<string> Visit(RunCode operation) => throw NotSql(operation);

    public IReadOnlyList<string> Visit(Backfill operation) => throw NotSql(operation);

    public IReadOnlyList<string> Visit(SetForeignKeyChecks operation) => throw Unsupported.Error(
        $"cannot switch the checking of foreign keys {(operation.Enabled ? "on" : "off")} for a migration.",
        "Make the foreign keys deferrable (Deferral.InitiallyDeferred), so that they are checked at the end of the transaction; "
        + "or, as a superuser, run SET LOCAL session_replication_role = replica.");

    private static string? Text(DialectText text) => text.For(PostgreSqlDialect.Instance.Name);

    private static string IfExists(bool tolerant) => tolerant ? "IF EXISTS " : "";

    private static string IfNotExists(bool tolerant) => tolerant ? "IF NOT EXISTS " : "";

    private static string Kind(bool isMaterialized) => isMaterialized ? "MATERIALIZED VIEW" : "VIEW";

    private static InvalidOperationException NotSql(Operation operation) => new($"The engine carries out \"{operation.Summary}\" itself; it has no SQL.");

    private static string[] Split(string? sql)
    {
        if (sql is null) return [];
        var source = new SourceText("", sql);
        try
        {
            return [.. PostgreSqlDialect.Instance.Splitter.Split(source, 0, sql.Length).Select(statement => statement.Text)];
        }
        catch (GodwitException exception) when (exception.Location is { } place)
        {
            // The place is one in the text: that of the operation is what the reader can find.
            throw new GodwitException(exception.Code, $"In line {place.Line}, column {place.Column} of the SQL: {exception.Message}", exception.Remedy, inner: exception);
        }
    }

    private static string Replacing(string statement)
    {
        var words = new TokenReader(PostgreSqlDialect.Instance.Splitter.Lexer, new SqlStatement(statement));
        if (!words.Accept("CREATE") || words.Is("OR")) return statement;
        return words.Is("FUNCTION") || words.Is("PROCEDURE") || words.Is("AGGREGATE")
            ? $"CREATE OR REPLACE {statement[words.Current.Start..]}"
            : statement;
    }
}
