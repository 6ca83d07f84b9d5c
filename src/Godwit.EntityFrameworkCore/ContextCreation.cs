using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Godwit.EntityFrameworkCore;

/// <summary>Makes a context without the application running.</summary>
internal static class ContextCreation
{
    private const string Unchanged = "Nothing was changed.";

    /// <summary>The context: by the factory for it, which comes first as with <c>dotnet ef</c>, else by its constructor.</summary>
    /// <exception cref="GodwitException">There is neither, or it threw.</exception>
    internal static DbContext Make(Type context)
    {
        var name = context.FullName;
        if (Factory(context) is { } factory)
        {
            RequireConstructor(factory, $"The factory {factory.FullName} of the context {name}", "Give it one.");
            return Called(name, $"its factory {factory.FullName}", () => ((IDesignTimeDbContextFactory<DbContext>)New(factory)).CreateDbContext([]));
        }

        RequireConstructor(
            context, $"The context {name} has no IDesignTimeDbContextFactory<{context.Name}> in its assembly, and",
            $"Write a class that implements IDesignTimeDbContextFactory<{context.Name}>, beside it; or give it such a constructor, and say the provider in OnConfiguring.");
        return Called(name, "its constructor", () => (DbContext)New(context));
    }

    private static Type? Factory(Type context)
    {
        var wanted = typeof(IDesignTimeDbContextFactory<>).MakeGenericType(context);
        return context.Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetInterfaces().Contains(wanted)).OrderBy(type => type.FullName, StringComparer.Ordinal).FirstOrDefault();
    }

    private static void RequireConstructor(Type type, string who, string remedy)
    {
        if (type.GetConstructor(Type.EmptyTypes) is not null) return;
        throw new GodwitException(ErrorCode.InvalidCode, $"{who} has no public constructor without parameters.", remedy, state: Unchanged);
    }

    private static object New(Type type) =>
        Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static DbContext Called(string? name, string what, Func<DbContext> make)
    {
        try
        {
            return make();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new GodwitException(
                ErrorCode.InvalidCode, $"The context {name} cannot be made: {what} threw {failure.GetType().Name}: {failure.Message}",
                "It runs in the directory of the project, with the environment of this command. Correct it, build the application, and try again.",
                state: Unchanged, inner: failure);
        }
    }
}
