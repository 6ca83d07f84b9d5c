namespace Godwit.Migrations;

/// <summary>Renames the files of rebased migrations, and what names them in the files of those that are not applied.</summary>
/// <param name="root">The project's directory.</param>
internal sealed class RebaseFiles(string root)
{
    /// <summary>Does it. Files are written before any is renamed.</summary>
    /// <param name="rebase">What moves.</param>
    /// <param name="unapplied">All migrations that are not applied.</param>
    /// <returns>The new paths of the files that were renamed, absolute.</returns>
    /// <exception cref="GodwitException">A file cannot be written or renamed; those before it are.</exception>
    internal IReadOnlyList<string> Apply(Rebase rebase, IEnumerable<MigrationSource> unapplied)
    {
        try
        {
            var renamed = rebase.Moves.Where(move => !move.Id.Equals(move.Source.Id)).ToDictionary(move => move.Source.Id.Text, move => move.Id.Text);
            var moving = rebase.Moves.Select(move => move.Source.Id).ToHashSet();
            foreach (var source in unapplied)
            {
                var path = Path.GetFullPath(source.Path, root);
                var words = moving.Contains(source.Id) ? renamed.Concat(rebase.Parents) : renamed;
                Rewrite(path, words.DistinctBy(pair => pair.Key));
            }

            return [.. rebase.Moves.SelectMany(Rename)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GodwitException(ErrorCode.FileAccess, $"A migration's file cannot be renamed: {failure.Message}",
                "git status shows what is already renamed; undo it, or finish by hand.", inner: failure);
        }
    }

    // Only where a migration is named: in the lines of SQL and the attributes of C# that say what one builds or depends on.
    private static void Rewrite(string path, IEnumerable<KeyValuePair<string, string>> words)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Names(lines[i])) lines[i] = words.Aggregate(lines[i], (line, word) => Replaced(line, word.Key, word.Value));
        }

        var rewritten = string.Join('\n', lines);
        if (rewritten != text) File.WriteAllText(path, rewritten);
    }

    private static bool Names(string line)
    {
        var start = line.AsSpan().TrimStart();
        if (start.StartsWith("--", StringComparison.Ordinal))
        {
            var word = start[2..].TrimStart();
            return word.StartsWith("depends", StringComparison.OrdinalIgnoreCase) || word.StartsWith("parent", StringComparison.OrdinalIgnoreCase);
        }

        return line.Contains("DependsOn(", StringComparison.Ordinal) || line.Contains("Parent(", StringComparison.Ordinal);
    }

    private static string Replaced(string line, string word, string by)
    {
        for (var at = line.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at > 0 && IsPart(line[at - 1])) || (end < line.Length && IsPart(line[end]))) continue;
            return string.Concat(line.AsSpan(0, at), by, line.AsSpan(end));
        }

        return line;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.';

    private IEnumerable<string> Rename(RebasedMigration move)
    {
        if (move.Id.Equals(move.Source.Id)) yield break;
        string?[] paths = [move.Source.Path, (move.Source as SqlMigration)?.DownPath];
        var full = paths.OfType<string>().Select(path => Path.GetFullPath(path, root)).ToArray();
        var directory = Path.GetDirectoryName(full[0])!;
        if (Path.GetFileName(directory) == move.Source.Id.Text)
        {
            var moved = Path.Join(Path.GetDirectoryName(directory), move.Id.Text);
            Directory.Move(directory, moved);
            yield return moved;
            yield break;
        }

        foreach (var path in full)
        {
            var name = Path.GetFileName(path);
            var version = move.Source.Id.Version.Text;
            var start = name.IndexOf(version, StringComparison.Ordinal);
            var moved = Path.Join(Path.GetDirectoryName(path), string.Concat(name.AsSpan(0, start), move.Id.Version.Text, name.AsSpan(start + version.Length)));
            File.Move(path, moved);
            yield return moved;
        }
    }
}
