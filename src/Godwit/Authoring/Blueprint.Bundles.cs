namespace Godwit;

/// <content>Several columns at once.</content>
public abstract partial class Blueprint
{
    /// <summary>When a row was made and changed: <c>created_at</c> and <c>updated_at</c> of the type of <c>Timestamp</c>, which may be NULL.</summary>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public void Timestamps(int? precision = null) => Stamps(name => Timestamp(name, precision));

    /// <summary>The same as <see cref="Timestamps"/>.</summary>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public void NullableTimestamps(int? precision = null) => Timestamps(precision);

    /// <summary>As <see cref="Timestamps"/>, of the type of <c>TimestampTz</c>.</summary>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public void TimestampsTz(int? precision = null) => Stamps(name => TimestampTz(name, precision));

    /// <summary>The same as <see cref="TimestampsTz"/>.</summary>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public void NullableTimestampsTz(int? precision = null) => TimestampsTz(precision);

    /// <summary>As <see cref="Timestamps"/>, of the type of <c>DateTime</c>.</summary>
    /// <param name="precision">Digits after the seconds' point, 0 to 6; null is 0, or what <see cref="SchemaBuilder.DefaultTimePrecision"/> says.</param>
    public void Datetimes(int? precision = null) => Stamps(name => DateTime(name, precision));

    /// <summary>
    /// Refers to a row of any of several tables: <c>Morphs("taggable")</c> makes <c>taggable_type</c>, <c>taggable_id</c> and an
    /// index over both. The id is a big integer unless <see cref="SchemaBuilder.DefaultMorphKeyType"/> says otherwise.
    /// </summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void Morphs(string name, string? indexName = null) => Morphs(name, indexName, Call.Defaults.MorphKey, false);

    /// <summary>As <see cref="Morphs(string, string?)"/>; both columns may be NULL.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void NullableMorphs(string name, string? indexName = null) => Morphs(name, indexName, Call.Defaults.MorphKey, true);

    /// <summary>As <see cref="Morphs(string, string?)"/>; the id is a big integer.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void NumericMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Integer, false);

    /// <summary>As <see cref="NumericMorphs"/>; both columns may be NULL.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void NullableNumericMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Integer, true);

    /// <summary>As <see cref="Morphs(string, string?)"/>; the id is a UUID.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void UuidMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Uuid, false);

    /// <summary>As <see cref="UuidMorphs"/>; both columns may be NULL.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void NullableUuidMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Uuid, true);

    /// <summary>As <see cref="Morphs(string, string?)"/>; the id is a ULID.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void UlidMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Ulid, false);

    /// <summary>As <see cref="UlidMorphs"/>; both columns may be NULL.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void NullableUlidMorphs(string name, string? indexName = null) => Morphs(name, indexName, MorphKey.Ulid, true);

    private void Morphs(string name, string? indexName, MorphKey key, bool nullable)
    {
        var (type, id) = ($"{Call.Require(name, $"The name of a polymorphic reference of {Call.Table}")}_type", $"{name}_id");
        String(type).Nullable(nullable);
        Key(id, key).Nullable(nullable);
        var index = Index(type, id);
        if (indexName is not null) index.Name(indexName);
    }

    private ColumnBuilder Key(string name, MorphKey key) => key switch
    {
        MorphKey.Uuid => Uuid(name),
        MorphKey.Ulid => Ulid(name),
        _ => UnsignedBigInteger(name),
    };

    private static void Stamps(Func<string, ColumnBuilder> begin)
    {
        begin("created_at").Nullable();
        begin("updated_at").Nullable();
    }
}
