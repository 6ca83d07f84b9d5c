using System.Diagnostics;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests;

public sealed class CompletionTest : IDisposable
{
    private readonly Project project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("migrate:ro", "migrate:rollback")]
    [InlineData("migrate ro", "rollback")]
    [InlineData("make migr", "migration")]
    [InlineData("status --pen", "--pending")]
    [InlineData("make:migration x --format ", "csharp sql")]
    [InlineData("status --env s", "staging")]
    [InlineData("status --connection ", "archive main")]
    [InlineData("show 00", "001_a 002_b")]
    [InlineData("upgrade 002", "002_b")]
    [InlineData("completion z", "zsh")]
    [InlineData("explain loc", "lock-lost locked")]
    [InlineData("--js", "--json")]
    [InlineData("no-such-verb ", "")]
    public async Task The_words_that_can_come_next_are_told(string line, string expected)
    {
        project.Write("godwit.json", """{ "connections": { "main": "sqlite:a.sqlite", "archive": "sqlite:b.sqlite" } }""");
        project.TableMigration("001_a.sql", "a");
        project.TableMigration("002_b.sql", "b");

        var answer = (await project.RunAsync(["completion", "--line", line])).Succeeded();

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Broken_settings_complete_what_they_can_and_say_nothing()
    {
        project.Write("godwit.json", "{ broken");

        var answer = (await project.RunAsync(["completion", "--line", "show "])).Succeeded();

        Assert.Equal("", answer.Out + answer.Error);
    }

    [Theory]
    [InlineData("bash", "data/bash-completion/completions/godwit")]
    [InlineData("zsh", "data/zsh/site-functions/_godwit")]
    [InlineData("fish", "config/fish/completions/godwit.fish")]
    [InlineData("powershell", "config/powershell/godwit-completion.ps1")]
    public async Task A_script_is_installed_where_its_shell_looks(string shell, string place)
    {
        project.Set("XDG_DATA_HOME", Path.Join(project.Root, "data"));
        project.Set("XDG_CONFIG_HOME", Path.Join(project.Root, "config"));

        var answer = (await project.RunAsync($"completion {shell} --install")).Succeeded();

        Assert.Contains(place, answer.Out.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((await project.RunAsync($"completion {shell}")).Out, await File.ReadAllTextAsync(Path.Join(project.Root, place)));
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_answered_with_those_that_are()
    {
        var answer = await project.RunAsync("completion tcsh");

        answer.Failed("usage", ExitCode.Usage, "bash, zsh, fish, powershell");
    }

    [Theory]
    [InlineData("godwit stat", "status")]
    [InlineData("godwit migrate:ro", "rollback")]
    [InlineData("godwit status --env=sta", "staging")]
    public async Task Bash_completes_with_the_script(string line, string expected)
    {
        if (!File.Exists("/bin/bash")) return;
        project.Write("completion.sh", (await project.RunAsync("completion bash")).Out);
        project.Write("ask.sh",
            $$"""
            godwit() { dotnet '{{typeof(Program).Assembly.Location}}' "$@"; }
            source ./completion.sh
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=(godwit)
            _godwit
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        var start = new ProcessStartInfo("/bin/bash", "ask.sh") { WorkingDirectory = project.Root, RedirectStandardOutput = true, UseShellExecute = false };
        using var bash = Process.Start(start)!;
        var completed = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.Contains(expected, completed.Split('\n'));
    }
}
