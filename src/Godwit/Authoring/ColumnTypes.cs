using Godwit.Schema;

namespace Godwit;

/// <summary>The types that a column can be made of. Each method begins a column, of which more is said on what it returns.</summary>
public abstract partial class ColumnTypes
{
    private protected ColumnTypes(TableCall call) => Call = call;

    private protected TableCall Call { get; }

    /// <summary>A column of a type in the database's own words: <c>table.RawColumn("span", "tstzrange")</c>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="sql">The type, written into the statement as it is; empty is none, on SQLite.</param>
    public ColumnBuilder RawColumn(string name, string sql) => Add(name, new ColumnType.Native(sql));

    /// <summary>A column of any type: <c>table.AddColumn("size", new ColumnType.Integer(IntegerSize.Small))</c>.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="type">The type.</param>
    public ColumnBuilder AddColumn(string name, ColumnType type) => Add(name, type);

    private protected abstract ColumnBuilder Add(string name, ColumnType type);
}
