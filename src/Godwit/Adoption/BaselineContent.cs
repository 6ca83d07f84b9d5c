using Godwit.Comparison;
using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Adoption;

/// <summary>What a migration has to do that makes a whole schema out of nothing.</summary>
/// <param name="Schema">The schema, as its dialect normalises it.</param>
/// <param name="Operations">The operations, in order.</param>
/// <param name="Notes">What they leave out, as sentences: what the database has and Godwit has no words for.</param>
public sealed record BaselineContent(DatabaseSchema Schema, ValueList<Operation> Operations, ValueList<string> Notes)
{
    /// <summary>The database by name.</summary>
    public string Product => Schema.Product;

    /// <summary>The tables it creates.</summary>
    public int Tables => Operations.Count(operation => operation is CreateTable);

    /// <summary>What makes a schema.</summary>
    /// <param name="schema">The schema, normalised by its dialect.</param>
    internal static BaselineContent Of(DatabaseSchema schema)
    {
        var difference = SchemaComparer.Compare(new DatabaseSchema(schema.Product), schema);
        return new BaselineContent(
            schema,
            difference.Operations,
            difference.Unsupported.Select(change => $"{change.Problem} {change.Advice}").ToValueList());
    }
}
