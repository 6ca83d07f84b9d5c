using System.Collections.Frozen;
using System.Collections.Immutable;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.MySql;

/// <summary>The operations that alter a table, as clauses.</summary>
internal sealed class MySqlAlterations(MySqlTraits traits, ColumnClause columns, KeyClause keys, TableClause tables)
{
    private static readonly FrozenSet<string> Numbers = FrozenSet.Create("avg_row_length", "checksum", "delay_key_write", "key_block_size", "max_rows", "min_rows");

    internal Wording AddColumn(AddColumn operation, Table? before)
    {
        if (operation.IfNotExists && before?.Column(operation.Column.Name) is not null) return Wording.Nothing;
        var column = operation.Column;
        var exists = operation.IfNotExists && traits.HasExistenceClauses ? "IF NOT EXISTS " : "";
        return new Wording.Alteration(operation.Table, $"ADD COLUMN {exists}{columns.Of(column, null)}{Position(operation.Position)}", WorkOfAdding(column))
        {
            Online = operation.Online,
            Adds = [column.Name],
            Expressions = Expressions(column),
            After = (operation.Position as ColumnPosition.After)?.Column,
            Numbering = column.Identity is null ? null : column.Name,
        };
    }

    internal Wording DropColumn(DropColumn operation, Table before)
    {
        if (before.Column(operation.Column) is not { } column)
            return operation.IfExists ? Wording.Nothing : throw Missing(before, operation.Column);
        var after = before.DropColumn(operation.Column);
        var gone = before.Constraints.Except(after.Constraints).Where(constraint => !SameColumnCheck(constraint, column)).ToArray();
        var indexes = before.Indexes.Except(after.Indexes).ToArray();
        return new Wording.Alteration(operation.Table,
            [.. gone.SelectMany(constraint => Drop(constraint, before, after)), .. indexes.Select(index => DropIndex(index.Name)), .. ForeignKeyIndex.Missing(before, after), $"DROP COLUMN {MySqlNames.Quote(column.Name)}"],
            gone.Any(constraint => constraint is PrimaryKey) ? AlterWork.Rows : gone.Length + indexes.Length == 0 ? AlterWork.Definition : AlterWork.Index)
        {
            Changes = [column.Name],
            Keys = [.. gone.Select(KeyName), .. indexes.Select(index => index.Name)],
            Uses = [.. gone.SelectMany(ConstraintKinds.Columns)],
            Numbering = column.Identity is null ? null : column.Name,
        };
    }

    // Everything that is not changed is repeated: MODIFY COLUMN gives the column a new definition (MySQL manual, 15.1.9).
    internal Wording AlterColumn(AlterColumn operation, Table before, Table after)
    {
        var old = before.RequireColumn(operation.Change.Column);
        var column = after.RequireColumn(old.Name);
        if (operation.Using is not null)
            throw NotSupported($"convert {old.Name} by an expression", "Add a column with the new type, fill it with schema.Update, and drop the old one.");
        if (IsVirtual(old) != IsVirtual(column))
            throw NotSupported($"turn {old.Name} into a virtual column, or a virtual one into another", "Drop the column, and add it as it is to be.");
        return new Wording.Alteration(operation.Table, $"MODIFY COLUMN {columns.Of(column, tables.ColumnCheck(after, column))}{Position(operation.Position)}", AlterWork.Rows)
        {
            Online = operation.Online,
            Changes = [column.Name],
            Expressions = Expressions(column),
            After = (operation.Position as ColumnPosition.After)?.Column,
        };
    }

