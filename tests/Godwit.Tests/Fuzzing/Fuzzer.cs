using System.Collections.Immutable;
using System.Text;

namespace Godwit.Tests.Fuzzing;

/// <summary>Gives random and mutated texts to a target, and finds those it cannot bear.</summary>
/// <param name="target">The target.</param>
/// <param name="seed">Where chance begins.</param>
/// <param name="scripts">Real texts that are changed here and there, besides those that stand here.</param>
internal sealed class Fuzzer(FuzzTarget target, int seed, IReadOnlyList<string> scripts)
{
    /// <summary>How much of the processor's time a text may take; a long one takes milliseconds.</summary>
    internal static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private const int MostMutations = 12;
    private const int Longest = 4000;

    private static readonly string[] Fragments =
    [
        "'", "\"", "`", "''", "\\", "\\'", "$$", "$a$", "$1", "--", "-- ", "#", "/*", "*/", "/*!50000 ", "/*+", ";", ";;", "(", ")", "[", "]", "{", "}", ",", ".", "=", ":", "@", "/", "//",
        "\n", "\r\n", "\r", "\t", "\0", "\uFEFF", " ", "é", "😀", "\uD83D", "\uDE00", "\u0085", "\u2028", "E'", "U&'", "N'", "X'", "_utf8'", "1e", "0x", "1.", "1_0",
        "-- UP\n", "-- DOWN\n", "-- +goose Up\n", "-- transaction: off\n", "-- timeout: 5s\n", "-- environments: a, b\n", "-- depends: 1_a\n", "-- transaction:", "-- NO DOWN\n",
        "${a}", "${", "${b}", "$${a}", "DELIMITER //\n", "DELIMITER ;\n", "DELIMITER", "delimiter $$ ", "BEGIN", "END", "BEGIN ATOMIC ", "CASE", "IF ", "END IF", "LOOP", "DECLARE ", "CREATE ", "PROCEDURE p() ",
        "FUNCTION f() RETURNS int ", "TRIGGER t ", "OR REPLACE ", "COPY t FROM stdin;\n1\t2\n\\.\n", "\\set a b\n", "\\c ", "SET sql_mode = 'ANSI_QUOTES'", "SET standard_conforming_strings = off", "PRAGMA foreign_keys = OFF",
        "VACUUM", "COMMIT", "ALTER TYPE m ADD VALUE 'x'", "CREATE INDEX CONCURRENTLY i ON t (a)", "head", "base", "+1", "-1", "1_a", "R__", "null", "true", "\"a\": ", "[1]", "// x\n", "KEY=", "export ", "postgresql://", "sqlite:", "%zz", "?", "&",
    ];

    private static readonly string[] Seeds =
    [
        "CREATE TABLE a (id int, name text DEFAULT 'x;y');\nINSERT INTO a VALUES (1, 'it''s');\n-- DOWN\nDROP TABLE a;\n",
        "-- transaction: off\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$ BEGIN RETURN 1; /* ; */ END $body$;\nVACUUM;",
        "DELIMITER //\nCREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 'a;b'; END IF; END//\nDELIMITER ;\nSELECT 1;",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET n = CASE NEW.id WHEN 1 THEN 2 ELSE 3 END; SELECT 1; END; SELECT [a;b], \"c;d\", `e;f`;",
        "{ \"$schema\": \"x\", \"connections\": { \"main\": { \"url\": \"sqlite:a.db\" } }, \"lockTimeout\": \"30s\", \"migrations\": [\"a\"] } // end",
        "DB_HOST=127.0.0.1\nexport DB_PASSWORD='a b'\n# note\nURL=\"${DB_HOST}:${PORT}\\n\"\n",
        "postgresql://user:p%40ss@localhost:5432/db?sslmode=require&application_name=x",
        "20260101120000_create_users.up.sql", "head-1", "2_b+2", "1h30m",
    ];

    private readonly Random random = new(seed);

    private readonly string[] texts = [.. Seeds, .. scripts];

    /// <summary>The text that is being read: the one to blame when reading does not end.</summary>
    internal string Current { get; private set; } = "";

    /// <summary>How many texts were tried.</summary>
    internal long Tried { get; private set; }

    /// <summary>Whether it is at a text.</summary>
    internal bool IsReading { get; private set; }

    /// <summary>What is to be told when it stays at a text for too long.</summary>
    internal string Endless => $"{target.Name}: {Escaped(Current)}: reading does not end";

    /// <summary>Tries a number of texts.</summary>
    /// <returns>Those that the target could not bear, with the reason; at most a few.</returns>
    internal ImmutableArray<string> Run(long count, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (; Tried < count && found.Count < 5 && !cancellation.IsCancellationRequested; Tried++)
        {
            Current = Make();
            IsReading = true;
            if (Try(target, Current) is { } reason) found.Add($"{target.Name}: {Escaped(Current)}: {reason}");
        }

        IsReading = false;
        return found.ToImmutable();
    }

    /// <summary>Why a target cannot bear a text; null when it can.</summary>
    internal static string? Try(FuzzTarget target, string text)
    {
        try
        {
            target.Read(text);
            return null;
        }
        catch (GodwitException refusal)
        {
            return Check(refusal, text);
        }
#pragma warning disable CA1031 // any other exception is what is looked for
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return broken.ToString();
        }
    }

    private static string? Check(GodwitException refusal, string text)
    {
        if (string.IsNullOrWhiteSpace(refusal.Message)) return "an error without words";
        try
        {
            if (refusal.Location is { } place) FuzzTarget.CheckPlace(text, place);
            return null;
        }
        catch (FuzzException outside)
        {
            return $"{outside.Message}: {refusal.Message}";
        }
    }

    private static string Escaped(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private string Make()
    {
        var text = new StringBuilder(random.Next(4) == 0 ? "" : texts[random.Next(texts.Length)]);
        for (var left = random.Next(1, MostMutations); left > 0; left--)
        {
            if (random.Next(3) == 0) MutateWhole(text);
            else Mutate(text);
        }

        return text.Length > Longest ? text.ToString(0, Longest) : text.ToString();
    }

    // Lines and words stay whole, so that what comes out is nearly right, as what people write is.
    private void MutateWhole(StringBuilder text)
    {
        var separator = random.Next(2) == 0 ? '\n' : ' ';
        List<string> parts = [.. text.ToString().Split(separator)];
        var at = random.Next(parts.Count);
        switch (random.Next(5))
        {
            case 0: parts.RemoveAt(at); break;
            case 1: parts.Insert(at, parts[random.Next(parts.Count)]); break;
            case 2: (parts[at], parts[^1]) = (parts[^1], parts[at]); break;
            case 3: parts.Insert(at, Fragments[random.Next(Fragments.Length)].TrimEnd('\n')); break;
            default:
                var other = texts[random.Next(texts.Length)].Split(separator);
                parts.Insert(at, other[random.Next(other.Length)]);
                break;
        }

        text.Clear().AppendJoin(separator, parts);
    }

    private void Mutate(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(20, text.Length - at) + 1);
        switch (random.Next(7))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, text.ToString(at, length)); break;
            case 2: text.Insert(at, (char)random.Next(random.Next(2) == 0 ? 128 : 65536)); break;
            case 3: text.Length = at; break;
            case 4: text.Insert(at, Seeds[random.Next(Seeds.Length)]); break;
            default: text.Insert(at, Fragments[random.Next(Fragments.Length)]); break;
        }
    }
}
