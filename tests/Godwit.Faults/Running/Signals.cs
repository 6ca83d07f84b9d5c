using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Godwit.Faults.Running;

/// <summary>Sends signals to processes.</summary>
internal static partial class Signals
{
    private const int NoSuchProcess = 3;

    /// <summary>Sends a signal; to a process that has ended already, nothing.</summary>
    internal static void Send(int process, Signal signal)
    {
        if (Kill(process, (int)signal) == 0 || Marshal.GetLastPInvokeError() == NoSuchProcess) return;
        throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}

/// <summary>Signals by their numbers on Linux.</summary>
internal enum Signal
{
    /// <summary>PostgreSQL's immediate shutdown.</summary>
    Quit = 3,

    /// <summary>Ends a process at once.</summary>
    Kill = 9,

    /// <summary>Lets a stopped process go on.</summary>
    Continue = 18,

    /// <summary>Stops a process until it may go on.</summary>
    Stop = 19,
}
