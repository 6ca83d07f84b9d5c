using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>A property of a model class, as its annotations and its type have it.</summary>
internal sealed class ModelProperty
{
    private readonly PropertyInfo property;
    private readonly ColumnAttribute? annotation;

    internal ModelProperty(PropertyInfo property, NullabilityInfoContext nullability)
    {
        this.property = property;
        annotation = property.GetCustomAttribute<ColumnAttribute>();
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        Type = underlying ?? property.PropertyType;
        IsNullable = Type.IsValueType
            ? underlying is not null
            : !property.IsDefined(typeof(RequiredAttribute)) && nullability.Create(property).ReadState is not NullabilityState.NotNull;
        ColumnName = annotation?.Name ?? ModelNames.Column(property.Name);
        ColumnType = annotation?.TypeName is { } native
            ? new ColumnType.Native(native)
            : ModelTypes.Of(Type, Length, property.GetCustomAttribute<PrecisionAttribute>(), ModelTypes.Storage(Type, property.GetCustomAttribute<EnumColumnAttribute>()?.Storage));
    }

    /// <summary>The C# type, without its being nullable.</summary>
    internal Type Type { get; }

    internal bool IsNullable { get; }

    internal string Name => property.Name;

    internal PropertyInfo Property => property;

    internal string ColumnName { get; }

    /// <summary>What its column holds; null when it has no column of its own.</summary>
    internal ColumnType? ColumnType { get; }

    /// <summary>Where a person said that the column stands among others.</summary>
    internal int Order => annotation?.Order ?? -1;

    internal bool IsKey => property.IsDefined(typeof(KeyAttribute));

    internal DatabaseGeneratedOption? Generated => property.GetCustomAttribute<DatabaseGeneratedAttribute>()?.DatabaseGeneratedOption;

    /// <summary>The names in its <c>[ForeignKey]</c>: of the key's properties on a reference, of the reference on a key's property.</summary>
    internal string[] ForeignKey =>
        property.GetCustomAttribute<ForeignKeyAttribute>()?.Name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal string? InverseProperty => property.GetCustomAttribute<InversePropertyAttribute>()?.Property;

    private int? Length =>
        property.GetCustomAttribute<MaxLengthAttribute>() is { } most ? most.Length : property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;

    internal T? Attribute<T>()
        where T : Attribute => property.GetCustomAttribute<T>();

    internal IEnumerable<T> Attributes<T>()
        where T : Attribute => property.GetCustomAttributes<T>();
}
