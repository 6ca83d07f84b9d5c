using Godwit.Configuration;
using Xunit;

namespace Godwit.Tests.Configuration;

/// <summary>The environment by name and by variable (parity E5).</summary>
public sealed class DeploymentEnvironmentTest : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("development", "development", EnvironmentKind.Development)]
    [InlineData("dev", "development", EnvironmentKind.Development)]
    [InlineData("Development", "development", EnvironmentKind.Development)]
    [InlineData("staging", "staging", EnvironmentKind.Staging)]
    [InlineData("stage", "staging", EnvironmentKind.Staging)]
    [InlineData("PROD", "production", EnvironmentKind.Production)]
    [InlineData("production ", "production", EnvironmentKind.Production)]
    [InlineData("prodution", "prodution", EnvironmentKind.Production)]
    [InlineData("Testing", "testing", EnvironmentKind.Production)]
    public void A_name_gives_a_kind_and_an_unknown_one_is_production(string text, string name, EnvironmentKind kind) =>
        Assert.Equal(new DeploymentEnvironment(name, kind), project.Load().ResolveEnvironment(text));

    [Theory]
    [InlineData("GODWIT_ENV")]
    [InlineData("DOTNET_ENVIRONMENT")]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    [InlineData("ENV")]
    public void Each_variable_is_read_from_the_process_and_from_the_file(string variable)
    {
        Assert.Equal("staging", project.Load((".env", $"{variable}=stage")).ResolveEnvironment().Name);

        project.Variables[variable] = "prod";
        Assert.Equal("production", project.Load().ResolveEnvironment().Name);
    }

    [Fact]
    public void The_more_particular_variable_wins()
    {
        project.Variables["ENV"] = "a";
        Assert.Equal("a", project.Load().ResolveEnvironment().Name);
        project.Variables["ASPNETCORE_ENVIRONMENT"] = "b";
        Assert.Equal("b", project.Load().ResolveEnvironment().Name);
        project.Variables["DOTNET_ENVIRONMENT"] = "c";
        Assert.Equal("c", project.Load().ResolveEnvironment().Name);
        project.Variables["GODWIT_ENV"] = "d";
        Assert.Equal("d", project.Load().ResolveEnvironment().Name);
        Assert.Equal("e", project.Load().ResolveEnvironment("e").Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/home/app/.shinit")]
    public void An_empty_variable_and_the_start_up_file_of_the_shell_name_no_environment(string value)
    {
        project.Variables["ENV"] = value;

        Assert.Equal(new DeploymentEnvironment("development", EnvironmentKind.Development), project.Load().ResolveEnvironment());
    }

    [Fact]
    public void Settings_give_a_kind_to_names_of_ones_own()
    {
        var config = project.LoadSettings("""{ "environments": { "QA": { "kind": "staging" }, "demo": {} } }""");

        Assert.Equal(EnvironmentKind.Staging, config.ResolveEnvironment("qa").Kind);
        Assert.Equal(EnvironmentKind.Production, config.ResolveEnvironment("demo").Kind);
    }
}
