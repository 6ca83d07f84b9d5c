using Godwit.EntityFrameworkCore.Providers;
using Godwit.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using EntityAction = Microsoft.EntityFrameworkCore.Migrations.ReferentialAction;

namespace Godwit.EntityFrameworkCore;

/// <summary>The keys of EF Core as those of a schema.</summary>
internal static class ConstraintTranslation
{
    private const string NullsDistinct = "Npgsql:NullsDistinct";

    internal static PrimaryKey PrimaryKey(AddPrimaryKeyOperation key, Provider provider) => new(provider.NamesPrimaryKeys ? key.Name : null, key.Columns.ToValueList());

    internal static UniqueConstraint Unique(AddUniqueConstraintOperation unique, Annotations said) =>
        new(unique.Name, unique.Columns.ToValueList()) { NullsNotDistinct = said.Take(NullsDistinct) is false };

    internal static ForeignKey ForeignKey(AddForeignKeyOperation key, Provider provider) =>
        new(key.Name, key.Columns.ToValueList(), provider.Named(key.PrincipalSchema, key.PrincipalTable), (key.PrincipalColumns ?? []).ToValueList())
        {
            OnDelete = Action(key.OnDelete),
            OnUpdate = Action(key.OnUpdate),
        };

    private static ReferentialAction Action(EntityAction action) => action switch
    {
        EntityAction.Restrict => ReferentialAction.Restrict,
        EntityAction.Cascade => ReferentialAction.Cascade,
        EntityAction.SetNull => ReferentialAction.SetNull,
        EntityAction.SetDefault => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };
}
