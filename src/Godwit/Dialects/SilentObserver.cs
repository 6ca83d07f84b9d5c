namespace Godwit.Dialects;

/// <summary>An observer for statements that nobody watches.</summary>
internal sealed class SilentObserver : IStatementObserver
{
    internal static SilentObserver Instance { get; } = new();

    public void Started(int index)
    {
    }

    public void Completed(int index, int rowsAffected, TimeSpan elapsed)
    {
    }
}
