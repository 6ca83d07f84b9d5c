using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Godwit.Sqlite.Tests;

/// <summary>
/// Godwit loads SQLite before a test uses the driver by itself: whoever comes first decides which copy of SQLite the process has,
/// and tests run in any order.
/// </summary>
internal static class LoadedLibrary
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing else comes before every test of an assembly.")]
    internal static void Load() => _ = SqliteLibrary.Instance;
}
