using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>Adds to what model classes say all that they cannot say, as it is.</summary>
internal static class ModelScope
{
    internal static DatabaseSchema Complete(DatabaseSchema from, DatabaseSchema models)
    {
        var present = from.Tables.ToDictionary(table => table.Name);
        var named = models.Enums.Select(type => type.Name).ToHashSet();
        var numbered = models.Sequences.Select(sequence => sequence.Name).ToHashSet();
        var extended = models.Extensions.Select(extension => extension.Name).ToHashSet();
        return models with
        {
            Tables = models.Tables.Select(table => present.TryGetValue(table.Name, out var before) ? Complete(before, table) : table),
            Views = from.Views,
            Sequences = from.Sequences.Where(sequence => !numbered.Contains(sequence.Name)).Concat(models.Sequences).ToValueList(),
            Routines = from.Routines,
            Extensions = from.Extensions.Where(extension => !extended.Contains(extension.Name)).Concat(models.Extensions).ToValueList(),
            Schemas = from.Schemas.Union(models.Schemas).ToValueList(),
            Enums = from.Enums.Where(type => !named.Contains(type.Name)).Concat(models.Enums).ToValueList(),
            Unread = from.Unread,
        };
    }

    private static Table Complete(Table from, Table model) => model with
    {
        Columns = model.Columns.Select(column => from.Column(column.Name) is { } before ? Complete(before, column) : column),
        Exclusions = from.Exclusions,
        Triggers = from.Triggers,
        Options = from.Options,
        Definition = from.Definition,
    };

    private static Column Complete(Column from, Column model) => model with
    {
        Collation = model.Collation ?? from.Collation,
        Charset = model.Charset ?? from.Charset,
        IsInvisible = from.IsInvisible,
        OnUpdate = from.OnUpdate,
    };
}