    // MySQL refuses to rename a column that a check speaks of (3959), and takes it where the check is made anew in the same
    // statement. A computed column that speaks of it stands in the way in any case (3108).
    internal Wording RenameColumn(RenameColumn operation, Table? before)
    {
        var rename = $"RENAME COLUMN {MySqlNames.Quote(operation.From)} TO {MySqlNames.Quote(operation.To)}";
        var alteration = new Wording.Alteration(operation.Table, rename, AlterWork.Definition) { Changes = [operation.From, operation.To] };
        if (traits.RenamesInExpressions || before is null) return alteration;
        if (Dependent(before, operation.From) is { } dependent)
            throw NotSupported($"rename {operation.From} of {operation.Table} while {dependent} is computed from it", $"Drop {dependent}, rename the column, and add {dependent} again.");
        var after = before.RenameColumn(operation.From, operation.To);
        var (gone, made) = (before.Checks.Except(after.Checks).ToArray(), after.Checks.Except(before.Checks).ToArray());
        return gone.Length == 0 ? alteration : alteration with
        {
            Clauses = [.. gone.SelectMany(check => Drop(check, before, after)), rename, .. made.Select(check => "ADD " + check.Accept(keys))],
            Work = AlterWork.Rows,
            Keys = [.. gone.Select(KeyName)],
        };
    }

    internal Wording AddConstraint(AddConstraint operation, Table? after)
    {
        if (operation.Concurrently) throw NotSupported("build an index CONCURRENTLY, which is PostgreSQL's", "Say Online instead: ALGORITHM=INPLACE, LOCK=NONE.");
        var constraint = after is null ? operation.Constraint : Added(operation.Constraint, after);
        var alteration = new Wording.Alteration(operation.Table, "ADD " + constraint.Accept(keys), constraint is UniqueConstraint ? AlterWork.Index : AlterWork.Rows)
        {
            Online = operation.Online,
            Keys = [KeyName(constraint)],
            Uses = [.. ConstraintKinds.Columns(constraint)],
            Expressions = constraint is CheckConstraint check ? [check.Predicate] : [],
        };
        return constraint is CheckConstraint own && after is not null && tables.IsOfColumn(after, own) ? Modified(alteration, own, after) : alteration;
    }

    internal Wording DropConstraint(DropConstraint operation, Table before, Table after)
    {
        if (before.Constraints.Except(after.Constraints).FirstOrDefault() is not { } constraint) return Wording.Nothing;
        var alteration = new Wording.Alteration(operation.Table, [.. Drop(constraint, before, after), .. ForeignKeyIndex.Missing(before, after)], WorkOfDropping(constraint))
        {
            Keys = [KeyName(constraint)],
            Uses = [.. ConstraintKinds.Columns(constraint)],
            Numbering = NumberedColumn(constraint, before),
        };
        return constraint is CheckConstraint check && tables.IsOfColumn(before, check) ? Modified(alteration, check, after) : alteration;
    }

    internal Wording CreateIndex(CreateIndex operation, Table? before)
    {
        if (operation.Concurrently) throw NotSupported("build an index CONCURRENTLY, which is PostgreSQL's", "Say Online instead: ALGORITHM=INPLACE, LOCK=NONE.");
        var index = operation.Index;
        if (operation.IfNotExists && before is not null && HasIndex(before, index.Name)) return Wording.Nothing;
        var (clause, statement) = ("ADD " + keys.Of(index), keys.Statement(operation.Table, index));
        if (operation.IfNotExists && traits.HasExistenceClauses)
            (clause, statement) = (Existing(clause, "KEY ", "IF NOT EXISTS "), Existing(statement, "INDEX ", "IF NOT EXISTS "));
        return new Wording.Alteration(operation.Table, clause, index.Kind is IndexKind.FullText ? AlterWork.Alone : AlterWork.Index)
        {
            Online = operation.Online,
            Keys = [index.Name],
            Uses = [.. index.Parts.Where(part => part.Kind is IndexPartKind.Column).Select(part => part.Expression)],
            Expressions = [.. index.Parts.Where(part => part.Kind is IndexPartKind.Expression).Select(part => part.Expression)],
            Alone = statement,
        };
    }

