using System.Collections;
using System.Runtime.CompilerServices;

namespace Godwit;

/// <summary>One column, written <c>"title"</c>, or several, written <c>["user_id", "title"]</c>.</summary>
[CollectionBuilder(typeof(ColumnList), nameof(Create))]
public sealed class ColumnList : IEnumerable<string>
{
    private readonly string[] names;

    private ColumnList(string[] names) => this.names = names;

    /// <summary>One column.</summary>
    public static implicit operator ColumnList(string column) => new([column]);

    /// <summary>Several columns.</summary>
    public static implicit operator ColumnList(string[] columns) => new(columns);

    /// <summary>Several columns; what a collection expression calls.</summary>
    public static ColumnList Create(ReadOnlySpan<string> columns) => new(columns.ToArray());

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => names.GetEnumerator();
}
