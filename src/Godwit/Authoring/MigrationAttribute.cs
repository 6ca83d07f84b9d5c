using System.Runtime.CompilerServices;

namespace Godwit;

/// <summary>
/// Marks a class as a migration. Its id is the name of its file without the extension, which the compiler fills in: the same file
/// is the same migration whether it is compiled by the command or into an application.
/// </summary>
/// <param name="file">The file; filled in by the compiler.</param>
/// <param name="line">The line; filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MigrationAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    /// <summary>The file that the class stands in.</summary>
    public string File { get; } = file;

    /// <summary>The line of the attribute.</summary>
    public int Line { get; } = line;

    /// <summary>Whether the migration runs in a transaction, as far as the database can. Default: it does.</summary>
    public TransactionMode Transaction { get; init; } = TransactionMode.On;

    /// <summary>How long each statement may take, in seconds; 0 is no limit.</summary>
    public double TimeoutSeconds { get; init; }
}
