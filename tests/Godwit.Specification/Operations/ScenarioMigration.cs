namespace Godwit.Specification.Operations;

/// <summary>A migration that a test hands in; its down is derived.</summary>
[Migration]
public sealed class ScenarioMigration(Action<SchemaBuilder> up) : Migration
{
    /// <inheritdoc/>
    public override void Up(SchemaBuilder schema) => up(schema);
}

/// <summary>A migration that a test hands in, with a down of its own.</summary>
[Migration]
public sealed class ScenarioMigrationWithDown(Action<SchemaBuilder> up, Action<SchemaBuilder> down) : Migration
{
    /// <inheritdoc/>
    public override void Up(SchemaBuilder schema) => up(schema);

    /// <inheritdoc/>
    public override void Down(SchemaBuilder schema) => down(schema);
}
