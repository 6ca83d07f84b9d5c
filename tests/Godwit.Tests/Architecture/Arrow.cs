namespace Godwit.Tests.Architecture;

/// <summary>That one place knows another: two projects, or two folders of one project, as <c>Godwit/Sql</c>.</summary>
internal readonly record struct Arrow(string From, string To)
{
    public override string ToString() => $"{From} -> {To}";
}
