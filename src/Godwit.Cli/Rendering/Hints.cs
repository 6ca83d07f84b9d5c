namespace Godwit.Cli.Rendering;

/// <summary>Sentences that several screens have in common.</summary>
internal static class Hints
{
    internal const string NotInstalled = "Nothing is installed yet: there is no history table. godwit migrate creates it.";

    internal const string NoMigrations = "There are no migrations yet. godwit make:migration create_posts_table writes the first.";
}
