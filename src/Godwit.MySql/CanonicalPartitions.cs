using System.Text.RegularExpressions;

namespace Godwit.MySql;

/// <summary>What follows PARTITION BY, with the names of the partitions quoted.</summary>
internal static partial class CanonicalPartitions
{
    internal static string Of(string by, IReadOnlyCollection<string> columns) => CanonicalExpression.Of(PartitionName().Replace(by, "$1`$2`$3"), columns);

    [GeneratedRegex(@"(\(\s*PARTITION\s+|,\s*PARTITION\s+)(\w+)(\s)", RegexOptions.IgnoreCase)]
    private static partial Regex PartitionName();
}
