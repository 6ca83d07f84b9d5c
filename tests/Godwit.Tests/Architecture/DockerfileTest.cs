using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Godwit.Tests.Architecture;

/// <summary>packaging/Dockerfile names what is there; no engine is at hand to build it.</summary>
public sealed class DockerfileTest
{
    private static readonly string[] Lines = Repository.Read("packaging/Dockerfile").Split('\n');

    [Fact]
    public void What_it_copies_and_builds_is_in_the_repository()
    {
        var copied = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToArray();
        var built = Lines.Single(line => line.StartsWith("RUN dotnet publish ", StringComparison.Ordinal)).Split(' ')[3];

        Findings.AssertNone(copied.Append(built).Where(path => !Path.Exists(Path.Combine(Repository.Root, path))));
        Assert.Contains(copied, folder => built.StartsWith(folder + "/", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_the_build_reads_from_the_root_is_copied()
    {
        var read = Directory.GetFiles(Repository.Root).Select(Path.GetFileName).Where(name =>
            name is "global.json" or "BannedSymbols.txt" or ".editorconfig" || name!.StartsWith("Directory.", StringComparison.Ordinal));

        Findings.AssertNone(read.Where(name => !Lines.Any(line => line.StartsWith("COPY ", StringComparison.Ordinal) && line.Split(' ').Contains(name)))!);
    }

    [Fact]
    public void Its_images_are_of_the_framework_that_is_built_for()
    {
        var framework = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        var images = Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => Regex.Match(line, @":(\S+)").Groups[1].Value);

        Assert.All(images, version => Assert.Equal(framework, "net" + version));
    }

    [Fact]
    public void It_does_not_run_as_root() => Assert.Contains("USER $APP_UID", Lines);
}
