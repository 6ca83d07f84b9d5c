using System.Collections.Immutable;
using Bogus;
using Godwit.Modelling;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit.Factories;

/// <summary>Makes models and writes their rows, after the rows that they have to refer to and before those that refer to them.</summary>
internal sealed class RowMaker<TModel>(Recipe<TModel> recipe, Action<TModel, Faker> define, Faker fake, object factory, ImmutableList<ObjectName> path)
    where TModel : class
{
    internal async Task<IReadOnlyList<TModel>> CreateAsync(SeedContext context, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return [];
        var rows = await BeginAsync(context, count);
        var models = new List<TModel>(count);
        var key = GeneratedKey(rows);
        for (var place = 0; place < count; place++)
        {
            var (model, cells) = await rows.MakeAsync(place);
            var target = rows.Table.Target(cells.Keys);
            object?[] values = [.. target.Names.Select(name => cells[name])];
            if (key is null) await context.Frame.WriteAsync(target, SeedWindows.Of([values]));
            else if (await context.Frame.WriteAsync(target, values, key.ColumnName) is { } made) key.Property.SetValue(model, PropertyValue.Of(made, key.Type, fake));
            models.Add(model);
            await AddChildrenAsync(context, rows, model);
        }

        return models;
    }

    internal async Task<long> InsertAsync(SeedContext context, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return 0;
        var rows = await BeginAsync(context, count);
        var (_, first) = await rows.MakeAsync(0);
        var target = rows.Table.Target(first.Keys);
        return await context.Frame.WriteAsync(target, WindowsAsync());

        async IAsyncEnumerable<SeedWindow> WindowsAsync()
        {
            for (var place = 0; place < count;)
            {
                var window = new object?[Math.Min(SeedWindows.Size, count - place)][];
                for (var i = 0; i < window.Length; i++, place++)
                {
                    var cells = place == 0 ? first : (await rows.MakeAsync(place)).Cells;
                    window[i] = [.. target.Names.Select(name => cells[name])];
                }

                yield return new SeedWindow(window);
            }
        }
    }

    private async Task<RowCells<TModel>> BeginAsync(SeedContext context, int count)
    {
        var model = new ModelMaker<TModel>(recipe, define, fake).Model;
        var table = await context.TableAsync(model.Table);
        var maker = new ModelMaker<TModel>(recipe, define, fake, table.Table, table.Enums);
        foreach (var column in maker.Columns.Numbered)
        {
            var quoted = context.Frame.Run.Session.Dialect;
            maker.Columns.Taken[column] = await context.ScalarAsync<long>($"SELECT max({quoted.Quote(column)}) FROM {quoted.Quote(table.Table.Name)}");
        }

        var given = recipe.Given;
        foreach (var relation in recipe.Parents)
        {
            var parent = (await relation.Factory.CreateAsync(context, 1, fake.Random.Int(), ImmutableDictionary<string, object?>.Empty, []))[0];
            given = given.SetItems(KeyCells.Of(table.Table, relation, parent));
        }

        return new RowCells<TModel>(context, maker, table, given, new ParentRows(context, fake, factory.GetType().Assembly, count, path.Add(table.Table.Name)));
    }

    private async Task AddChildrenAsync(SeedContext context, RowCells<TModel> rows, TModel model)
    {
        foreach (var relation in recipe.Children)
        {
            var child = ModelRow.TableOf(relation.Factory.Model);
            var table = await context.TableAsync(child);
            await relation.Factory.CreateAsync(context, relation.Count, fake.Random.Int(), KeyCells.Of(table.Table, relation, model, rows.Table.Table.Name), []);
        }
    }

    // The property of the column by which the database numbers the rows.
    private static ModelProperty? GeneratedKey(RowCells<TModel> rows)
    {
        var table = rows.Table.Table;
        return rows.Maker.Model.Columns.FirstOrDefault(property => table.Column(property.ColumnName)?.Identity is not null || ModelRow.IsRowId(table, property.ColumnName));
    }
}
