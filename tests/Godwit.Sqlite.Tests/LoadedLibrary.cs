using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Godwit.Sqlite.Tests;

/// <summary>
/// Godwit loads SQLite before a test uses the driver by itself: whoever comes first decides which copy of SQLite the process has,
/// and tests run in any order. With <c>GODWIT_TEST_SQLITE=bundled</c> the driver comes first, and with it the copy in its package.
/// </summary>
internal static class LoadedLibrary
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing else comes before every test of an assembly.")]
    internal static void Load()
    {
        if (Environment.GetEnvironmentVariable("GODWIT_TEST_SQLITE") == "bundled") Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
        _ = SqliteLibrary.Instance;
    }
}
