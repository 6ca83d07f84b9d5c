using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>Adds to what model classes say all that they cannot say, as it is.</summary>
internal static class ModelScope
{
    internal static DatabaseSchema Complete(DatabaseSchema from, DatabaseSchema models)
    {
        var present = from.Tables.ToDictionary(table => table.Name);
        var scope = new ModelTableScope(from, models);
        return models with
        {
            Tables =
            [
                .. models.Tables.Select(table => present.TryGetValue(table.Name, out var before) ? scope.Complete(before, table) : table),
                .. from.Tables.Where(table => table.Columns.Count == 0),
            ],
            Views = from.Views,
            Sequences = Said(from.Sequences, models.Sequences, sequence => sequence.Name),
            Routines = from.Routines,
            Extensions = Said(from.Extensions, models.Extensions, extension => extension.Name),
            Schemas = from.Schemas.Union(models.Schemas).ToValueList(),
            Enums = Said(from.Enums, models.Enums, type => type.Name),
            Natives = from.Natives,
            Unread = from.Unread,
        };
    }

    // What the models say, and of what is there the rest.
    private static ValueList<T> Said<T, TName>(ValueList<T> present, ValueList<T> models, Func<T, TName> name)
    {
        var named = models.Select(name).ToHashSet();
        return present.Where(one => !named.Contains(name(one))).Concat(models).ToValueList();
    }
}
