namespace Godwit.Hosting;

/// <summary>The names under which Godwit tells of its work; they are stable over versions.</summary>
public static class GodwitTelemetry
{
    /// <summary>The category of its log entries.</summary>
    public const string LogCategory = "Godwit";

    /// <summary>The name of its <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySource = "Godwit";

    /// <summary>The name of its <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Meter = "Godwit";
}
