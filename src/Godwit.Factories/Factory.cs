using System.Collections.Immutable;
using Bogus;
using Godwit.Factories;
using Godwit.Schema;

namespace Godwit;

/// <summary>
/// Makes believable rows of a model class. With nothing defined, each property gets a value that fits its column's name and type; what
/// <see cref="Define"/> and states set wins. A factory is a value: each method gives a changed copy.
/// </summary>
/// <typeparam name="TModel">The model class; it has a constructor without parameters.</typeparam>
public abstract class Factory<TModel> : IRowFactory
    where TModel : class
{
    private Recipe<TModel> recipe = new();

    /// <summary>Sets what every row has: <c>user.Name = fake.Name.FullName()</c>. By itself nothing.</summary>
    /// <param name="model">The row, filled with what fits its columns.</param>
    /// <param name="fake">Makes names, addresses, texts, numbers …</param>
    protected virtual void Define(TModel model, Faker fake)
    {
    }

    /// <summary>A factory whose rows are changed after they are defined: a state with a name is a method that returns this.</summary>
    /// <param name="change">What is changed.</param>
    public Factory<TModel> State(Action<TModel> change) => State((model, _) => change(model));

    /// <summary>A factory whose rows are changed after they are defined.</summary>
    /// <param name="change">What is changed, with something to make values with.</param>
    public Factory<TModel> State(Action<TModel, Faker> change) => With(recipe with { Changes = recipe.Changes.Add((model, fake, _) => change(model, fake)) });

    /// <summary>A factory whose rows are changed in turn: the first by the first change, the next by the next, and so round.</summary>
    /// <param name="changes">The changes, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Factory<TModel> Sequence(params Action<TModel>[] changes) => changes.Length == 0
        ? throw new ArgumentException("A sequence needs at least one change.", nameof(changes))
        : Sequence((model, place) => changes[place % changes.Length](model));

    /// <summary>A factory whose rows are changed by their number, counted from 0.</summary>
    /// <param name="change">What is changed.</param>
    public Factory<TModel> Sequence(Action<TModel, int> change) => With(recipe with { Changes = recipe.Changes.Add((model, _, place) => change(model, place)) });

    /// <summary>A factory that makes the same rows each time.</summary>
    /// <param name="seed">Any number.</param>
    public Factory<TModel> Seed(int seed) => With(recipe with { Seed = seed });

    /// <summary>A factory whose names and texts are those of a language: <c>de</c>, <c>fr</c>, <c>pt_BR</c> … By itself <c>en</c>.</summary>
    /// <param name="locale">The language, as Bogus names it.</param>
    public Factory<TModel> Locale(string locale) => With(recipe with { Locale = locale });

    /// <summary>A factory that gives each row it creates some rows that refer to it: <c>users.Has(new PostFactory(), 3)</c>.</summary>
    /// <typeparam name="TChild">The model class of those rows.</typeparam>
    /// <param name="children">Makes them.</param>
    /// <param name="count">How many each row gets.</param>
    /// <param name="column">The column by which they refer to it; needed where there are several.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Factory<TModel> Has<TChild>(Factory<TChild> children, int count = 1, string? column = null)
        where TChild : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(recipe with { Children = recipe.Children.Add(new Relation(children, count, column)) });
    }

    /// <summary>A factory whose rows all refer to one row, which is created before them: <c>posts.For(new UserFactory())</c>.</summary>
    /// <typeparam name="TParent">The model class of that row.</typeparam>
    /// <param name="parent">Makes it.</param>
    /// <param name="column">The column by which they refer to it; needed where there are several.</param>
    public Factory<TModel> For<TParent>(Factory<TParent> parent, string? column = null)
        where TParent : class => With(recipe with { Parents = recipe.Parents.Add(new Relation(parent, 1, column)) });

    /// <summary>A factory whose rows all refer to a row that is there: <c>posts.For(ann)</c>.</summary>
    /// <typeparam name="TParent">The model class of that row.</typeparam>
    /// <param name="parent">The row, with its key.</param>
    /// <param name="column">The column by which they refer to it; needed where there are several.</param>
    public Factory<TModel> For<TParent>(TParent parent, string? column = null)
        where TParent : class => With(recipe with { Parents = recipe.Parents.Add(new Relation(Row(parent), 1, column)) });

    /// <summary>Makes a model, and writes nothing.</summary>
    /// <exception cref="GodwitException">The class has no table.</exception>
    public TModel Make() => Make(1)[0];

    /// <summary>Makes models, and writes nothing. Relations are left out: they need a database.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="GodwitException">The class has no table.</exception>
    public IReadOnlyList<TModel> Make(int count)
    {
        var maker = new ModelMaker<TModel>(recipe, Define, recipe.Faker());
        return [.. Enumerable.Range(0, count).Select(maker.Make)];
    }

    /// <summary>Makes a model and its row, with whatever it has to refer to.</summary>
    /// <param name="context">The database.</param>
    /// <returns>The model with the key that the database gave it.</returns>
    /// <exception cref="GodwitException">The table is missing, or the database refused the row.</exception>
    public async Task<TModel> CreateAsync(SeedContext context) => (await CreateAsync(context, 1))[0];

    /// <summary>Makes models and their rows. For very many whose keys are not needed, <see cref="InsertAsync"/> is faster.</summary>
    /// <param name="context">The database.</param>
    /// <param name="count">How many.</param>
    /// <returns>The models with the keys that the database gave them.</returns>
    /// <exception cref="GodwitException">The table is missing, or the database refused a row.</exception>
    public Task<IReadOnlyList<TModel>> CreateAsync(SeedContext context, int count) => new RowMaker<TModel>(recipe, Define, recipe.Faker(), this, []).CreateAsync(context, count);

    /// <summary>Writes rows by the fastest way that the database has, a few thousand at a time. Their keys are not read, and <see cref="Has"/> is left out.</summary>
    /// <param name="context">The database.</param>
    /// <param name="count">How many.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="GodwitException">The table is missing, or the database refused a row.</exception>
    public Task<long> InsertAsync(SeedContext context, int count) => new RowMaker<TModel>(recipe, Define, recipe.Faker(), this, []).InsertAsync(context, count);

    Type IRowFactory.Model => typeof(TModel);

    async Task<IReadOnlyList<object>> IRowFactory.CreateAsync(SeedContext context, int count, int seed, ImmutableDictionary<string, object?> given, ImmutableList<ObjectName> path)
    {
        var own = recipe with { Seed = recipe.Seed ?? seed, Given = recipe.Given.SetItems(given) };
        return await new RowMaker<TModel>(own, Define, own.Faker(), this, path).CreateAsync(context, count);
    }

    // A factory of a class of its own is the better match for the overload that takes a row.
    private static IRowFactory Row<TParent>(TParent parent)
        where TParent : class => parent as IRowFactory ?? new ExistingRow<TParent>(parent);

    private Factory<TModel> With(Recipe<TModel> changed)
    {
        var copy = (Factory<TModel>)MemberwiseClone();
        copy.recipe = changed;
        return copy;
    }
}
