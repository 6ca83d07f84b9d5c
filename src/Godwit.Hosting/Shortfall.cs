namespace Godwit.Hosting;

/// <summary>What a database lacks that an application needs, in words.</summary>
internal static class Shortfall
{
    private const int Named = 5;

    /// <summary>The error with which an application that only verifies does not start.</summary>
    internal static GodwitException Of(Assessment assessment, string database) =>
        assessment.Broken.IsEmpty
            ? new GodwitException(Code(assessment), $"{database} is not as this application needs it: {Sentence(assessment)}.", Remedy(assessment), state: "Nothing was changed.")
            : assessment.Broken[0];

    /// <summary>All that is not in order, as in <c>pending: 003_add_index; edited or gone after being applied: 001_create_posts</c>.</summary>
    internal static string Sentence(Assessment assessment) => string.Join("; ", Parts(assessment));

    private static ErrorCode Code(Assessment assessment)
    {
        if (!assessment.Drifted.IsEmpty) return ErrorCode.EditedAfterApplied;
        return assessment.Failed.IsEmpty && assessment.Unfinished.IsEmpty ? ErrorCode.Pending : ErrorCode.InDoubt;
    }

    private static IEnumerable<string> Parts(Assessment assessment)
    {
        if (!assessment.Broken.IsEmpty) yield return $"cannot be read: {Some(assessment.Broken.Select(problem => problem.Message))}";
        if (!assessment.Failed.IsEmpty) yield return $"failed: {Some(assessment.Failed)}";
        if (!assessment.Unfinished.IsEmpty) yield return $"half applied: {Some(assessment.Unfinished)}";
        if (!assessment.Drifted.IsEmpty) yield return $"edited or gone after being applied: {Some(assessment.Drifted)}";
        if (!assessment.Pending.IsEmpty) yield return $"pending: {Some(assessment.Pending)}";
    }

    private static string Some(IEnumerable<string> all)
    {
        var items = all.ToArray();
        return string.Join(", ", items.Take(Named)) + (items.Length > Named ? $" and {items.Length - Named} more" : "");
    }

    private static string Remedy(Assessment assessment)
    {
        if (!assessment.Drifted.IsEmpty) return "godwit status shows what differs, godwit validate what to do about it.";
        return "Apply the migrations, then start again: godwit migrate; or let the application apply them when it starts: AtStart.Migrate.";
    }
}
