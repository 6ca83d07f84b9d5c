using System.Runtime.CompilerServices;
using Godwit.Operations;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Authoring;

/// <summary>What becomes of what an author writes.</summary>
internal static class Described
{
    internal const string File = "database/migrations/001_test.cs";

    /// <summary>The operations of a description.</summary>
    internal static Operation[] By(Action<SchemaBuilder> describe, string product = "sqlite", DatabaseSchema? known = null)
    {
        var schema = new SchemaBuilder(product, File, known);
        describe(schema);
        return [.. schema.Operations];
    }

    /// <summary>The one operation of a description, without its place.</summary>
    internal static Operation One(Action<SchemaBuilder> describe, string product = "sqlite") => Assert.Single(By(describe, product)) with { Location = null };

    /// <summary>The operations of a change of the table posts, without their places.</summary>
    internal static Operation[] Alter(Action<AlterTableBlueprint> describe) =>
        [.. By(schema => schema.Table("posts", describe)).Select(operation => operation with { Location = null })];

    /// <summary>The new table posts.</summary>
    internal static Table Create(Action<CreateTableBlueprint> describe, string product = "sqlite") =>
        Assert.IsType<CreateTable>(Assert.Single(By(schema => schema.Create("posts", describe), product))).Table;

    /// <summary>The one column of a new table posts.</summary>
    internal static Column Column(Action<CreateTableBlueprint> describe, string product = "sqlite") => Assert.Single(Create(describe, product).Columns);

    /// <summary>The error of a new table posts, whose place must be the line of the test that describes it.</summary>
    internal static GodwitException CreateError(Action<CreateTableBlueprint> describe, [CallerLineNumber] int line = 0) =>
        Error(schema => schema.Create("posts", describe, line), line);

    /// <summary>The error of a change of the table posts, whose place must be the line of the test that describes it.</summary>
    internal static GodwitException AlterError(Action<AlterTableBlueprint> describe, [CallerLineNumber] int line = 0) =>
        Error(schema => schema.Table("posts", describe, line), line);

    /// <summary>The error of a description, whose place must be the line of the test that describes it.</summary>
    internal static GodwitException Error(Action<SchemaBuilder> describe, [CallerLineNumber] int line = 0)
    {
        var error = Assert.Throws<GodwitException>(() => By(describe));
        Assert.Equal(ErrorCode.InvalidDefinition, error.Code);
        Assert.Equal(new SourceLocation(File, line, 1), error.Location);
        Assert.False(string.IsNullOrEmpty(error.Remedy));
        return error;
    }
}
