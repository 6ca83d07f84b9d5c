using System.Data.Common;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>What the catalog answered, put together by the numbers it knows its objects by. The order of the questions matters.</summary>
internal sealed class CatalogFindings
{
    private readonly Dictionary<long, CatalogRelation> relations = [];
    private readonly Dictionary<long, CatalogIndex> indexes = [];
    private readonly Dictionary<long, CatalogIndex> constraintIndexes = [];
    private readonly List<Sequence> sequences = [];
    private readonly List<(ObjectName Name, List<string> Values)> enums = [];
    private readonly List<Routine> routines = [];
    private readonly List<Extension> extensions = [];
    private readonly List<string> schemas = [];
    private readonly List<string> unread = [];

    internal DatabaseSchema Schema() => new(PostgreSqlDialect.Instance.Name)
    {
        Tables = relations.Values.Where(relation => relation.IsTable).Select(relation => relation.Table()).ToValueList(),
        Views = relations.Values.Where(relation => !relation.IsTable).Select(relation => relation.View()).ToValueList(),
        Sequences = sequences.ToValueList(),
        Enums = enums.Select(type => new EnumType(type.Name, type.Values.ToValueList())).ToValueList(),
        Routines = routines.ToValueList(),
        Extensions = extensions.ToValueList(),
        Schemas = schemas.ToValueList(),
        Unread = unread.ToValueList(),
    };

    internal void AddRelation(DbDataReader row)
    {
        relations.Add(row.GetInt64(0), new CatalogRelation(row));
        Note(row, 12, row.Name(1));
    }

    internal void AddColumn(DbDataReader row)
    {
        if (!relations.TryGetValue(row.GetInt64(0), out var relation)) return;
        relation.AddColumn(row);
        Note(row, 14, relation.Name, part: 2);
    }

    internal void AddIndex(DbDataReader row)
    {
        if (!relations.TryGetValue(row.GetInt64(1), out var relation)) return;
        var index = new CatalogIndex(row);
        indexes.Add(row.GetInt64(0), index);
        if (row.IsDBNull(11)) relation.Indexes.Add(index);
        else constraintIndexes.Add(row.GetInt64(11), index);
    }

    internal void AddIndexKey(DbDataReader row)
    {
        if (indexes.TryGetValue(row.GetInt64(0), out var index)) index.AddKey(row);
    }

    internal void AddConstraint(DbDataReader row)
    {
        if (!relations.TryGetValue(row.GetInt64(1), out var relation)) return;
        relation.AddConstraint(row, constraintIndexes.GetValueOrDefault(row.GetInt64(0)));
        Note(row, 15, relation.Name, part: 2);
    }

    internal void AddTrigger(DbDataReader row)
    {
        if (!relations.TryGetValue(row.GetInt64(0), out var relation)) return;
        relation.Triggers.Add(new Trigger(row.GetString(1), row.GetString(2)));
        Note(row, 3, relation.Name, part: 1);
    }

    internal void AddSequence(DbDataReader row)
    {
        sequences.Add(new Sequence(row.Name(0))
        {
            Type = row.GetString(2),
            Start = row.GetInt64(3),
            Increment = row.GetInt64(4),
            Minimum = row.GetInt64(5),
            Maximum = row.GetInt64(6),
            Cache = row.GetInt64(7),
            Cycles = row.GetBoolean(8),
            OwnedBy = row.IsDBNull(10) ? null : new SequenceOwner(row.Name(9), row.GetString(11)),
        });
        Note(row, 12, row.Name(0));
    }

    // The values of one type come one after another; a type may have none.
    internal void AddEnumValue(DbDataReader row)
    {
        var name = row.Name(0);
        if (enums.Count == 0 || enums[^1].Name != name)
        {
            enums.Add((name, []));
        }

        if (row.Text(2) is { } value) enums[^1].Values.Add(value);
    }

    internal void AddRoutine(DbDataReader row)
    {
        var kind = row.GetString(2) switch { "a" => RoutineKind.Aggregate, "p" => RoutineKind.Procedure, _ => RoutineKind.Function };
        routines.Add(new Routine(row.Name(0), kind, row.GetString(4)) { Arguments = row.GetString(3) });
    }

    internal void AddOther(DbDataReader row)
    {
        var (kind, schema, name) = (row.GetString(0), row.Text(1), row.GetString(2));
        if (kind is "extension") extensions.Add(new Extension(name, schema));
        else if (kind is "schema") schemas.Add(name);
        else unread.Add($"{kind} {new ObjectName(schema, name)}");
    }

    // Of the thing, or of a part of it whose name stands in a column of the row.
    private void Note(DbDataReader row, int column, ObjectName thing, int? part = null)
    {
        foreach (var words in row.List(column)) unread.Add(part is { } name ? $"{words} {row.GetString(name)} of {thing}" : $"{words} {thing}");
    }
}

/// <summary>Reads values of a row.</summary>
internal static class CatalogRow
{
    internal static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A name whose schema stands in one column and it itself in the next.</summary>
    internal static ObjectName Name(this DbDataReader row, int column) => new(row.Text(column), row.GetString(column + 1));

    internal static string[] List(this DbDataReader row, int column) =>
        row.Text(column) is { Length: > 0 } text ? text.Split(CatalogQueries.Separator) : [];
}
