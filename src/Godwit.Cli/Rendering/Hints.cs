namespace Godwit.Cli.Rendering;

/// <summary>Sentences that several screens have in common.</summary>
internal static class Hints
{
    internal const string NotInstalled = "There is no history table yet. godwit migrate creates it.";

    internal const string NoMigrations = "There are no migrations yet. godwit make:migration create_posts_table writes the first.";
}
