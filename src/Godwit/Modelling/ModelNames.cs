using Godwit.Schema;

namespace Godwit.Modelling;

/// <summary>The names of what models leave unnamed: the same as those of what migrations leave unnamed.</summary>
internal static class ModelNames
{
    /// <summary>The table of a class: <c>order_lines</c> for <c>OrderLine</c>.</summary>
    internal static string Table(string className) => EnglishNoun.Plural(SnakeCase.Of(className));

    /// <summary>The column of a property: <c>user_id</c> for <c>UserId</c>.</summary>
    internal static string Column(string propertyName) => SnakeCase.Of(propertyName);

    /// <summary>The name of a key or index: <c>posts_user_id_title_unique</c>.</summary>
    internal static string Of(ObjectName table, IEnumerable<string> columns, string kind) => $"{table.Name}_{string.Join('_', columns)}_{kind}";
}
