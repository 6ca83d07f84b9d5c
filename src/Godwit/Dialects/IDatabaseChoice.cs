namespace Godwit.Dialects;

/// <summary>
/// Where an application says which database its migrations are for. The package of each database adds its own words to it:
/// <c>UseSqlite</c>, <c>UsePostgreSql</c>, <c>UseMySql</c>. So an application has the drivers it uses, and no others.
/// </summary>
public interface IDatabaseChoice
{
    /// <summary>Chooses a database that is made out of the application's services.</summary>
    /// <param name="create">Makes the handle; asked once, when the database is first needed.</param>
    void UseDatabase(Func<IServiceProvider, Database> create);

    /// <summary>Chooses a database by its connection string.</summary>
    /// <param name="connection">The name of a connection string in the application's configuration, or the connection string itself.</param>
    /// <param name="create">Makes the handle out of the connection string; asked once, when the database is first needed.</param>
    void UseDatabase(string connection, Func<string, Database> create);
}
