using System.Data.Common;
using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>An index while it is read.</summary>
internal sealed class CatalogIndex
{
    private const int Descending = 1;
    private const int NullsFirst = 2;

    private readonly TableIndex head;
    private readonly int keys;
    private readonly List<IndexPart> parts = [];
    private readonly List<string> include = [];

    internal CatalogIndex(DbDataReader row)
    {
        keys = row.GetInt32(6);
        head = new TableIndex(row.GetString(2), [])
        {
            Method = row.GetString(3),
            IsUnique = row.GetBoolean(4),
            IsInvalid = !row.GetBoolean(5),
            NullsNotDistinct = row.GetBoolean(7),
            Predicate = row.Text(8),
            Options = row.List(9).ToValueList(),
            Comment = row.Text(10),
            Definition = row.Text(12),
        };
    }

    internal TableIndex Index => head with { Parts = parts.ToValueList(), Include = include.ToValueList() };

    internal IReadOnlyList<IndexPart> Parts => parts;

    // An int2 of bits: DESC and NULLS FIRST (pg_index.h, INDOPTION_DESC and INDOPTION_NULLS_FIRST).
    internal void AddKey(DbDataReader row)
    {
        if (row.GetInt32(1) > keys)
        {
            include.Add(row.GetString(2));
            return;
        }

        var options = row.GetInt32(6);
        var kind = row.IsDBNull(2) ? IndexPartKind.Expression : IndexPartKind.Column;
        parts.Add(new IndexPart(row.Text(2) ?? row.GetString(3), kind)
        {
            Collation = row.Text(4),
            OperatorClass = row.Text(5),
            Descending = (options & Descending) != 0,
            Nulls = head.Method is not "btree" ? null : (options & NullsFirst) != 0 ? NullsOrder.First : NullsOrder.Last,
        });
    }
}
