using System.Reflection;

namespace Godwit.Migrations;

/// <summary>Makes migrations of their classes.</summary>
internal static class MigrationClass
{
    /// <summary>A migration of a class.</summary>
    /// <param name="type">The class: marked with <see cref="MigrationAttribute"/>, derived from <see cref="Migration"/>, to be made without arguments.</param>
    /// <param name="path">Its file, as shown to people; null where the compiler was told that name.</param>
    /// <exception cref="GodwitException">Its constructor failed.</exception>
    internal static Migration Create(Type type, string? path = null)
    {
        try
        {
            return (Migration)Activator.CreateInstance(type, nonPublic: true)!;
        }
        catch (TargetInvocationException failure)
        {
            var attribute = type.GetCustomAttribute<MigrationAttribute>()!;
            path ??= attribute.File;
            throw new GodwitException(
                ErrorCode.InvalidCode,
                $"The constructor of {type.Name} in {path} failed: {failure.InnerException!.Message}",
                "A migration is made each time its files are read: do what may fail in Up.",
                new SourceLocation(path, attribute.Line, 1),
                inner: failure.InnerException);
        }
    }
}