    internal Wording DropIndex(DropIndex operation, Table before, Table after)
    {
        if (operation.Concurrently) throw NotSupported("drop an index CONCURRENTLY, which is PostgreSQL's", "Leave that out: dropping one hardly takes time.");
        if (operation.IfExists && !HasIndex(before, operation.Name)) return Wording.Nothing;
        var exists = operation.IfExists && traits.HasExistenceClauses ? "IF EXISTS " : "";
        var name = MySqlNames.Quote(operation.Name);
        string[] missing = [.. ForeignKeyIndex.Missing(before, after)];
        return new Wording.Alteration(operation.Table, [$"DROP INDEX {exists}{name}", .. missing], AlterWork.Index)
        {
            Keys = [operation.Name],
            Alone = missing.Length > 0 ? null : $"DROP INDEX {exists}{name} ON {MySqlNames.Quote(operation.Table)}",
        };
    }

    internal static Wording RenameIndex(RenameIndex operation) =>
        new Wording.Alteration(operation.Table, $"RENAME INDEX {MySqlNames.Quote(operation.From)} TO {MySqlNames.Quote(operation.To)}", AlterWork.Definition)
        {
            Keys = [operation.From, operation.To],
        };

    // DEFAULT CHARSET is for columns to come. Those that follow the table's character set are given the new one with their whole
    // definition; CONVERT TO would also change those with one of their own, and widen TEXT (MySQL manual, 15.1.9).
    internal Wording SetTableOptions(SetTableOptions operation, Table? before)
    {
        if (operation.Unlogged is not null) throw NotSupported("leave a table out of its log", "Use ENGINE = MEMORY for rows that may be lost.");
        var changed = operation.Old is { } old ? Changed(operation.Options, old, operation.IsWhole) : operation.Options;
        var options = tables.Options(changed).TrimStart();
        var followers = before is null || changed is { Charset: null, Collation: null } ? [] : before.Columns.Where(FollowsTable).ToArray();
        if (options.Length == 0) return Wording.Nothing;
        return new Wording.Alteration(operation.Table,
            [options, .. followers.Select(column => $"MODIFY COLUMN {columns.Of(With(column, changed), tables.ColumnCheck(before!, column))}")],
            changed with { AutoIncrementStart = null } == new TableOptions() ? AlterWork.Definition : AlterWork.Rows)
        {
            Changes = [.. followers.Select(column => column.Name)],
            Keys = ["table options"],
        };
    }

    private static TableOptions Changed(TableOptions options, TableOptions old, bool isWhole) => new()
    {
        Engine = TableClause.SameName(options.Engine, old.Engine) ? null : options.Engine,
        Charset = (options.Charset, options.Collation) == (old.Charset, old.Collation) ? null : options.Charset,
        Collation = (options.Charset, options.Collation) == (old.Charset, old.Collation) ? null : options.Collation,
        AutoIncrementStart = options.AutoIncrementStart,
        Parameters = options.Parameters.Equals(old.Parameters) || (options.Parameters.Count == 0 && !isWhole) ? [] : [.. Gone(options, old), .. options.Parameters],
    };

    // Numbers have 0 for what is usual, and all others have DEFAULT (MySQL manual, 15.1.20, "Table Options").
    private static IEnumerable<string> Gone(TableOptions options, TableOptions old) =>
        old.Parameters.Select(Name).Except(options.Parameters.Select(Name)).Select(name => $"{name} = {(Numbers.Contains(name) ? "0" : "DEFAULT")}");

    private static string Name(string parameter) => parameter.Split('=', 2)[0].Trim().ToLowerInvariant();

    private bool FollowsTable(Column column) =>
        column is { Charset: null, Collation: null } && CanonicalType.IsText(CanonicalType.Word(CanonicalType.Of(columns.TypeOf(column), traits)));

    private static Column With(Column column, TableOptions options) => column with { Charset = options.Charset, Collation = options.Collation };

    private static string Position(ColumnPosition? position) => position switch
    {
        ColumnPosition.First => " FIRST",
        ColumnPosition.After after => " AFTER " + MySqlNames.Quote(after.Column),
        _ => "",
    };

    private static string DropIndex(string name) => "DROP INDEX " + MySqlNames.Quote(name);

    private static string Existing(string text, string after, string words) => text.Insert(text.IndexOf(after, StringComparison.Ordinal) + after.Length, words);

