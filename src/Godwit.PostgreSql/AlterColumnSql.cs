using System.Globalization;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>
/// The clauses of ALTER TABLE that change a column: what differs between the old and the new one when the old one is known, else
/// what the change mentions.
/// </summary>
internal sealed class AlterColumnSql
{
    private const int SetExpression = 17;
    private static readonly HashSet<ObjectName> NoEnums = [];

    private readonly AlterColumn operation;
    private readonly Table? table;
    private readonly Column? old;
    private readonly int version;
    private readonly string column;
    private readonly List<string> clauses = [];

    private AlterColumnSql(AlterColumn operation, Table? table, int version)
    {
        this.operation = operation;
        this.table = table;
        this.version = version;
        old = operation.Old ?? table?.RequireColumn(operation.Change.Column);
        column = "ALTER COLUMN " + PostgreSqlNames.Quote(operation.Change.Column);
    }

    /// <summary>
    /// Whether the old column has to be known: a new type would lose the collation, and cannot take over every default; an
    /// identity is added or changed; an enum's check gives way to the one before it.
    /// </summary>
    internal static bool NeedsSchema(AlterColumn operation)
    {
        var change = operation.Change;
        if (operation.Old is { } old) return old.Type is ColumnType.Enum && change.Type is not (null or ColumnType.Enum);
        return change.Type is not null ? change.Default is null || change.Collation is null
            : change.Collation is not null || change.Identity?.Value is not null;
    }

    /// <param name="operation">The change.</param>
    /// <param name="table">The table before it; null while it is not known.</param>
    /// <param name="version">The server's major version.</param>
    internal static List<string> Of(AlterColumn operation, Table? table, int version)
    {
        Unsupported.Refuse(operation.Online);
        Unsupported.Refuse(operation.Change);
        var sql = new AlterColumnSql(operation, table, version);
        if (sql.old is { } old) sql.Compare(old, operation.Change.ApplyTo(old));
        else sql.State(operation.Change);
        return sql.Statements();
    }

    private List<string> Statements()
    {
        var statements = new List<string>();
        var name = PostgreSqlNames.Quote(operation.Table);
        if (clauses is [var only]) statements.Add($"ALTER TABLE {name} {only}");
        else if (clauses.Count > 1) statements.Add($"ALTER TABLE {name}\n    {string.Join(",\n    ", clauses)}");
        if (operation.Change.Comment is { } comment && (old is null || (old.Comment ?? "") != (comment.Value ?? "")))
            statements.Add(CommentSql.OnColumn(operation.Table, operation.Change.Column, comment.Value));
        return statements;
    }

    private void Compare(Column before, Column after)
    {
        var (was, becomes) = (TableNormalizer.Column(before, NoEnums), TableNormalizer.Column(after, NoEnums));
        CompareChecks(before, after);
        var restates = CompareType(was, becomes, after);
        DropIdentity(was.Identity, becomes.Identity);
        if (was.IsNullable != becomes.IsNullable) clauses.Add($"{column} {(becomes.IsNullable ? "DROP" : "SET")} NOT NULL");
        SetIdentity(was.Identity, becomes.Identity);
        CompareGenerated(was.Generated, becomes.Generated);
        if (restates) clauses.Add($"{column} SET DEFAULT {ColumnDefault.Restated(after)}");
        else if (was.Default != becomes.Default) clauses.Add(Default(after));
    }

    // Every type is cast to a text without being told to, and then what is too long for it is an error; told to, it would be cut off.
    // A default is not cast to every type, as a column is by USING: a constant is taken away and given again.
    private bool CompareType(Column was, Column becomes, Column after)
    {
        if (was.Type == becomes.Type && was.Collation == becomes.Collation) return false;
        var (from, to) = (Family(was.Type), Family(becomes.Type));
        var casts = !from.Equals(to);
        var restates = casts && was.Default is not null && after.Default is not null
            && (was.Default != becomes.Default || ColumnDefault.IsConstant(after.Default));
        if (restates) clauses.Add($"{column} DROP DEFAULT");
        var cast = casts && !to.Equals(TypeFamily.Text)
            ? ColumnCast.Of(PostgreSqlNames.Quote(after.Name), KindOf(was.Type), KindOf(becomes.Type), PostgreSqlTypes.Sql(after.Type))
            : null;
        clauses.Add(Type(after, operation.Using ?? cast));
        return restates;
    }

    // Before a column may become nullable it is no identity any more, and before it becomes one it is not nullable.
    private void DropIdentity(Identity? was, Identity? becomes)
    {
        if (was is not null && becomes is null) clauses.Add($"{column} DROP IDENTITY");
    }

