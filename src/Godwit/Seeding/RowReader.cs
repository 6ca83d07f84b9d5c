using System.Collections;
using System.Reflection;
using Godwit.Dialects;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>Reads rows as seeders write them: objects whose properties are columns, models, or dictionaries. The first row says which columns there are.</summary>
internal abstract class RowReader(RowTarget target, SeedTable table)
{
    private readonly ValueKind[] kinds = [.. target.Columns.Select(table.Kind)];

    /// <summary>The table and the columns.</summary>
    internal RowTarget Target => target;

    /// <summary>The values of a row, in the order of the columns.</summary>
    /// <exception cref="GodwitException">It has other columns than the first one, or a value that is none.</exception>
    internal object?[] Read(object row)
    {
        var values = Values(row);
        for (var i = 0; i < values.Length; i++) values[i] = SeedValue.Of(values[i], kinds[i], target, i);
        return values;
    }

    internal static RowReader For(object? row, SeedTable table) => row switch
    {
        IReadOnlyDictionary<string, object?> cells => new Cells(table.Target(cells.Keys), table),
        null or string or IEnumerable => throw Unfit(row, table.Table.Name),
        _ => Properties.Of(row.GetType(), table),
    };

    protected abstract object?[] Values(object row);

    private static GodwitException Unfit(object? row, ObjectName table) => new(
        ErrorCode.InvalidDefinition, $"A row of {table} is {(row is null ? "null" : $"a {row.GetType().Name}")}.", "Write it as new { name = \"admin\" }, or as a dictionary.");

    private GodwitException Differs(IEnumerable<string> columns) => new(
        ErrorCode.InvalidDefinition,
        $"A row of {target.Table} has the columns {string.Join(", ", columns)}, and the first one {string.Join(", ", target.Names)}.",
        "Give all rows the same columns, or insert each kind by itself.");

    private sealed class Cells(RowTarget target, SeedTable table) : RowReader(target, table)
    {
        protected override object?[] Values(object row)
        {
            if (row is not IReadOnlyDictionary<string, object?> cells) throw Unfit(row, Target.Table);
            var values = new object?[Target.Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                if (!cells.TryGetValue(Target.Names[i], out values[i])) throw Differs(cells.Keys);
            }

            return cells.Count == values.Length ? values : throw Differs(cells.Keys);
        }
    }

    private sealed class Properties : RowReader
    {
        private readonly Type type;
        private readonly Func<object, object?>[] getters;

        private Properties(RowTarget target, SeedTable table, Type type, PropertyInfo[] properties)
            : base(target, table)
        {
            this.type = type;
            getters = Array.ConvertAll(properties, PropertyGetter.Of);
        }

        internal static Properties Of(Type type, SeedTable table)
        {
            var columns = ModelRow.Columns(type, table);
            if (columns.Length == 0) throw new GodwitException(ErrorCode.InvalidDefinition, $"A row of {table.Table.Name} has no columns.", "Write its columns as properties: new { name = \"admin\" }.");
            return new Properties(table.Target(columns.Select(column => column.Column)), table, type, [.. columns.Select(column => column.Property)]);
        }

        protected override object?[] Values(object row)
        {
            if (row?.GetType() != type) throw row is null ? Unfit(row, Target.Table) : Differs(row.GetType().GetProperties().Select(property => property.Name));
            var values = new object?[getters.Length];
            for (var i = 0; i < values.Length; i++) values[i] = getters[i](row);
            return values;
        }
    }
}
