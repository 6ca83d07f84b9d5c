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
        var scope = new ModelTableScope(from, models);
        return models with
        {
            Tables =
            [
                .. models.Tables.Select(table => present.TryGetValue(table.Name, out var before) ? scope.Complete(before, table) : table),
                .. from.Tables.Where(table => table.Columns.Count == 0),
            ],
            Views = from.Views,
            Sequences = from.Sequences.Where(sequence => !numbered.Contains(sequence.Name)).Concat(models.Sequences).ToValueList(),
            Routines = from.Routines,
            Extensions = from.Extensions.Where(extension => !extended.Contains(extension.Name)).Concat(models.Extensions).ToValueList(),
            Schemas = from.Schemas.Union(models.Schemas).ToValueList(),
            Enums = from.Enums.Where(type => !named.Contains(type.Name)).Concat(models.Enums).ToValueList(),
            Natives = from.Natives,
            Unread = from.Unread,
        };
    }
}
