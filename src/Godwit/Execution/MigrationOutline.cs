using System.Collections.Immutable;
using Godwit.Dialects;
using Godwit.Migrations;

namespace Godwit.Execution;

/// <summary>What a migration would do on a database, found out without one.</summary>
/// <param name="Id">The migration.</param>
/// <param name="Path">Its file.</param>
/// <param name="Checksum">The checksum of what is applied.</param>
/// <param name="Up">The parts in which it is applied.</param>
/// <param name="Down">The parts in which it is undone; null when it has no down.</param>
public sealed record MigrationOutline(MigrationId Id, string Path, Checksum Checksum, ImmutableArray<Segment> Up, ImmutableArray<Segment>? Down)
{
    /// <summary>Reads a migration and divides it as a run would.</summary>
    /// <exception cref="GodwitException">It cannot be read, or not be run as it is written.</exception>
    public static MigrationOutline Of(MigrationSource source, Dialect dialect, IReadOnlyDictionary<string, string> placeholders)
    {
        var script = source.Read(dialect.Splitter, placeholders);
        if (script.Code is { } code) script = Said(script, code, source.Path, new CodeOutline(dialect));
        return new MigrationOutline(
            source.Id, source.Path, source.ComputeChecksum(dialect.Splitter), Segmenter.Divide(script.Up, dialect.Splitter),
            script.Down is null ? null : Segmenter.Divide(script.Down, dialect.Splitter));
    }

    private static MigrationScript Said(MigrationScript script, Migration code, string file, CodeOutline outline) => script with
    {
        Up = script.Up with { Statements = outline.Up(code, file) },
        Down = outline.Down(code, file) is { } down ? script.Up with { Statements = down } : null,
    };
}
