using Godwit.Schema;

namespace Godwit.PostgreSql;

/// <summary>An index as the database would give it back.</summary>
internal static class IndexNormalizer
{
    internal static TableIndex Normalize(TableIndex index)
    {
        var plain = index with
        {
            Method = IndexSql.Method(index) is "btree" ? null : IndexSql.Method(index),
            Kind = index.Kind is IndexKind.FullText ? IndexKind.FullText : IndexKind.Ordinary,
            Parts = index.Parts.Select(part => Part(part, IndexSql.OperatorClass(index, part))),
            Predicate = index.Predicate is null ? null : OuterParentheses.Stripped(index.Predicate),
            Language = index.Language is FullTextExpression.UsualLanguage ? null : index.Language,
            Options = StorageParameter.Canonical(index.Options),
            Comment = string.IsNullOrEmpty(index.Comment) ? null : index.Comment,
        };
        return plain.Kind is IndexKind.FullText ? plain with { Method = null } : FullTextExpression.Recognised(plain);
    }

    // NULLs stand last, or first where the order is from large to small (manual, 11.4).
    private static IndexPart Part(IndexPart part, string? operatorClass) => part with
    {
        Expression = part.Kind is IndexPartKind.Column ? part.Expression : OuterParentheses.Stripped(part.Expression),
        Nulls = part.Nulls == (part.Descending ? NullsOrder.First : NullsOrder.Last) ? null : part.Nulls,
        OperatorClass = operatorClass,
    };
}
