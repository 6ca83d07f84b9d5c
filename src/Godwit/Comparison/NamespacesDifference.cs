using Godwit.Operations;
using Godwit.Schema;

namespace Godwit.Comparison;

/// <summary>What is different about the schemas that names are qualified with, and about the extensions.</summary>
internal static class NamespacesDifference
{
    internal static IEnumerable<Operation> Operations(DatabaseSchema from, DatabaseSchema to)
    {
        var extensions = Extensions(from, to);
        return
        [
            .. to.Schemas.Except(from.Schemas).Select(name => new CreateSchema(name)),
            .. extensions.Added.Select(extension => new CreateExtension(extension)),
            .. extensions.Gone.Select(extension => new DropExtension(extension.Name) { Old = extension }),
            .. from.Schemas.Except(to.Schemas).Select(name => new DropSchema(name)),
        ];
    }

    internal static IEnumerable<UnsupportedChange> Unsupported(DatabaseSchema from, DatabaseSchema to) =>
        Extensions(from, to).Both.Where(pair => pair.From.Schema != pair.To.Schema && pair.To.Schema is not null).Select(pair => new UnsupportedChange(
            $"The extension {pair.To.Name} is in the schema {pair.From.Schema ?? "that is current"}, and is to be in {pair.To.Schema}.",
            $"Write ALTER EXTENSION {pair.To.Name} SET SCHEMA {pair.To.Schema} with schema.Sql, if the extension can be moved."));

    private static Pairing<Extension> Extensions(DatabaseSchema from, DatabaseSchema to) => Pairing<Extension>.By(from.Extensions, to.Extensions, extension => extension.Name);
}
