using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>Makes the foreign keys of the references between classes.</summary>
internal sealed class ModelReferences(IReadOnlyDictionary<Type, ModelClass> models, IReadOnlyDictionary<Type, Table> tables)
{
    /// <summary>The table of a class with its foreign keys, the columns for them that have no property, and their indexes.</summary>
    /// <exception cref="GodwitException">A property is neither a column nor a reference, or it cannot be told where its key is.</exception>
    internal Table Complete(ModelClass model)
    {
        var table = tables[model.Type];
        foreach (var property in model.Properties.Where(property => property.ColumnType is null))
        {
            if (models.TryGetValue(property.Type, out var other)) table = Refer(table, model, property, other);
            else RequireWayBack(model, property);
        }

        return table;
    }

    private static ModelProperty[] KeyProperties(ModelClass model, ModelProperty reference, ModelClass other)
    {
        if (reference.ForeignKey.Length > 0) return [.. reference.ForeignKey.Select(name => model.Require(name, $"[ForeignKey] on {model.Name}.{reference.Name}"))];
        var pointing = model.Columns.Where(property => property.ForeignKey is [var name] && name == reference.Name).ToArray();
        if (pointing.Length > 0) return pointing;
        var byName = other.Key.Select(key => model.Columns.FirstOrDefault(property => IsKeyOf(property, reference, key, other))).OfType<ModelProperty>().ToArray();
        return byName.Length == other.Key.Length ? byName : [];
    }

    // AuthorId, or for a key that is named after its class AuthorUserId, is the key of Author.
    private static bool IsKeyOf(ModelProperty property, ModelProperty reference, ModelProperty key, ModelClass other) =>
        property.Name.Equals(reference.Name + key.Name, StringComparison.OrdinalIgnoreCase)
        || (other.Key.Length == 1 && property.Name.Equals(reference.Name + "Id", StringComparison.OrdinalIgnoreCase));

    private static bool IsCovered(Table table, ValueList<string> columns)
    {
        var orders = table.Indexes.Where(index => index.Predicate is null).Select(index => index.Parts.Select(part => part.Expression))
            .Concat(table.Uniques.Select(unique => unique.Columns.AsEnumerable()));
        if (table.PrimaryKey is { } key) orders = orders.Append(key.Columns);
        return orders.Any(order => order.Take(columns.Count).SequenceEqual(columns));
    }

    private Table Refer(Table table, ModelClass model, ModelProperty reference, ModelClass other)
    {
        if (other.Key.IsEmpty) throw ModelClass.Error($"{model.Name}.{reference.Name} refers to {other.Name}, which has no key.", $"Give {other.Name} an Id, or mark its key [Key].");
        var keys = KeyProperties(model, reference, other);
        var back = other.Properties.FirstOrDefault(property => property.Type == model.Type && property.Name != reference.Name && IsInverse(reference, property));
        if (keys.Length == 0 && back is not null)
        {
            // The key of a pair is on one side: the other side is only the way back.
            if (KeyProperties(other, back, model).Length > 0) return table;
            throw ModelClass.Error(
                $"{model.Name}.{reference.Name} and {other.Name}.{back.Name} refer to each other, and neither has a property for the key.",
                $"Add a property {back.Name}Id to {other.Name}, or name the key's property with [ForeignKey].");
        }

        if (keys.Length > 0 && keys.Length != other.Key.Length)
            throw ModelClass.Error($"The key of {model.Name}.{reference.Name} has {keys.Length} properties, and that of {other.Name} {other.Key.Length}.", "Name as many with [ForeignKey(\"…, …\")], in the same order.");
        var referenced = other.Key.Select(key => tables[other.Type].Column(key.ColumnName)!).ToArray();
        var columns = keys.Length > 0
            ? keys.Select(key => key.ColumnName).ToValueList()
            : other.Key.Select(key => $"{ModelNames.Column(reference.Name)}_{key.ColumnName}").ToValueList();
        table = keys.Length > 0 ? WithTypes(table, columns, referenced) : WithColumns(table, columns, referenced, reference.IsNullable);
        return WithKey(table, model, reference, keys, new ForeignKey(ModelNames.Of(table.Name, columns, "foreign"), columns, other.Table, referenced.Select(column => column.Name).ToValueList()), back is not null);
    }

    private static bool IsInverse(ModelProperty reference, ModelProperty candidate) =>
        (reference.InverseProperty is null || reference.InverseProperty == candidate.Name) && (candidate.InverseProperty is null || candidate.InverseProperty == reference.Name);

    private static Table WithKey(Table table, ModelClass model, ModelProperty reference, ModelProperty[] keys, ForeignKey key, bool isOneToOne)
    {
        var action = (reference.Attribute<OnDeleteAttribute>() ?? keys.Select(property => property.Attribute<OnDeleteAttribute>()).FirstOrDefault(attribute => attribute is not null))?.Action ?? ReferentialAction.NoAction;
        if (action is ReferentialAction.SetNull && key.Columns.FirstOrDefault(name => table.Column(name) is { IsNullable: false }) is { } required)
            throw ModelClass.Error($"{model.Name}.{reference.Name} is set to NULL when what it refers to is deleted, and its column {required} may not be NULL.", "Make the property nullable, or choose another [OnDelete].");
        var complete = table with { ForeignKeys = table.ForeignKeys.Add(key with { OnDelete = action }) };
        return IsCovered(table, key.Columns) || reference.Attribute<NoIndexAttribute>() is not null ? complete
            : isOneToOne ? complete with { Uniques = complete.Uniques.Add(new UniqueConstraint(ModelNames.Of(table.Name, key.Columns, "unique"), key.Columns)) }
            : complete with { Indexes = complete.Indexes.Add(new TableIndex(ModelNames.Of(table.Name, key.Columns, "index"), key.Columns.Select(name => new IndexPart(name)).ToValueList())) };
    }

    // Both sides of a foreign key are of one type, or most databases refuse it. Who names a type means it.
    private static Table WithTypes(Table table, ValueList<string> columns, Column[] referenced) => table with
    {
        Columns = table.Columns.Select(column => columns.IndexOf(name => name == column.Name) is >= 0 and var place && column is { Identity: null, Type: not ColumnType.Native } ? column with { Type = referenced[place].Type } : column),
    };

    private static Table WithColumns(Table table, ValueList<string> columns, Column[] referenced, bool isNullable)
    {
        for (var i = 0; i < columns.Count; i++) table = table.AddColumn(new Column(columns[i], referenced[i].Type) { IsNullable = isNullable }, null);
        return table;
    }

    private void RequireWayBack(ModelClass model, ModelProperty property)
    {
        if (ModelClass.ElementOf(property.Type) is { } element && models.TryGetValue(element, out var other))
        {
            if (other.Properties.Any(candidate => candidate.Type == model.Type && candidate.ColumnType is null)) return;
            throw ModelClass.Error(
                $"{model.Name}.{property.Name} is a collection of {other.Name}, and {other.Name} does not refer to {model.Name}.",
                $"Add a property {model.Name} to {other.Name}; or a class for the pairs, with a reference to each, where both have many; or mark it [NotMapped].");
        }

        throw ModelClass.Error(
            $"{model.Name}.{property.Name} is of the type {property.Type.Name}, for which there is no column type, and which is no model.",
            "Name the type with [Column(TypeName = \"…\")], or mark the property [NotMapped].");
    }
}
