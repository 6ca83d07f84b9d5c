using System.Diagnostics.CodeAnalysis;

namespace Godwit.Migrations;

/// <summary>
/// What a migration is called: its file's name without the extension. Ids have one order: by version, then by name; those
/// without a version, repeatable migrations among them, come last.
/// </summary>
[SuppressMessage("Design", "CA1036", Justification = "Sorted with CompareTo; nobody writes id < id.")]
public sealed class MigrationId : IComparable<MigrationId>, IEquatable<MigrationId>
{
    private const string RepeatablePrefix = "R__";

    /// <summary>An id from a file's name or from the history. Any text is one.</summary>
    /// <param name="text">The whole id.</param>
    public MigrationId(string text)
    {
        Text = text;
        Version = MigrationVersion.At(text);
    }

    /// <summary>The whole id, as the history keeps it.</summary>
    public string Text { get; }

    /// <summary>The numbers it begins with.</summary>
    public MigrationVersion Version { get; }

    /// <summary>What follows the version: <c>create_posts</c> in <c>001_create_posts</c>, <c>views</c> in <c>R__views</c>.</summary>
    public string Name => NameSpan.ToString();

    /// <summary>Whether the migration is applied again whenever its content changes: <c>R__name</c>.</summary>
    public bool IsRepeatable => Text.StartsWith(RepeatablePrefix, StringComparison.Ordinal);

    private ReadOnlySpan<char> NameSpan
    {
        get
        {
            if (IsRepeatable) return Text.AsSpan(RepeatablePrefix.Length);
            var start = Version.IsEmpty ? 0 : Version.End;
            while (start < Text.Length && MigrationVersion.IsSeparator(Text[start])) start++;
            return Text.AsSpan(start);
        }
    }

    /// <inheritdoc/>
    public int CompareTo(MigrationId? other)
    {
        if (other is null) return 1;
        var order = Version.IsEmpty.CompareTo(other.Version.IsEmpty);
        if (order == 0) order = Version.CompareTo(other.Version);
        if (order == 0) order = NameSpan.SequenceCompareTo(other.NameSpan);
        return order == 0 ? string.CompareOrdinal(Text, other.Text) : order;
    }

    /// <inheritdoc/>
    public bool Equals(MigrationId? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MigrationId);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
