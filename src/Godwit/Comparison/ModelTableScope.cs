using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>Adds to a table as its model says it all that a model cannot say, as it is.</summary>
/// <param name="from">What there is.</param>
/// <param name="models">What the models say.</param>
internal sealed class ModelTableScope(DatabaseSchema from, DatabaseSchema models)
{
    /// <summary>The table that is wanted.</summary>
    /// <param name="before">The table as it is.</param>
    /// <param name="model">The table as its model says it.</param>
    internal Table Complete(Table before, Table model) => model with
    {
        Columns = model.Columns.Select(column => before.Column(column.Name) is { } there ? Complete(there, column) : column),
        PrimaryKey = before.PrimaryKey is { } key && model.PrimaryKey is { } said && key.IsOver(said.Columns) ? key : model.PrimaryKey,
        Uniques = model.Uniques.Select(unique => Twin(before.Uniques, unique, there => there.Columns.Equals(unique.Columns)) is { } there ? there with { Name = unique.Name } : unique),
        ForeignKeys = [.. ForeignKeys(before, model)],
        Checks = model.Checks.Select(check => Twin(before.Checks, check, there => there.Predicate == check.Predicate) is { } there ? there with { Name = check.Name } : check),
        Indexes = [.. Indexes(before, model)],
        Exclusions = before.Exclusions,
        Triggers = before.Triggers,
        Options = before.Options,
        Definition = before.Definition,
    };

    // A column of SQLite may have no type, and an annotation cannot name none.
    private static Column Complete(Column before, Column model) => model with
    {
        Type = before.Type is ColumnType.Native { Sql: "" } ? before.Type : model.Type,
        Collation = model.Collation ?? before.Collation,
        Charset = model.Charset ?? before.Charset,
        Identity = model.Identity is null ? null : before.Identity ?? model.Identity,
        IsInherited = before.IsInherited,
        IsInvisible = before.IsInvisible,
        OnUpdate = before.OnUpdate,
    };

    // One of the same name rather than another.
    private static T? Twin<T>(ValueList<T> there, T said, Func<T, bool> isSame)
        where T : Constraint =>
        there.FirstOrDefault(one => one.Name == said.Name && isSame(one)) ?? there.FirstOrDefault(isSame);

    // A model says which columns refer to the key of which table, and what happens when that row is deleted.
    private IEnumerable<ForeignKey> ForeignKeys(Table before, Table model)
    {
        var left = before.ForeignKeys.ToList();
        foreach (var key in model.ForeignKeys)
        {
            var there = left.Find(other => key.LeadsLike(other) && other.OnDelete == key.OnDelete) ?? left.Find(key.LeadsLike);
            if (there is not null) left.Remove(there);
            yield return there is null ? key
                : there.OnDelete == key.OnDelete ? there
                : key with { Name = there.Name, OnUpdate = there.OnUpdate, Deferral = there.Deferral };
        }

        foreach (var key in left)
        {
            if (key.Columns.All(column => model.Column(column) is not null) && (model.ForeignKeys.Any(key.LeadsLike) || !IsSayable(key))) yield return key;
        }
    }

    // A table that has no model any more is dropped, and with it what refers to it.
    private bool IsSayable(ForeignKey key) =>
        models.Find(key.ReferencedTable) is { } other ? other.PrimaryKey?.IsOver(key.ReferencedColumns) is true : from.Find(key.ReferencedTable) is not null;

    private static IEnumerable<TableIndex> Indexes(Table before, Table model)
    {
        foreach (var index in model.Indexes)
            yield return before.Indexes.FirstOrDefault(there => there.Name == index.Name && IsSame(there, index)) ?? index;
        var names = model.Indexes.Select(index => index.Name).ToHashSet();
        var gone = before.Columns.Where(column => model.Column(column.Name) is null).ToArray();
        foreach (var index in before.Indexes)
        {
            if (!index.IsPlain && !names.Contains(index.Name) && !Array.Exists(gone, column => index.Mentions(column.Name))) yield return index;
        }
    }

    // Whatever else there is about the one that is there, a model has no words for.
    private static bool IsSame(TableIndex there, TableIndex said) =>
        there.IsPlain && there.IsUnique == said.IsUnique && there.Predicate == said.Predicate && (said.Method is null || there.Method == said.Method) && there.Parts.Equals(said.Parts);
}
