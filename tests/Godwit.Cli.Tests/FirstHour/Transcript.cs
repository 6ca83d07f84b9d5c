using System.Text;
using Godwit.Cli.Commands;
using Godwit.Cli.Tests.Running;
using Xunit;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>Plays steps and writes down what is seen.</summary>
internal sealed class Transcript(Project project, Masks masks, Medium medium)
{
    private readonly StringBuilder text = new();
    private readonly List<StyledLine> picture = [];

    /// <summary>What was seen, without colours.</summary>
    internal string Text => text.ToString();

    /// <summary>What the picture shows.</summary>
    internal IReadOnlyList<StyledLine> Picture => picture;

    /// <summary>Plays them, one after the other.</summary>
    internal async Task PlayAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps.Where(step => (step.Only ?? medium) == medium))
        {
            switch (step)
            {
                case Step.Thinks thought: text.Append($"\n# {thought.Text}\n"); break;
                case Step.Writes file: Write(file); break;
                case Step.Reads file: Show("read", file.Path, File.ReadAllText(Find(file.Path))); break;
                case Step.Types typed when medium is Medium.Terminal: await AtTerminalAsync(typed); break;
                case Step.Types typed: await InPipeAsync(typed); break;
            }
        }
    }

    private void Write(Step.Writes file)
    {
        project.Write(Path.GetRelativePath(project.Root, Find(file.Path)), file.Text);
        Show("written", file.Path, file.Text);
    }

    private void Show(string done, string path, string content)
    {
        text.Append($"\n[{done}: {masks.Put(Path.GetRelativePath(project.Root, Find(path)))}]\n");
        foreach (var line in masks.Put(content).TrimEnd('\n').Split('\n')) text.Append($"    {line}".TrimEnd()).Append('\n');
    }

    private async Task AtTerminalAsync(Step.Types typed)
    {
        var (code, written) = await CommandProcess.OnTerminalAsync(project, typed.Line, async (process, output) =>
        {
            var seen = "";
            foreach (var (question, answer) in typed.Answers)
            {
                seen += await CommandProcess.ReadUntilAsync(output, question);
                await process.StandardInput.WriteLineAsync(answer);
                await process.StandardInput.FlushAsync();
            }

            return seen;
        });
        Assert.True(code == typed.Code, $"{typed.Line}: {code}\n{written}");
        var lines = StyledLine.Screen(masks.Put(written));
        Assert.All(lines, line => Assert.True(line.Text.Length <= 80, $"{typed.Line}: {line.Text}"));
        text.Append($"\n$ {typed.Line}\n");
        foreach (var line in lines) text.Append(line.Text).Append('\n');
        Ended(code);
        if (!typed.IsPictured) return;
        if (picture.Count > 0) picture.Add(new StyledLine([]));
        picture.AddRange([new StyledLine([("$ ", "2"), (typed.Line, "1")]), .. lines]);
    }

    private async Task InPipeAsync(Step.Types typed)
    {
        var outcome = await CommandProcess.RunAsync(project, typed.Line.Split(' ')[1..]);
        outcome.Ended((ExitCode)(typed.CodeInPipe ?? typed.Code));
        Assert.DoesNotContain('\u001b', outcome.Out + outcome.Error);
        text.Append($"\n$ {typed.Line}\n{masks.Put(outcome.Out)}");
        foreach (var line in masks.Put(outcome.Error).Split('\n').SkipLast(1)) text.Append($"2> {line}".TrimEnd()).Append('\n');
        Ended((int)outcome.Code);
    }

    private void Ended(int code)
    {
        if (code != 0) text.Append($"[exit code {code}]\n");
    }

    // A migration is known by what stands after its time.
    private string Find(string path)
    {
        var full = Path.Join(project.Root, path);
        return path.Contains('*', StringComparison.Ordinal) ? Directory.GetFiles(Path.GetDirectoryName(full)!, Path.GetFileName(full)).Single() : full;
    }
}