    private static string KeyName(Constraint constraint) => constraint is PrimaryKey ? "PRIMARY" : constraint.Name!;

    private static bool IsVirtual(Column column) => column.Generated is { Storage: GeneratedStorage.Virtual };

    private static AlterWork WorkOfAdding(Column column) =>
        column.Identity is not null || column.Generated is { Storage: GeneratedStorage.Stored } ? AlterWork.Rows : AlterWork.Definition;

    private static AlterWork WorkOfDropping(Constraint constraint) => constraint switch
    {
        PrimaryKey => AlterWork.Rows,
        CheckConstraint => AlterWork.Definition,
        _ => AlterWork.Index,
    };

    private static ImmutableArray<string> Expressions(Column column) =>
    [
        .. column.Generated is { } generated ? [generated.Sql] : Array.Empty<string>(),
        .. column.Default is DefaultValue.Expression expression ? [expression.Sql] : Array.Empty<string>(),
    ];

    private static bool HasIndex(Table table, string name) =>
        table.Indexes.Any(index => TableClause.SameName(index.Name, name)) || table.Uniques.Any(unique => TableClause.SameName(unique.Name, name));

    private static string? NumberedColumn(Constraint constraint, Table table) =>
        table.Columns.FirstOrDefault(column => column.Identity is not null && constraint is PrimaryKey or UniqueConstraint && ConstraintKinds.Columns(constraint).Contains(column.Name))?.Name;

    // The one without a name got one when the schema after the operation was named; it is the last of its kind.
    private static Constraint Added(Constraint constraint, Table after) => constraint.Name is not null ? constraint : constraint switch
    {
        UniqueConstraint => after.Uniques[^1],
        ForeignKey => after.ForeignKeys[^1],
        CheckConstraint => after.Checks[^1],
        _ => constraint,
    };

    private static string? Dependent(Table table, string column) =>
        table.Columns.FirstOrDefault(other => other.Generated is { } generated && ExpressionText.Mentions(generated.Sql, column))?.Name
        ?? table.Indexes.FirstOrDefault(index => index.Parts.Any(part => part.Kind is IndexPartKind.Expression && ExpressionText.Mentions(part.Expression, column)))?.Name;

    private static bool SameColumn(Constraint constraint, Column column) => TableClause.SameName(constraint.Name, column.Name);

    private bool SameColumnCheck(Constraint constraint, Column column) => traits.HasColumnChecks && constraint is CheckConstraint && SameColumn(constraint, column);

    private IEnumerable<string> Drop(Constraint constraint, Table before, Table after)
    {
        yield return constraint switch
        {
            PrimaryKey => "DROP PRIMARY KEY",
            UniqueConstraint => DropIndex(constraint.Name!),
            ForeignKey => "DROP FOREIGN KEY " + MySqlNames.Quote(constraint.Name!),
            CheckConstraint => $"{traits.DropCheck} {MySqlNames.Quote(constraint.Name!)}",
            _ => constraint.Accept(keys),
        };
        // IF EXISTS, where there is one: an index made later by hand may have taken the place of this one
        if (constraint is ForeignKey key && ForeignKeyIndex.Goes(before, after, key))
            yield return $"DROP INDEX {(traits.HasExistenceClauses ? "IF EXISTS " : "")}{MySqlNames.Quote(key.Name!)}";
    }

    // A column's own check cannot be added or dropped but with the column's definition.
    private Wording.Alteration Modified(Wording.Alteration alteration, CheckConstraint check, Table after)
    {
        var column = after.Columns.First(column => SameColumn(check, column));
        return alteration with { Clauses = [$"MODIFY COLUMN {columns.Of(column, tables.ColumnCheck(after, column))}"], Changes = [column.Name] };
    }

    private GodwitException NotSupported(string what, string alternative) => new(ErrorCode.NotSupported, $"{traits.Title} cannot {what}.", alternative);

    private static GodwitException Missing(Table table, string column) =>
        new(ErrorCode.UnknownObject, $"The table {table.Name} has no column {column}.", "Look at its columns, and drop one of those.");
}
