using System.Globalization;
using Godwit.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Godwit.Faults.Running;

/// <summary>
/// An SQLite database whose process kills itself at one moment of the run. SQLite is asked to call back when a statement begins and
/// ends, inside COMMIT, and every so many steps inside a statement; these calls are numbered.
/// </summary>
internal sealed class MortalSqlite
{
    /// <summary>The line that tells how many moments a run has.</summary>
    internal const string Counted = "moments ";

    private const int StepsBetween = 20_000;

    private readonly int last;
    private int moments;

    private MortalSqlite(int last) => this.last = last;

    /// <summary>Opens the file.</summary>
    /// <param name="file">The file, created when it is missing.</param>
    /// <param name="last">The moment to die at; 0 for none, then their number is told at the end.</param>
    internal static async Task<Database> OpenAsync(string file, int last)
    {
        var mortal = new MortalSqlite(last);
        var connection = new SqliteConnection($"Data Source={file};Pooling=false;Foreign Keys=True;Default Timeout=1");
        await connection.OpenAsync();
        raw.sqlite3_trace(connection.Handle, (object _, string _) => mortal.Pass(), null);
        raw.sqlite3_profile(connection.Handle, (object _, string _, long _) => mortal.Pass(), null);
        raw.sqlite3_commit_hook(connection.Handle, _ => mortal.Step(), null);
        raw.sqlite3_progress_handler(connection.Handle, StepsBetween, _ => mortal.Step(), null);
        if (last == 0) AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine(Counted + mortal.moments.ToString(CultureInfo.InvariantCulture));
        return new SqliteDatabase(connection);
    }

    private int Step()
    {
        Pass();
        return 0;
    }

    private void Pass()
    {
        if (++moments == last) Signals.Send(Environment.ProcessId, Signal.Kill);
    }
}
