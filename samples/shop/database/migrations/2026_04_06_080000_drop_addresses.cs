using Godwit;

/// <summary>A whole table goes. Going back makes it again as it was, but for its rows, which is said before it is run.</summary>
[Migration]
public sealed class DropAddresses : Migration
{
    public override void Up(SchemaBuilder schema) => schema.Drop("addresses");
}
