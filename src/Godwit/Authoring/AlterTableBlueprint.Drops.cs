using Godwit.Operations;

namespace Godwit;

/// <content>What is dropped or renamed. A text names it; a list in brackets names its columns, from which its conventional name is made.</content>
public sealed partial class AlterTableBlueprint
{
    /// <summary>
    /// Drops columns with their values, and the keys, checks and indexes that need them: <c>DROP COLUMN</c>. The definitions are
    /// remembered, so that the way back can be derived; the values are lost.
    /// </summary>
    /// <param name="columns">The columns.</param>
    public void DropColumn(params IEnumerable<string> columns)
    {
        foreach (var column in Call.RequireColumns(columns, $"What is dropped of {Call.Table}")) Do(new DropColumn(Call.Table, column));
    }

    /// <summary>Drops columns as far as they are there. See <see cref="DropColumn"/>.</summary>
    /// <param name="columns">The columns.</param>
    public void DropColumnIfExists(params IEnumerable<string> columns)
    {
        foreach (var column in Call.RequireColumns(columns, $"What is dropped of {Call.Table}")) Do(new DropColumn(Call.Table, column) { IfExists = true });
    }

    /// <summary>Drops <c>created_at</c> and <c>updated_at</c>.</summary>
    public void DropTimestamps() => DropColumn("created_at", "updated_at");

    /// <summary>Drops <c>created_at</c> and <c>updated_at</c>.</summary>
    public void DropTimestampsTz() => DropTimestamps();

    /// <summary>Drops the column that says when a row was deleted.</summary>
    /// <param name="column">The column's name.</param>
    public void DropSoftDeletes(string column = "deleted_at") => DropColumn(column);

    /// <summary>Drops the column that says when a row was deleted.</summary>
    /// <param name="column">The column's name.</param>
    public void DropSoftDeletesTz(string column = "deleted_at") => DropColumn(column);

    /// <summary>Drops <c>remember_token</c>.</summary>
    public void DropRememberToken() => DropColumn("remember_token");

    /// <summary>Drops a polymorphic reference: its index and its columns <c>name_type</c> and <c>name_id</c>.</summary>
    /// <param name="name">What stands before <c>_type</c> and <c>_id</c>.</param>
    /// <param name="indexName">The index's name; null is <c>table_name_type_name_id_index</c>.</param>
    public void DropMorphs(string name, string? indexName = null)
    {
        string[] columns = [$"{name}_type", $"{name}_id"];
        DropIndex(indexName ?? ConventionalName.Of(Call.Table, columns, ConventionalName.Index));
        DropColumn(columns);
    }

    /// <summary>Drops the foreign key of a column, and keeps the column: <c>posts_user_id_foreign</c> for a model <c>User</c>.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="column">The column's name; null is made of the model's.</param>
    public void DropForeignIdFor<TModel>(string? column = null) => DropForeignIdFor(typeof(TModel).Name, column);

    /// <summary>Drops the foreign key of a column, and keeps the column.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="column">The column's name; null is made of the model's.</param>
    public void DropForeignIdFor(string model, string? column = null) => DropForeign([column ?? ConventionalName.ColumnOfModel(model)]);

    /// <summary>Drops the foreign key of a column, and the column.</summary>
    /// <param name="column">The column.</param>
    public void DropConstrainedForeignId(string column)
    {
        DropForeign([column]);
        DropColumn(column);
    }

    /// <summary>Drops the foreign key of a column that refers to a model, and the column.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="column">The column's name; null is made of the model's.</param>
    public void DropConstrainedForeignIdFor<TModel>(string? column = null) => DropConstrainedForeignIdFor(typeof(TModel).Name, column);

    /// <summary>Drops the foreign key of a column that refers to a model, and the column.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="column">The column's name; null is made of the model's.</param>
    public void DropConstrainedForeignIdFor(string model, string? column = null) => DropConstrainedForeignId(column ?? ConventionalName.ColumnOfModel(model));

    /// <summary>Drops the primary key, and keeps its columns; on SQLite the table is rebuilt.</summary>
    public DropConstraintBuilder DropPrimary() => Do(DropConstraintBuilder.PrimaryKey(Call));

    /// <summary>Drops a unique constraint by its name: <c>DROP CONSTRAINT</c>, <c>DROP INDEX</c> (MySQL, MariaDB); on SQLite the table is rebuilt.</summary>
    /// <param name="name">The constraint's name.</param>
    public DropConstraintBuilder DropUnique(string name) => Do(DropConstraintBuilder.Named(Call, ConstraintKind.Unique, name));

