namespace Godwit.Cli.Commands;

/// <summary>Numbers given as options.</summary>
internal static class Counts
{
    internal static int Positive(string option, int count) => count > 0
        ? count
        : throw new GodwitException(ErrorCode.Usage, $"{option} {count} is not a number of steps.", $"Write {option} 1 or more.");
}
