using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Godwit.Sqlite;

/// <summary>
/// The native SQLite that is used: the system's where it is newer than the one in the package, because a database may use what
/// the older one cannot read (STRICT tables, since 3.37).
/// </summary>
internal sealed unsafe class SqliteLibrary
{
    private const string ImportName = "e_sqlite3";
    private const string Provider = "SQLitePCLRaw.provider.e_sqlite3";
    private const int BundledVersion = 3_035_005;

    private static readonly Lazy<SqliteLibrary> Loaded = new(() => new SqliteLibrary());

    private readonly delegate* unmanaged[Cdecl]<nint, int> errorOffset;

    private SqliteLibrary()
    {
        if (!DriverIsInUse() && NewerSystemLibrary() is { } system)
        {
            var provider = Assembly.Load(Provider);
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == ImportName ? system : 0);
            if (NativeLibrary.TryGetExport(system, "sqlite3_error_offset", out var export))
                errorOffset = (delegate* unmanaged[Cdecl]<nint, int>)export;
        }

        SQLitePCL.Batteries_V2.Init();
    }

    /// <summary>Loads the library on first use.</summary>
    internal static SqliteLibrary Instance => Loaded.Value;

    /// <summary>
    /// The offset, in UTF-16 units, at which the last statement of a connection was refused; null where SQLite does not tell
    /// (<c>sqlite3_error_offset</c>, since 3.38).
    /// </summary>
    internal int? ErrorOffset(SqliteConnection connection, string sql)
    {
        if (errorOffset is null || connection.Handle is not { IsInvalid: false } handle) return null;
        var bytes = errorOffset(handle.DangerousGetHandle());
        if (bytes < 0) return null;
        var utf8 = Encoding.UTF8.GetBytes(sql);
        return bytes <= utf8.Length ? Encoding.UTF8.GetCharCount(utf8, 0, bytes) : null;
    }

    // An application that has used the driver has bound calls to the library in the package. Further calls would be bound to the
    // system's, and a handle of one copy of SQLite in the hands of the other ends the process. A copy of the driver in another load
    // context, as an application's whose models were read, has bindings of its own.
    private static bool DriverIsInUse()
    {
        foreach (var assembly in AssemblyLoadContext.GetLoadContext(typeof(SqliteConnection).Assembly)!.Assemblies)
        {
            if (assembly.GetName().Name == Provider) return true;
        }

        return false;
    }

    private static nint? NewerSystemLibrary()
    {
        foreach (var name in Names())
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
                && ((delegate* unmanaged[Cdecl]<int>)export)() > BundledVersion) return library;
            NativeLibrary.Free(library);
        }

        return null;
    }

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll"] : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"] : ["libsqlite3.so.0"];
}
