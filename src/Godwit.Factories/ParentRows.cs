using System.Collections.Immutable;
using System.Reflection;
using Bogus;
using Godwit.Schema;
using Godwit.Seeding;

namespace Godwit.Factories;

/// <summary>
/// Rows for required foreign keys that nobody has settled: one of those that are there, or new ones. They are made by the factory of their model where
/// there is one beside the factory that asks, otherwise from their table alone.
/// </summary>
internal sealed class ParentRows(SeedContext context, Faker fake, Assembly factories, int children, ImmutableList<ObjectName> path)
{
    private const int MostRead = 1000;
    private const int ChildrenOfANewOne = 5;

    private readonly Dictionary<ForeignKey, List<object?[]>> known = [];
    private readonly Dictionary<ObjectName, int> made = [];

    /// <summary>The key of a row.</summary>
    /// <param name="key">The foreign key.</param>
    /// <param name="isNew">Whether it must be a row that nobody refers to yet.</param>
    /// <exception cref="GodwitException">The tables that must be filled before refer to each other in a circle.</exception>
    internal Task<object?[]> PickAsync(ForeignKey key, bool isNew) => PickAsync(key, isNew, path);

    private async Task<object?[]> PickAsync(ForeignKey key, bool isNew, ImmutableList<ObjectName> from)
    {
        if (isNew) return await MakeAsync(key, from);
        if (!known.TryGetValue(key, out var rows))
        {
            known[key] = rows = await ReadAsync(key);
            for (var count = rows.Count > 0 ? 0 : Math.Max(1, Math.Min(children / ChildrenOfANewOne, 20)); count > 0; count--) rows.Add(await MakeAsync(key, from));
        }

        return rows[fake.Random.Int(0, rows.Count - 1)];
    }

    private async Task<List<object?[]>> ReadAsync(ForeignKey key)
    {
        var dialect = context.Frame.Run.Session.Dialect;
        var columns = string.Join(", ", key.ReferencedColumns.Select(dialect.Quote));
        return [.. await context.QueryAsync($"SELECT {columns} FROM {dialect.Quote(key.ReferencedTable)} ORDER BY {columns} LIMIT {MostRead}", row => Values(row, key.ReferencedColumns.Count))];
    }

    private async Task<object?[]> MakeAsync(ForeignKey key, ImmutableList<ObjectName> from)
    {
        if (from.Contains(key.ReferencedTable)) throw Circle(from.SkipWhile(table => table != key.ReferencedTable).Append(key.ReferencedTable));
        if (FactoryOf(key.ReferencedTable) is not { } factory) return await MakeFromTableAsync(key, from.Add(key.ReferencedTable));
        var parent = (await factory.CreateAsync(context, 1, fake.Random.Int(), ImmutableDictionary<string, object?>.Empty, from))[0];
        var cells = KeyCells.Of(new Table(key.ReferencedTable) { ForeignKeys = [key] }, new Relation(factory, 1, null), parent, key.ReferencedTable);
        return [.. key.Columns.Select(column => cells[column])];
    }

    private static GodwitException Circle(IEnumerable<ObjectName> tables) => new(
        ErrorCode.InvalidDefinition, $"No row can be the first one: {string.Join(", which must refer to ", tables)}.",
        "Let one of the columns be nullable; or write the first rows with ExecuteAsync, and give them with For.");

    private async Task<object?[]> MakeFromTableAsync(ForeignKey key, ImmutableList<ObjectName> from)
    {
        var table = await context.TableAsync(key.ReferencedTable);
        var columns = new ColumnFaker(table.Table, table.Enums, fake);
        var place = made[key.ReferencedTable] = made.GetValueOrDefault(key.ReferencedTable, -1) + 1;
        var dialect = context.Frame.Run.Session.Dialect;
        foreach (var column in columns.Numbered)
            columns.Taken[column] = await context.ScalarAsync<long>($"SELECT max({dialect.Quote(column)}) FROM {dialect.Quote(table.Table.Name)}") - place;
        var cells = new Dictionary<string, object?>();
        foreach (var above in table.Table.ForeignKeys.Where(above => above.Columns.All(column => table.Table.Column(column) is { IsNullable: false })))
        {
            var values = await PickAsync(above, ColumnFaker.UniqueSets(table.Table).Any(set => set.All(above.Columns.Contains)), from);
            for (var i = 0; i < above.Columns.Count; i++) cells[above.Columns[i]] = values[i];
        }

        foreach (var (name, value) in columns.Values(table.Table.Columns.Where(column => !cells.ContainsKey(column.Name) && columns.IsFilled(column)), place, place)) cells[name] = value;
        var target = table.Target(cells.Keys);
        object?[] row = [.. target.Names.Select(name => cells[name])];
        if (key.ReferencedColumns is [var only] && !cells.ContainsKey(only)) return [await context.Frame.WriteAsync(target, row, only)];
        await context.Frame.WriteAsync(target, SeedWindows.Of([row]));
        return [.. key.ReferencedColumns.Select(column => cells[column])];
    }

    private IRowFactory? FactoryOf(ObjectName table)
    {
        foreach (var type in factories.GetTypes())
        {
            if (type is { IsAbstract: true } || type.ContainsGenericParameters || !type.IsAssignableTo(typeof(IRowFactory)) || type.GetConstructor([]) is null) continue;
            var factory = (IRowFactory)Activator.CreateInstance(type)!;
            if (Modelling.ModelClass.Of(factory.Model, new NullabilityInfoContext())?.Table == table) return factory;
        }

        return null;
    }

    private static object?[] Values(System.Data.Common.DbDataReader row, int count)
    {
        var values = new object[count];
        row.GetValues(values);
        return values;
    }
}
