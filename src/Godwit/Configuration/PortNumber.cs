using System.Globalization;

namespace Godwit.Configuration;

/// <summary>A server's port as text.</summary>
internal static class PortNumber
{
    internal const string Expected = "a whole number from 1 to 65535";

    /// <summary>The port, or null when the text is not one.</summary>
    internal static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;
}
