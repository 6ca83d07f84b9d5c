using Godwit.Configuration;
using Godwit.Generation;
using Godwit.Migrations;
using Godwit.Schema;
using Godwit.Writing;

namespace Godwit.Adoption;

/// <summary>Writes a baseline as a migration, in either language.</summary>
internal static class BaselineText
{
    /// <summary>The text of the file.</summary>
    /// <param name="content">What it does.</param>
    /// <param name="replaced">The ids of the migrations that it stands for.</param>
    /// <param name="heading">What the file is called.</param>
    /// <param name="format">The language.</param>
    /// <param name="generator">Says operations in SQL.</param>
    internal static string Of(BaselineContent content, IReadOnlyList<string> replaced, FileHeading heading, MigrationFormat format, SqlGenerator generator) =>
        format is MigrationFormat.CSharp
            ? CSharpMigrationText.OfBaseline(heading.ClassName, content.Operations, replaced, content.Notes, content.Product)
            : SqlMigrationText.OfBaseline(heading.Id, heading.Created, Statements(content, generator), replaced, content.Notes);

    private static string[] Statements(BaselineContent content, SqlGenerator generator) =>
        [.. generator.Generate(content.Operations, new DatabaseSchema(content.Product)).Statements.Select(statement => statement.Text)];
}
