namespace Godwit.Migrations;

/// <summary>What a new file is called.</summary>
/// <param name="Id">The migration's id.</param>
/// <param name="ClassName">The name of its class, where it is C#.</param>
/// <param name="Created">When it is made, UTC.</param>
internal sealed record FileHeading(string Id, string ClassName, DateTime Created);
