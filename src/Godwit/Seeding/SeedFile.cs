using Godwit.Dialects;
using Godwit.Migrations;
using Godwit.Schema;

namespace Godwit.Seeding;

/// <summary>A file of the seeders' directory: SQL, or rows as CSV or JSON of the table that the file is named after.</summary>
/// <param name="directory">The directory.</param>
/// <param name="file">The file's name.</param>
internal abstract class SeedFile(MigrationDirectory directory, string file) : SeedSource(file)
{
    /// <summary>How people are told of it.</summary>
    internal string ShownPath => directory.Show(Name);

    /// <summary>The table: the name without extension, and without a number before it (<c>010_countries.csv</c>).</summary>
    internal ObjectName Table => Path.GetFileNameWithoutExtension(Name).TrimStart("0123456789_-. ".ToCharArray());

    internal static IEnumerable<SeedSource> In(string root, string path)
    {
        var directory = MigrationDirectory.In(root, path);
        if (!Directory.Exists(directory.FullPath)) yield break;
        foreach (var full in Directory.EnumerateFiles(directory.FullPath))
        {
            var file = Path.GetFileName(full);
            SeedFile? found = Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".sql" => new SqlFile(directory, file, root),
                ".csv" => new CsvFile(directory, file),
                ".json" => new JsonFile(directory, file),
                _ => null,
            };
            if (found is not null) yield return found;
        }
    }

    internal override SourceLocation? Locate(Exception thrown) => null;

    internal SourceLocation At(long line) => new(ShownPath, (int)Math.Min(line, int.MaxValue), 1);

    internal GodwitException Invalid(string what, string remedy, long line) => new(ErrorCode.InvalidSeedFile, what, remedy, At(line));

    protected Stream Open()
    {
        try
        {
            return new FileStream(directory.Locate(Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, useAsync: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"{ShownPath} cannot be read: {exception.Message}", "Check that the file is there and may be read.", inner: exception);
        }
    }

    /// <summary>The columns of a file's rows.</summary>
    /// <exception cref="GodwitException">The table has no such column, or there are none.</exception>
    protected RowTarget Target(SeedTable table, IReadOnlyList<string> columns, long line)
    {
        try
        {
            return table.Target(columns);
        }
        catch (GodwitException wrong)
        {
            throw new GodwitException(ErrorCode.InvalidSeedFile, wrong.Message, wrong.Remedy, At(line));
        }
    }

    private sealed class RowCount(SeedFrame frame) : IStatementObserver
    {
        public void Started(int index)
        {
        }

        public void Completed(int index, int rowsAffected, TimeSpan elapsed) => frame.Count(Math.Max(0, rowsAffected));
    }

    /// <summary>SQL statements.</summary>
    private sealed class SqlFile(MigrationDirectory directory, string file, string root) : SeedFile(directory, file)
    {
        private readonly string path = directory.Locate(file);

        internal override async Task RunAsync(SeedContext context)
        {
            var run = context.Frame.Run;
            var statements = SqlMigration.InFile(root, path).Read(run.Session.Splitter, run.Settings.Placeholders).Up.Statements;
            var session = await context.Frame.OpenAsync();
            try
            {
                await session.RunAsync(statements, new RowCount(context.Frame), context.Cancellation);
            }
            catch (StatementException failure)
            {
                throw new GodwitException(ErrorCode.StatementFailed, $"{failure.Error.Message} ({failure.Error.Code}){(failure.Error.Detail is null ? "" : "\n" + failure.Error.Detail)}",
                    "Correct the statement, then run godwit db:seed again.", statements[failure.Index].Locate(failure.Error.Offset ?? 0), inner: failure);
            }
        }
    }
}
