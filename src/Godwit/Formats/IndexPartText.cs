using System.Globalization;
using Godwit.Schema;

namespace Godwit.Formats;

/// <summary>What an index is over, as people read it.</summary>
internal static class IndexPartText
{
    internal static string Of(TableIndex index) => string.Join(", ", index.Parts.Select(Of));

    private static string Of(IndexPart part) =>
        (part.Kind is IndexPartKind.Column ? part.Expression : $"({part.Expression})")
        + (part.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"({length})") : "")
        + (part.Collation is null ? "" : $" COLLATE {part.Collation}")
        + (part.OperatorClass is null ? "" : $" {part.OperatorClass}")
        + (part.Descending ? " DESC" : "")
        + (part.Nulls is { } nulls && nulls != (part.Descending ? NullsOrder.First : NullsOrder.Last) ? $" NULLS {nulls.ToString().ToUpperInvariant()}" : "");
}