    private void SetIdentity(Identity? was, Identity? becomes)
    {
        if (becomes is null || was == becomes) return;
        if (was is null)
        {
            clauses.Add($"{column} ADD {ColumnSql.Identity(becomes)}");
            return;
        }

        var settings = "";
        if (was.Kind != becomes.Kind) settings += " SET GENERATED " + ColumnSql.Generation(becomes.Kind);
        if (was.Start != becomes.Start) settings += " SET START WITH " + (becomes.Start ?? 1).ToString(CultureInfo.InvariantCulture);
        if (was.Increment != becomes.Increment) settings += " SET INCREMENT BY " + (becomes.Increment ?? 1).ToString(CultureInfo.InvariantCulture);
        clauses.Add(column + settings);
    }

    private void CompareGenerated(GeneratedExpression? was, GeneratedExpression? becomes)
    {
        if (was == becomes) return;
        if (becomes is null && was is { Storage: GeneratedStorage.Stored }) clauses.Add($"{column} DROP EXPRESSION");
        else if (becomes is not null && was?.Storage == becomes.Storage) clauses.Add(NewExpression(becomes));
        else throw CannotGenerate();
    }

    // An enum is a text with a check, which comes, goes and changes with it. Where another check of its name stood before it was
    // an enum, that one comes back.
    private void CompareChecks(Column before, Column after)
    {
        if (before.Type == after.Type || (before.Type is not ColumnType.Enum && after.Type is not ColumnType.Enum)) return;
        var name = AllowedValues.CheckName(operation.Table, after.Name);
        clauses.Add($"DROP CONSTRAINT IF EXISTS {PostgreSqlNames.Quote(name)}");
        var check = after.Type is ColumnType.Enum type
            ? AllowedValues.Check(operation.Table, after.Name, type.Values)
            : table?.Checks.FirstOrDefault(other => other.Name == name);
        if (check is not null) clauses.Add("ADD " + new ConstraintSql(version).Of(check));
    }

    // Nothing is known of the column: each clause is one that is right whatever it was.
    private void State(ColumnChange change)
    {
        var known = new Column(change.Column, change.Type ?? new ColumnType.Text()) { Default = change.Default?.Value, Collation = change.Collation?.Value };
        if (change.Type is not null)
        {
            if (change.Type is ColumnType.Enum type)
            {
                var check = AllowedValues.Check(operation.Table, change.Column, type.Values);
                clauses.Add($"DROP CONSTRAINT IF EXISTS {PostgreSqlNames.Quote(check.Name!)}");
                clauses.Add("ADD " + new ConstraintSql(version).Of(check));
            }

            clauses.Add($"{column} DROP DEFAULT");
            clauses.Add(Type(known, operation.Using));
        }

        if (change.Identity is { Value: null }) clauses.Add($"{column} DROP IDENTITY IF EXISTS");
        if (change.IsNullable is { } nullable) clauses.Add($"{column} {(nullable ? "DROP" : "SET")} NOT NULL");
        if (change.Generated is { } generated) clauses.Add(generated.Value is null ? $"{column} DROP EXPRESSION IF EXISTS" : NewExpression(generated.Value));
        if (change.Default is null || (change.Type is not null && change.Default.Value is null)) return;
        clauses.Add(change.Type is null ? UntypedDefault(known) : Default(known));
    }

    private string Type(Column after, string? conversion) =>
        $"{column} TYPE {PostgreSqlTypes.Sql(after.Type)}"
        + (after.Collation is { } collation ? " COLLATE " + PostgreSqlNames.QuoteCollation(collation) : "")
        + (conversion is null ? "" : " USING " + conversion);

    private string Default(Column after) => ColumnDefault.Sql(after) is { } value ? $"{column} SET DEFAULT {value}" : $"{column} DROP DEFAULT";

    // The type is not known: the value is written as it is, and the server judges it.
    private string UntypedDefault(Column after) => after.Default is DefaultValue.Literal { Value: { } value }
        ? $"{column} SET DEFAULT {PostgreSqlLiterals.Of(value)}"
        : Default(after);

    private string NewExpression(GeneratedExpression generated) =>
        version >= SetExpression ? $"{column} SET EXPRESSION AS ({generated.Sql})" : throw CannotGenerate();

    private GodwitException CannotGenerate() => Unsupported.Error(
        $"{version} cannot make {operation.Change.Column} of {operation.Table} a computed column, change its expression, "
        + "or keep the values of one that is computed when it is read.",
        "Drop the column and add it again.");

    // Types of the same family are cast into one another without being told to.
    private static object Family(ColumnType type) =>
        type is ColumnType.Native native && TypeFamilies.Of(native.Sql) is not TypeFamily.Other and var family ? family : type;

    private static TypeFamily KindOf(ColumnType type) => type switch
    {
        ColumnType.Native native => TypeFamilies.Of(native.Sql),
        ColumnType.NativeEnum => TypeFamily.Enumerated,
        _ => TypeFamily.Other,
    };
}
