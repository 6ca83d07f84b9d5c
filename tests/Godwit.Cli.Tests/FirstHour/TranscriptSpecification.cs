using Godwit.Cli.Tests.Running;
using Godwit.Specification.Servers;
using Xunit;

namespace Godwit.Cli.Tests.FirstHour;

/// <summary>
/// The transcripts under docs/transcripts, and the picture in the README, are what the command shows. After a change on purpose:
/// <c>docs/transcripts/make</c>, and read the difference.
/// </summary>
public abstract class TranscriptSpecification(Server server) : DatabaseSpecification(server)
{
    private string? database;
    private string? url;

    private protected static readonly bool IsAccepted = Environment.GetEnvironmentVariable("GODWIT_ACCEPT") == "1";

    private protected static string Documents => Path.Join(Samples.Repository, "docs");

    /// <summary>Makes a database of a name that people would give it.</summary>
    private protected async Task CreateDatabaseAsync()
    {
        database = $"shop_{Guid.NewGuid().ToString("N")[..4]}";
        await Database!.ScalarAsync($"CREATE DATABASE {database}");
        url = Database.Url[..(Database.Url.LastIndexOf('/') + 1)] + database;
    }

    private protected async Task DropDatabaseAsync() => await Database!.ScalarAsync($"DROP DATABASE {database}");

    /// <summary>Plays the hour, and writes down or compares what is seen.</summary>
    private protected async Task<Transcript> PlayAsync(Medium medium)
    {
        // As long as what stands for it, so that lines are broken where they would be.
        var parent = Path.Join("/tmp", Guid.NewGuid().ToString("N")[..4]);
        var home = Project.Empty(Path.Join(parent, "shop"));
        var transcript = new Transcript(home, Masks(home), medium);
        try
        {
            await transcript.PlayAsync(Hour.On(url));
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }

        var name = $"{Server}-{medium}".ToLowerInvariant();
        var heading = medium is Medium.Terminal ? "at a terminal of 80 columns" : "in pipes; what went to standard error has 2> before it";
        Compare(Path.Join(Documents, "transcripts", name + ".txt"), $"The first hour with {Title}, {heading}.\n{transcript.Text}");
        return transcript;
    }

    private protected void Compare(string path, string text)
    {
        if (IsAccepted) File.WriteAllText(path, text);
        Assert.Equal(Comparable(text), Comparable(File.ReadAllText(path)));
    }

    private string Title => Server switch
    {
        Server.Sqlite => "SQLite",
        Server.PostgreSql => "PostgreSQL",
        _ => "MariaDB",
    };

    // Where the names of a server's database and host have another length, lines are broken elsewhere.
    private string Comparable(string text) => Server is Server.Sqlite ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Masks Masks(Project home) => url is null
        ? new Masks((home.Root, "/home/ada/shop"))
        : new Masks(
            (home.Root, "/home/ada/shop"), (url, $"{Settings.Driver}://ada:secret@localhost:5432/shop"),
            ($"{Settings.Username}@", "ada@"), ($"{Settings.Host}:{Settings.Port}", "localhost:5432"), (database!, "shop"));
}

public abstract class ServerTranscriptSpecification(Server server) : TranscriptSpecification(server)
{
    // At a terminal it is the same with other colours, as SQLite's test shows: it is played to be written down, and not each time.
    [DatabaseFact]
    public async Task The_hour_is_as_written()
    {
        Medium[] media = IsAccepted ? [Medium.Pipe, Medium.Terminal] : [Medium.Pipe];
        foreach (var medium in media)
        {
            await CreateDatabaseAsync();
            try
            {
                await PlayAsync(medium);
            }
            finally
            {
                await DropDatabaseAsync();
            }
        }
    }
}

public sealed class SqliteTerminalTranscriptTest() : TranscriptSpecification(Server.Sqlite)
{
    [Fact]
    public async Task The_hour_at_a_terminal_and_its_picture_are_as_written()
    {
        var transcript = await PlayAsync(Medium.Terminal);

        Compare(Path.Join(Documents, "terminal.svg"), TerminalPicture.Draw(transcript.Picture, "A migration with a mistake in it, what godwit says about it, and what happens when it is mended"));
    }
}

public sealed class SqlitePipeTranscriptTest() : TranscriptSpecification(Server.Sqlite)
{
    [Fact]
    public async Task The_hour_in_pipes_is_as_written() => await PlayAsync(Medium.Pipe);
}

[RequiresServer("GODWIT_TEST_POSTGRESQL")]
public sealed class PostgreSqlTranscriptTest() : ServerTranscriptSpecification(Server.PostgreSql);

[RequiresServer("GODWIT_TEST_MARIADB")]
public sealed class MariaDbTranscriptTest() : ServerTranscriptSpecification(Server.MariaDb);
