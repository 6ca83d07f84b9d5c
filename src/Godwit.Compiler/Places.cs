using Microsoft.CodeAnalysis;

namespace Godwit.Compiler;

/// <summary>Roslyn's places as Godwit's.</summary>
internal static class Places
{
    internal static SourceLocation Of(Location location)
    {
        var span = location.GetLineSpan();
        return new SourceLocation(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
