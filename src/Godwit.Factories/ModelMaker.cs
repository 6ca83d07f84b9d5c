using System.Reflection;
using Bogus;
using Godwit.Modelling;
using Godwit.Schema;

namespace Godwit.Factories;

/// <summary>Makes models: filled by their columns, then defined, then changed.</summary>
internal sealed class ModelMaker<TModel>
    where TModel : class
{
    private readonly Recipe<TModel> recipe;
    private readonly Action<TModel, Faker> define;
    private readonly Faker fake;
    private readonly ColumnFaker columns;
    private readonly (ModelProperty Property, Column Column)[] filled;
    private readonly (ModelProperty Property, object Value)[] defaults;

    /// <param name="recipe">What is done beside the definition.</param>
    /// <param name="define">The definition.</param>
    /// <param name="fake">Makes values.</param>
    /// <param name="table">The table as the database has it; null where there is none, and the model speaks for it.</param>
    /// <param name="enums">The enumerated types of the database.</param>
    /// <exception cref="GodwitException">The class has no table, or no constructor without parameters.</exception>
    internal ModelMaker(Recipe<TModel> recipe, Action<TModel, Faker> define, Faker fake, Table? table = null, ValueList<EnumType>? enums = null)
    {
        (this.recipe, this.define, this.fake) = (recipe, define, fake);
        Model = ModelClass.Of(typeof(TModel), new NullabilityInfoContext()) ?? throw new GodwitException(
            ErrorCode.InvalidDefinition, $"{typeof(TModel).Name} is no model: it has neither [Table] nor a key.", "Give it a property Id, or [Table(\"…\")].");
        if (typeof(TModel).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is null)
            throw new GodwitException(ErrorCode.InvalidDefinition, $"{typeof(TModel).Name} has no constructor without parameters.", "Give it one, so that a factory can make it.");
        var known = table ?? ModelTable.Of(Model);
        columns = new ColumnFaker(known, enums ?? [], fake);
        filled =
        [
            .. Model.Columns.Select(property => (Property: property, Column: known.Column(property.ColumnName)))
                .Where(pair => pair.Column is { } column && columns.IsFilled(column) && !IsReference(pair.Property))
                .Select(pair => (pair.Property, pair.Column!)),
        ];
        defaults =
        [
            .. Model.Columns.Select(property => (Property: property, Value: known.Column(property.ColumnName) is { } column ? columns.Default(column) : null))
                .Where(pair => pair.Value is not null)
                .Select(pair => (pair.Property, pair.Value!)),
        ];
    }

    internal ModelClass Model { get; }

    /// <summary>Fills the columns that no property is.</summary>
    internal ColumnFaker Columns => columns;

    /// <summary>Makes the model of a number, counted from 0.</summary>
    internal TModel Make(int place) => MakeAgain(place, place);

    /// <summary>Makes the model of a number, and not as the draw before where that gave what is taken.</summary>
    internal TModel MakeAgain(int place, int draw)
    {
        var model = (TModel)Activator.CreateInstance(typeof(TModel), nonPublic: true)!;
        foreach (var (property, value) in defaults)
        {
            if (IsUnset(property.Property.GetValue(model))) property.Property.SetValue(model, PropertyValue.Of(value, property.Type, fake));
        }

        var unset = filled.Where(pair => IsUnset(pair.Property.Property.GetValue(model))).ToArray();
        var values = columns.Values(unset.Select(pair => pair.Column), place, draw);
        foreach (var (property, column) in unset) property.Property.SetValue(model, PropertyValue.Of(values[column.Name], property.Type, fake));

        define(model, fake);
        foreach (var change in recipe.Changes) change(model, fake, place);
        return model;
    }

    /// <summary>Whether a property was left as it is by itself.</summary>
    internal static bool IsUnset(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        ValueType plain => plain.Equals(Activator.CreateInstance(plain.GetType())),
        _ => false,
    };

    // Without a database, what refers to another row is told by its name.
    private bool IsReference(ModelProperty property) =>
        property.ForeignKey.Length > 0 || Model.Properties.Any(other => other.ColumnType is null && property.Name.Equals(other.Name + "Id", StringComparison.OrdinalIgnoreCase));
}
