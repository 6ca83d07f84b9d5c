using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sample;

/// <summary>The answer of /health: the status of each check, its words, and the ids of the migrations in question.</summary>
internal static class HealthDocument
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = entry.Value.Status.ToString(), entry.Value.Description, entry.Value.Data }),
    });
}
