using System.Globalization;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about a column that is on both sides.</summary>
internal static class ColumnDifference
{
    /// <summary>The change that makes one column the other; null when they are the same.</summary>
    internal static ColumnChange? Between(Column from, Column to)
    {
        if (from == to) return null;
        var change = new ColumnChange(to.Name)
        {
            Type = from.Type == to.Type ? null : to.Type,
            IsNullable = from.IsNullable == to.IsNullable ? null : to.IsNullable,
            Default = AreSame(from.Default, to.Default) ? null : new Mention<DefaultValue?>(to.Default),
            Identity = Mentioned(from.Identity, to.Identity),
            Generated = Mentioned(from.Generated, to.Generated),
            Collation = Mentioned(from.Collation, to.Collation),
            Charset = Mentioned(from.Charset, to.Charset),
            Comment = Mentioned(from.Comment, to.Comment),
            IsInvisible = from.IsInvisible == to.IsInvisible ? null : to.IsInvisible,
            OnUpdate = Mentioned(from.OnUpdate, to.OnUpdate),
        };
        return change == new ColumnChange(to.Name) ? null : change;
    }

    /// <summary>Whether a change makes other values of those that are stored, so that what is built on them has to be built anew.</summary>
    internal static bool Retypes(ColumnChange change) => change.Type is not null || change.Collation is not null || change.Charset is not null;

    private static Mention<T?>? Mentioned<T>(T? from, T? to)
        where T : class => Equals(from, to) ? null : new Mention<T?>(to);

    private static bool AreSame(DefaultValue? from, DefaultValue? to) =>
        from == to || (from is DefaultValue.Literal { Value: { } left } && to is DefaultValue.Literal { Value: { } right } && AreSame(left, right));

    // 1 is 1 whatever the width of the integer that holds it.
    private static bool AreSame(object left, object right) =>
        IsExact(left) && IsExact(right) && Convert.ToDecimal(left, CultureInfo.InvariantCulture) == Convert.ToDecimal(right, CultureInfo.InvariantCulture);

    private static bool IsExact(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or decimal;
}
