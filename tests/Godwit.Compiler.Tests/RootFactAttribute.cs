using Xunit;

namespace Godwit.Compiler.Tests;

/// <summary>A test that only root can do: to give a file to another user.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "Only root can give a file to another user.";
    }
}
