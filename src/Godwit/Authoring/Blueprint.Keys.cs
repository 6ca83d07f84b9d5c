namespace Godwit;

/// <content>Keys and other constraints.</content>
public abstract partial class Blueprint
{
    /// <summary>The primary key: <c>PRIMARY KEY (order_id, line)</c>. A table has one; <c>Id()</c> makes one by itself.</summary>
    /// <param name="columns">The columns, in order.</param>
    public PrimaryKeyBuilder Primary(params IEnumerable<string> columns) => Kept(new PrimaryKeyBuilder(Call, columns));

    /// <summary>No two rows share the values of the columns: <c>CONSTRAINT posts_user_id_title_unique UNIQUE (user_id, title)</c>.</summary>
    /// <param name="columns">The columns, in order.</param>
    public UniqueBuilder Unique(params IEnumerable<string> columns) => Kept(new UniqueBuilder(Call, columns));

    /// <summary>
    /// The columns refer to another table: <c>table.Foreign("user_id").References("id").On("users")</c>. For a new column of that
    /// kind <c>table.ForeignId("user_id").Constrained()</c> is shorter.
    /// </summary>
    /// <param name="columns">The columns here, in order.</param>
    public ForeignKeyBuilder Foreign(params IEnumerable<string> columns) => Kept(new ForeignKeyBuilder(Call, columns));

    /// <summary>Every row fulfils a predicate: <c>CHECK (ends_at &gt; starts_at)</c>.</summary>
    /// <param name="predicate">The predicate as SQL.</param>
    /// <param name="name">The check's name; null is made of the predicate's words.</param>
    public CheckBuilder Check(string predicate, string? name = null)
    {
        var check = Kept(new CheckBuilder(Call, predicate, null));
        return name is null ? check : check.Name(name);
    }

    /// <summary>No two rows compare true by all of some operators: <c>table.Exclusion().With("room", "=").With("during", "&amp;&amp;")</c> (PostgreSQL).</summary>
    public ExclusionBuilder Exclusion() => Kept(new ExclusionBuilder(Call));

    private TBuilder Kept<TBuilder>(TBuilder constraint)
        where TBuilder : IConstraintDraft
    {
        Call.RequireOpen();
        Keep(constraint);
        return constraint;
    }
}
