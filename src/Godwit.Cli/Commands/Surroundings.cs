using Godwit.Configuration;

namespace Godwit.Cli.Commands;

/// <summary>What the command finds around it when it is called.</summary>
/// <param name="Directory">Where it is called: relative paths begin here, and the project is looked for upwards from here.</param>
/// <param name="Variables">The environment variables.</param>
internal sealed record Surroundings(string Directory, EnvironmentVariables Variables)
{
    internal static Surroundings OfProcess => new(Environment.CurrentDirectory, EnvironmentVariables.OfProcess);
}
