using System.Reflection;

namespace Godwit.Cli.Commands;

/// <summary>What this program is called.</summary>
internal static class Product
{
    /// <summary>Major, minor and patch.</summary>
    internal static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
}
