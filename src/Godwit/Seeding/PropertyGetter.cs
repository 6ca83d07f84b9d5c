using System.Linq.Expressions;
using System.Reflection;

namespace Godwit.Seeding;

/// <summary>Reads a property by compiled code: for a million rows, reflection takes longer than the database.</summary>
internal static class PropertyGetter
{
    internal static Func<object, object?> Of(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }
}
