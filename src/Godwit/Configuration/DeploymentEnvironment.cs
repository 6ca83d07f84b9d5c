namespace Godwit.Configuration;

/// <summary>Where Godwit runs: on a developer's machine, for rehearsal, or for real.</summary>
/// <param name="Name">The name in lower case: <c>development</c>, <c>staging</c>, <c>production</c> or one of the project's own.</param>
/// <param name="Kind">How careful Godwit is there.</param>
public sealed record DeploymentEnvironment(string Name, EnvironmentKind Kind)
{
    private static readonly string[] Variables = ["GODWIT_ENV", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "ENV"];

    /// <summary>The environment of a name, in any case; <c>dev</c>, <c>stage</c> and <c>prod</c> are short forms.</summary>
    /// <returns>An environment of kind production when the name is not known: a misspelling must not make Godwit careless.</returns>
    public static DeploymentEnvironment Parse(string name)
    {
        var lower = name.Trim().ToLowerInvariant();
        return lower switch
        {
            "development" or "dev" => new("development", EnvironmentKind.Development),
            "staging" or "stage" => new("staging", EnvironmentKind.Staging),
            "production" or "prod" => new("production", EnvironmentKind.Production),
            _ => new(lower, EnvironmentKind.Production),
        };
    }

    /// <summary>The environment that the variables name; development when none does.</summary>
    internal static DeploymentEnvironment Detect(EnvironmentVariables variables)
    {
        foreach (var variable in Variables)
        {
            if (variables.Find(variable) is { } name && IsName(variable, name)) return Parse(name);
        }

        return new DeploymentEnvironment("development", EnvironmentKind.Development);
    }

    // POSIX sh reads the file that ENV names when it starts, so ENV may hold a path:
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sh.html
    private static bool IsName(string variable, string value) =>
        !string.IsNullOrWhiteSpace(value) && (variable != "ENV" || !value.Contains('/', StringComparison.Ordinal));
}