    /// <summary>Drops a unique constraint by its columns: <c>table.DropUnique(["user_id", "title"])</c>.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropConstraintBuilder DropUnique(IEnumerable<string> columns) => Do(DropConstraintBuilder.Over(Call, ConstraintKind.Unique, columns));

    /// <summary>Drops a foreign key by its name, and keeps its columns: <c>DROP CONSTRAINT</c>, <c>DROP FOREIGN KEY</c> (MySQL, MariaDB); on SQLite the table is rebuilt.</summary>
    /// <param name="name">The foreign key's name.</param>
    public DropConstraintBuilder DropForeign(string name) => Do(DropConstraintBuilder.Named(Call, ConstraintKind.ForeignKey, name));

    /// <summary>Drops a foreign key by its columns, and keeps them: <c>table.DropForeign(["user_id"])</c>.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropConstraintBuilder DropForeign(IEnumerable<string> columns) => Do(DropConstraintBuilder.Over(Call, ConstraintKind.ForeignKey, columns));

    /// <summary>Drops a check: <c>DROP CONSTRAINT</c>; on SQLite the table is rebuilt.</summary>
    /// <param name="name">The check's name.</param>
    public DropConstraintBuilder DropCheck(string name) => Do(DropConstraintBuilder.Named(Call, ConstraintKind.Check, name));

    /// <summary>Drops an exclusion constraint: <c>DROP CONSTRAINT</c> (PostgreSQL).</summary>
    /// <param name="name">The constraint's name.</param>
    public DropConstraintBuilder DropExclusion(string name) => Do(DropConstraintBuilder.Named(Call, ConstraintKind.Exclusion, name));

    /// <summary>Drops an index by its name: <c>DROP INDEX</c>.</summary>
    /// <param name="name">The index's name.</param>
    public DropIndexBuilder DropIndex(string name) => Do(new DropIndexBuilder(Call, name));

    /// <summary>Drops an index by its columns: <c>table.DropIndex(["title"])</c> drops <c>posts_title_index</c>.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropIndexBuilder DropIndex(IEnumerable<string> columns) => Do(DropIndexBuilder.Over(Call, columns, ConventionalName.Index));

    /// <summary>Drops a unique index, one made by <c>UniqueIndex</c>, by its columns. By its name, use <see cref="DropIndex(string)"/>.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropIndexBuilder DropUniqueIndex(IEnumerable<string> columns) => Do(DropIndexBuilder.Over(Call, columns, ConventionalName.Unique));

    /// <summary>Drops a full-text index by its name.</summary>
    /// <param name="name">The index's name.</param>
    public DropIndexBuilder DropFullText(string name) => DropIndex(name);

    /// <summary>Drops a full-text index by its columns.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropIndexBuilder DropFullText(IEnumerable<string> columns) => Do(DropIndexBuilder.Over(Call, columns, ConventionalName.FullText));

    /// <summary>Drops a spatial index by its name.</summary>
    /// <param name="name">The index's name.</param>
    public DropIndexBuilder DropSpatialIndex(string name) => DropIndex(name);

    /// <summary>Drops a spatial index by its columns.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropIndexBuilder DropSpatialIndex(IEnumerable<string> columns) => Do(DropIndexBuilder.Over(Call, columns, ConventionalName.Spatial));

    /// <summary>Drops a vector index by its name.</summary>
    /// <param name="name">The index's name.</param>
    public DropIndexBuilder DropVectorIndex(string name) => DropIndex(name);

    /// <summary>Drops a vector index by its columns.</summary>
    /// <param name="columns">Its columns, in order.</param>
    public DropIndexBuilder DropVectorIndex(IEnumerable<string> columns) => Do(DropIndexBuilder.Over(Call, columns, ConventionalName.Vector));

    /// <summary>Gives an index another name: <c>ALTER INDEX … RENAME TO</c> (PostgreSQL), <c>RENAME INDEX</c> (MySQL, MariaDB); SQLite drops it and makes it again.</summary>
    /// <param name="from">Its name before.</param>
    /// <param name="to">Its name after.</param>
    public void RenameIndex(string from, string to) =>
        Do(new RenameIndex(Call.Table, Call.Require(from, "The index to be renamed"), Call.Require(to, $"The new name of the index {from}")));
}
