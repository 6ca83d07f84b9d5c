using Godwit.Schema;

namespace Godwit.Operations;

/// <summary>Makes a view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">Its query.</param>
public sealed record CreateView(ObjectName Name, DialectText Query) : Operation
{
    /// <summary>Whether its rows are stored (PostgreSQL).</summary>
    public bool IsMaterialized { get; init; }

    /// <summary>Whether it takes the place of one of that name.</summary>
    public bool OrReplace { get; init; }

    /// <summary>The names of its columns; empty where the query's own are meant.</summary>
    public ValueList<string> Columns { get; init; } = [];

    /// <summary>What a person should know about it.</summary>
    public string? Comment { get; init; }

    /// <summary>What it takes the place of, once that is known.</summary>
    public ViewBefore? Old { get; init; }

    /// <summary>All that belonged to it when it was read, for making it again; null when an author wrote it.</summary>
    public View? Whole { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"create view {Name}";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IOperationVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override DatabaseSchema ApplyTo(DatabaseSchema schema) =>
        Query.For(schema.Product) is not { } query ? schema : schema with
        {
            Views = Unless(schema).Add(Whole ?? new View(Name, query) { IsMaterialized = IsMaterialized, Columns = Columns, Comment = Comment }),
        };

    /// <inheritdoc/>
    public override bool ReversesFromSchema => OrReplace && Old is null;

    /// <inheritdoc/>
    public override Operation Complete(DatabaseSchema before) => !OrReplace || Old is not null ? this : this with { Old = new ViewBefore(before.Views.FirstOrDefault(view => view.Name == Name)) };

    /// <inheritdoc/>
    public override Reversal Reverse() =>
        OrReplace && Old is null ? new Reversal.None("What it takes the place of is not known: write Down.")
        : Old?.View is { } view ? Reversal.Of(Of(view) with { OrReplace = true, Location = Location })
        : Reversal.Of(new DropView(Name) { IsMaterialized = IsMaterialized, Location = Location });

    /// <summary>What makes a view that is known.</summary>
    public static CreateView Of(View view) =>
        new(view.Name, view.Query) { IsMaterialized = view.IsMaterialized, Columns = view.Columns, Comment = view.Comment, Whole = view };

    private ValueList<View> Unless(DatabaseSchema schema)
    {
        if (!OrReplace) schema.RequireFree(Name);
        return schema.Views.Without(view => view.Name == Name);
    }
}

/// <summary>The view that another one takes the place of.</summary>
/// <param name="View">The view; null when there was none.</param>
public sealed record ViewBefore(View? View);
