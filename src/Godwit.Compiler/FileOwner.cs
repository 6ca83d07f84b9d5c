using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Godwit.Compiler;

/// <summary>
/// Who owns a file. .NET tells a file's rights, but not its owner; the library that comes with every .NET on Unix, and through which .NET itself
/// asks the system, tells both, the same on all systems and processors.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class FileOwner
{
    private const string Library = "libSystem.Native";

    /// <summary>Whether an open file belongs to the user as whom this process acts.</summary>
    internal static bool IsThisUser(SafeFileHandle file) => Status(file, out var status) == 0 && status.User == EffectiveUser();

    [LibraryImport(Library, EntryPoint = "SystemNative_FStat")]
    private static partial int Status(SafeFileHandle file, out FileStatus status);

    [LibraryImport(Library, EntryPoint = "SystemNative_GetEUid")]
    private static partial uint EffectiveUser();

    // Only the beginning is declared; the rest, with room to spare, is times and numbers of which nothing is wanted.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct FileStatus
    {
        [FieldOffset(8)]
        internal readonly uint User;
    }
}
