using System.Diagnostics;

namespace Godwit;

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

    /// <summary>The innermost line of a class, its lambdas and asynchronous methods included; null where the debugging symbols do not tell.</summary>
    internal static SourceLocation? Find(Exception thrown, Type type, string root)
    {
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } path && IsOf(type, frame.GetMethod()?.DeclaringType))
                return new SourceLocation(Shown(path, root), frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()));
        }

        return null;
    }

    private static bool IsOf(Type type, Type? declaring)
    {
        for (; declaring is not null; declaring = declaring.DeclaringType)
        {
            if (Bare(declaring) == Bare(type)) return true;
        }

        return false;
    }

    // A stack names a generic class without its arguments.
    private static Type Bare(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Shown(string path, string root)
    {
        if (!Path.IsPathRooted(path)) return path;
        var relative = Path.GetRelativePath(Path.GetFullPath(root), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
