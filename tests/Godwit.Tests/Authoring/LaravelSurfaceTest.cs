using System.Reflection;
using Xunit;

namespace Godwit.Tests.Authoring;

/// <summary>Laravel's vocabulary is there, complete, in PascalCase. What is not, is here with its reason.</summary>
public sealed class LaravelSurfaceTest
{
    private const string ColumnTypes =
        """
        id bigIncrements increments integerIncrements mediumIncrements smallIncrements tinyIncrements
        integer unsignedInteger bigInteger unsignedBigInteger mediumInteger unsignedMediumInteger smallInteger unsignedSmallInteger tinyInteger unsignedTinyInteger
        foreignId foreignIdFor foreignUuid foreignUuidFor foreignUlid foreignUlidFor
        char string tinyText text mediumText longText float double decimal boolean enum set json jsonb
        date dateTime dateTimeTz time timeTz timestamp timestampTz timestamps nullableTimestamps timestampsTz nullableTimestampsTz datetimes
        softDeletes softDeletesTz softDeletesDatetime year binary uuid ulid ipAddress macAddress geometry geography vector tsvector computed
        morphs nullableMorphs numericMorphs nullableNumericMorphs uuidMorphs nullableUuidMorphs ulidMorphs nullableUlidMorphs rememberToken rawColumn addColumn
        """;

    private const string Modifiers =
        """
        nullable default primary unique index fullText spatialIndex vectorIndex autoIncrement collation comment unsigned charset first after invisible from startingValue
        useCurrent useCurrentOnUpdate virtualAs storedAs virtualAsJson storedAsJson generatedAs always using instant lock persisted type change renameTo
        """;

    private const string NewTables = "temporary engine innoDb charset collation comment removeColumn create";

    private const string Tables =
        """
        engine innoDb charset collation comment rename drop dropIfExists after removeColumn
        renameColumn dropColumn dropTimestamps dropTimestampsTz dropSoftDeletes dropSoftDeletesTz dropRememberToken dropMorphs dropForeignIdFor dropConstrainedForeignId dropConstrainedForeignIdFor
        primary unique index fullText spatialIndex vectorIndex rawIndex renameIndex dropPrimary dropUnique dropIndex dropFullText dropSpatialIndex foreign dropForeign
        """;

    private const string Indexes = "algorithm language nullsNotDistinct online lock deferrable initiallyImmediate";

    private const string UniqueConstraints = "deferrable initiallyImmediate nullsNotDistinct online lock";

    private const string ForeignKeys =
        """
        references on onDelete onUpdate cascadeOnDelete restrictOnDelete nullOnDelete noActionOnDelete cascadeOnUpdate restrictOnUpdate nullOnUpdate noActionOnUpdate
        deferrable initiallyImmediate lock notValid
        """;

    private const string ForeignIds = "constrained references";

    private const string Facade =
        """
        create table rename drop dropIfExists dropColumns dropAllTables dropAllViews dropAllTypes createDatabase dropDatabaseIfExists
        hasTable hasView hasColumn hasColumns hasIndex hasForeignKey whenTableHasColumn whenTableDoesntHaveColumn whenTableHasIndex whenTableDoesntHaveIndex
        getSchemas getTables getTableListing getViews getTypes getColumns getColumnListing getColumnType getIndexes getIndexListing getForeignKeys
        enableForeignKeyConstraints disableForeignKeyConstraints withoutForeignKeyConstraints ensureExtensionExists ensureVectorExtensionExists
        defaultStringLength defaultTimePrecision defaultMorphKeyType morphUsingUuids morphUsingUlids
        """;

    private static readonly Dictionary<(Type Builder, string Name), string> Different = new()
    {
        [(typeof(CreateTableBlueprint), "computed")] = "SQL Server only; here VirtualAs and StoredAs of a column of any type",
        [(typeof(AlterTableBlueprint), "computed")] = "SQL Server only; here VirtualAs and StoredAs of a column of any type",
        [(typeof(ColumnBuilder), "persisted")] = "SQL Server only; here StoredAs",
        [(typeof(CreateTableBlueprint), "create")] = "what schema.Create begins is new without saying",
        [(typeof(IndexBuilder), "deferrable")] = "only constraints can be deferred: Unique and Primary have it",
        [(typeof(IndexBuilder), "initiallyImmediate")] = "only constraints can be deferred: Unique and Primary have it",
        [(typeof(SchemaBuilder), "dropAllTables")] = "would drop the history in the middle of a run; the commands db:wipe and migrate:fresh do it",
        [(typeof(SchemaBuilder), "dropAllViews")] = "as dropAllTables",
        [(typeof(SchemaBuilder), "dropAllTypes")] = "as dropAllTables",
        [(typeof(SchemaBuilder), "createDatabase")] = "a migration runs inside a database; the command offers to create a missing one",
        [(typeof(SchemaBuilder), "dropDatabaseIfExists")] = "a migration runs inside a database",
    };

    [Fact]
    public void Column_types() => AssertComplete(typeof(AlterTableBlueprint), ColumnTypes);

    [Fact]
    public void Column_types_of_new_tables() => AssertComplete(typeof(CreateTableBlueprint), ColumnTypes);

    [Fact]
    public void Column_modifiers() => AssertComplete(typeof(ColumnBuilder), Modifiers);

    [Fact]
    public void New_tables() => AssertComplete(typeof(CreateTableBlueprint), NewTables);

    [Fact]
    public void Tables_columns_and_indexes() => AssertComplete(typeof(AlterTableBlueprint), Tables);

    [Fact]
    public void Indexes_modifiers() => AssertComplete(typeof(IndexBuilder), Indexes);

    [Fact]
    public void Unique_constraints() => AssertComplete(typeof(UniqueBuilder), UniqueConstraints);

    [Fact]
    public void Foreign_keys() => AssertComplete(typeof(ForeignKeyBuilder), ForeignKeys);

    [Fact]
    public void Foreign_ids() => AssertComplete(typeof(ColumnBuilder), ForeignIds);

    [Fact]
    public void The_schema_facade() => AssertComplete(typeof(SchemaBuilder), Facade);

    // A difference that is none any more has to come off the list.
    private static void AssertComplete(Type builder, string names)
    {
        var methods = builder.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(method => method.Name).ToHashSet();
        var words = names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(words, word => methods.Contains(Pascal(word)) == Different.ContainsKey((builder, word)));
    }

    private static string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
