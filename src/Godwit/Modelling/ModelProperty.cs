using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>A property of a model class, as its annotations and its type have it.</summary>
internal sealed class ModelProperty
{
    private readonly PropertyInfo property;
    private readonly Attribute[] attributes;
    private readonly ColumnAttribute? annotation;

    internal ModelProperty(PropertyInfo property, NullabilityInfoContext nullability)
    {
        this.property = property;
        // All at once: to ask the runtime for each kind by itself takes most of the time in which models are read.
        attributes = System.Attribute.GetCustomAttributes(property);
        annotation = Attribute<ColumnAttribute>();
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        Type = underlying ?? property.PropertyType;
        IsNullable = Type.IsValueType
            ? underlying is not null
            : Attribute<RequiredAttribute>() is null && nullability.Create(property).ReadState is not NullabilityState.NotNull;
        ColumnName = annotation?.Name ?? ModelNames.Column(property.Name);
        ColumnType = annotation?.TypeName is { } native
            ? new ColumnType.Native(native)
            : ModelTypes.Of(Type, Length, Attribute<PrecisionAttribute>(), ModelTypes.Storage(Type, Attribute<EnumColumnAttribute>()?.Storage));
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

    internal bool IsMapped => Attribute<NotMappedAttribute>() is null;

    internal bool IsKey => Attribute<KeyAttribute>() is not null;

    internal DatabaseGeneratedOption? Generated => Attribute<DatabaseGeneratedAttribute>()?.DatabaseGeneratedOption;

    /// <summary>The names in its <c>[ForeignKey]</c>: of the key's properties on a reference, of the reference on a key's property.</summary>
    internal string[] ForeignKey =>
        Attribute<ForeignKeyAttribute>()?.Name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal string? InverseProperty => Attribute<InversePropertyAttribute>()?.Property;

    private int? Length =>
        Attribute<MaxLengthAttribute>() is { } most ? most.Length : Attribute<StringLengthAttribute>()?.MaximumLength;

    internal T? Attribute<T>()
        where T : Attribute => attributes.OfType<T>().FirstOrDefault();

    internal IEnumerable<T> Attributes<T>()
        where T : Attribute => attributes.OfType<T>();
}
