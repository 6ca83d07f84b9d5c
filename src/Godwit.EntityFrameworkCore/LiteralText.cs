using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Storage;

namespace Godwit.EntityFrameworkCore;

/// <summary>Says values that a model gives as defaults.</summary>
internal sealed class LiteralText(IRelationalTypeMappingSource types)
{
    /// <summary>A value as a default. What a database may write in several ways is left to EF Core, which reads it again.</summary>
    /// <param name="value">The value, as the provider stores it.</param>
    /// <param name="storeType">The type of the column.</param>
    internal DefaultValue Default(object value, string? storeType) => value switch
    {
        bool or string or sbyte or byte or short or ushort or int or uint or long => new DefaultValue.Literal(value),
        _ => new DefaultValue.Expression(Sql(value, storeType)),
    };

    // As EF Core's own generator of SQL finds it.
    private string Sql(object value, string? storeType)
    {
        var mapping = storeType is null ? null : types.FindMapping(value.GetType(), storeType);
        return (mapping ?? types.GetMappingForValue(value)).GenerateSqlLiteral(value);
    }
}
