using System.Diagnostics;

namespace Godwit.Execution;

/// <summary>Finds the line of a migration's file in the stack of an exception that its code threw.</summary>
internal static class ThrownAt
{
    /// <summary>The innermost line of the file; null where the debugging symbols do not tell.</summary>
    internal static SourceLocation? Find(Exception thrown, string file)
    {
        var name = Path.GetFileName(file);
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } path && Path.GetFileName(path) == name)
                return new SourceLocation(file, frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()));
        }

        return null;
    }
}
