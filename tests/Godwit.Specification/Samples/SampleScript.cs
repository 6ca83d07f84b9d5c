namespace Godwit.Specification.Samples;

/// <summary>Schemas of real size: the sixty tables and more of a shop, and one of every feature that a catalog can show.</summary>
public static class SampleScript
{
    /// <summary>The script that makes the sample.</summary>
    /// <param name="product">The database by name: <c>sqlite</c>, <c>postgresql</c>, <c>mariadb</c>.</param>
    public static string Of(string product)
    {
        using var reader = new StreamReader(typeof(SampleScript).Assembly.GetManifestResourceStream($"{product}.sql")!);
        return reader.ReadToEnd();
    }
}
