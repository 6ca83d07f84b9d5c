using System.Runtime.Versioning;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;

namespace Godwit.Compiler;

/// <summary>
/// Files that only their owner may read and write. What counts is checked on the open file, so nobody can put another in its place between
/// the check and the reading.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner may enter, unless it is there.</summary>
    internal static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Makes a file.</summary>
    internal static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(path, options);
        stream.Write(content);
    }

    /// <summary>Reads a file; null when another user owns it or may read or write it. Not even root is excepted, whose files of this kind
    /// nobody else can read.</summary>
    internal static byte[]? Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!(OperatingSystem.IsWindows() ? IsOwnOnWindows(stream) : IsPrivate(stream.SafeFileHandle))) return null;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsPrivate(SafeFileHandle file) => File.GetUnixFileMode(file) == OwnerOnly && FileOwner.IsThisUser(file);

    // Who may write is inherited from the folder there, and a user's own folders are closed to others. What an administrator makes
    // belongs to the group of administrators.
    [SupportedOSPlatform("windows")]
    private static bool IsOwnOnWindows(FileStream file)
    {
        using var user = WindowsIdentity.GetCurrent();
        var owner = file.GetAccessControl().GetOwner(typeof(SecurityIdentifier));
        return owner is SecurityIdentifier && (owner == user.User || (Environment.IsPrivilegedProcess && owner == user.Owner));
    }
}
