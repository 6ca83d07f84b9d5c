using System.Collections.Immutable;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit.Factories;

/// <summary>The values of a row: what its model has, the keys that are settled, and what the table needs beside them.</summary>
internal sealed class RowCells<TModel>(SeedContext context, ModelMaker<TModel> maker, SeedTable table, ImmutableDictionary<string, object?> given, ParentRows parents)
    where TModel : class
{
    // A pair of keys that are picked at random may have been picked before.
    private const int Attempts = 200;

    // As many as a unique column of few values is looked through for one that is free.
    private const int Draws = 20_000;

    private readonly TakenKeys taken = new(context, table, [.. maker.Columns.Contested]);

    internal ModelMaker<TModel> Maker => maker;

    internal SeedTable Table => table;

    internal async Task<(TModel Model, Dictionary<string, object?> Cells)> MakeAsync(int place)
    {
        await taken.ReadAsync();
        var model = maker.Make(place);
        for (var attempt = 1; ; attempt++)
        {
            var draw = attempt == 1 ? place : maker.Columns.Draw(Draws);
            var cells = OfModel(model);
            await ReferAsync(cells, model, isNew: attempt == Attempts);
            Complete(cells, place, draw);
            var set = taken.Find(cells);
            if (set is null || (attempt == Attempts && !set.Any(IsReferring)))
            {
                // where none is free, the database says so best
                taken.Add(cells);
                return (model, cells);
            }

            if (attempt == Attempts) throw NoRoom();
            if (!set.All(IsReferring)) model = maker.MakeAgain(place, maker.Columns.Draw(Draws));
        }
    }

    private bool IsReferring(string column) => table.Table.ForeignKeys.Any(key => key.Columns.Contains(column));

    private GodwitException NoRoom() => new(ErrorCode.InvalidDefinition, $"{table.Table.Name} has no room for another row: every combination of its keys is there.",
        "Create more rows of the tables that it refers to, or set the columns in the factory.");

    private Dictionary<string, object?> OfModel(TModel model)
    {
        var cells = new Dictionary<string, object?>();
        foreach (var property in maker.Model.Columns)
        {
            if (table.Table.Column(property.ColumnName) is not { Generated: null } column) continue;
            var value = property.Property.GetValue(model);
            var isUnset = ModelMaker<TModel>.IsUnset(value);
            if (isUnset && (column.Identity is not null || ModelRow.IsRowId(table.Table, column.Name) || (column.Default is not null && maker.Columns.Default(column) is null))) continue;
            var kind = table.Kind(column);
            cells[column.Name] = SeedValue.Of(value, kind, table.Target([column.Name]), 0);
        }

        foreach (var (name, value) in given) cells[name] = value;
        return cells;
    }

    // Rows that must refer to another one and do not yet.
    private async Task ReferAsync(Dictionary<string, object?> cells, TModel model, bool isNew)
    {
        foreach (var key in table.Table.ForeignKeys)
        {
            var isSet = key.Columns.All(column => cells.TryGetValue(column, out var value) && !ModelMaker<TModel>.IsUnset(value));
            if (isSet) continue;
            if (Navigated(key, model) is { } found)
            {
                foreach (var (name, value) in found) cells[name] = value;
                continue;
            }

            if (key.Columns.Any(column => table.Table.Column(column) is { IsNullable: true }))
            {
                foreach (var column in key.Columns.Where(column => ModelMaker<TModel>.IsUnset(cells.GetValueOrDefault(column)))) cells[column] = null;
                continue;
            }

            var isOwn = ColumnFaker.UniqueSets(table.Table).Any(set => set.All(key.Columns.Contains));
            var values = await parents.PickAsync(key, isOwn || isNew);
            for (var i = 0; i < key.Columns.Count; i++) cells[key.Columns[i]] = values[i];
        }
    }

    // The key of a row that a property of the model refers to.
    private ImmutableDictionary<string, object?>? Navigated(ForeignKey key, TModel model)
    {
        foreach (var property in maker.Model.Properties.Where(property => property.ColumnType is null))
        {
            if (property.Property.GetValue(model) is not { } parent || parent is System.Collections.IEnumerable || ModelRow.TableOf(parent.GetType()) != key.ReferencedTable) continue;
            return KeyCells.Of(table.Table with { ForeignKeys = [key] }, new Relation(new ExistingRow<object>(parent), 1, null), parent);
        }

        return null;
    }

    private void Complete(Dictionary<string, object?> cells, int place, int draw)
    {
        var missing = table.Table.Columns.Where(column => !cells.ContainsKey(column.Name) && !column.IsNullable && maker.Columns.IsFilled(column));
        foreach (var (name, value) in maker.Columns.Values(missing, place, draw)) cells[name] = value;
    }
}
