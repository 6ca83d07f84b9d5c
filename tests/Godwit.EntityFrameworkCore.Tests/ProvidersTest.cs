using Godwit.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Xunit;

namespace Godwit.EntityFrameworkCore.Tests;

/// <summary>What each provider says in its own way.</summary>
public sealed class ProvidersTest
{
    [Fact]
    public void Sqlite_numbers_rows_and_has_no_schemas()
    {
        var schema = Said.OnSqlite(model => model.Entity<Note>().ToTable("notes", "office").Property(note => note.Text).HasDefaultValue("none")).Schema;

        Assert.Equal(new Identity(), schema.Require("notes").Column("Id")!.Identity);
        Assert.Equal(new DefaultValue.Literal("none"), schema.Require("notes").Column("Text")!.Default);
        Assert.Empty(schema.Schemas);
    }

    [Fact]
    public void Sqlite_leaves_the_type_of_what_is_computed_to_the_expression()
    {
        var note = Said.OnSqlite(model => model.Entity<Note>().Property(note => note.Number).HasComputedColumnSql("length(\"Text\")", stored: true)).Schema.Require("Note");

        Assert.Equal(
            new Column("Number", new ColumnType.Native("")) { IsNullable = true, Generated = new GeneratedExpression("length(\"Text\")", GeneratedStorage.Stored) },
            note.Column("Number"));
    }

    [Fact]
    public void PostgreSql_has_identities_of_all_kinds_and_sequences()
    {
        var schema = Said.OnPostgreSql(model =>
        {
            model.HasSequence<short>("numbers", "office").StartsAt(5).IncrementsBy(2).HasMax(99).IsCyclic();
            model.Entity<Note>(note =>
            {
                note.ToTable("notes", "office");
                note.Property(one => one.Id).UseIdentityAlwaysColumn().HasIdentityOptions(startValue: 7, incrementBy: 3);
                note.Property(one => one.Number).UseSerialColumn();
                note.Property(one => one.Version).IsRowVersion();
            });
        }).Schema;
        var notes = schema.Require("office.notes");

        Assert.Equal(["office"], schema.Schemas);
        Assert.Equal(new Identity(IdentityKind.Always) { Start = 7, Increment = 3 }, notes.Column("Id")!.Identity);
        Assert.Equal(new DefaultValue.Expression("nextval('\"office\".\"notes_Number_seq\"'::regclass)"), notes.Column("Number")!.Default);
        Assert.Null(notes.Column("xmin"));
        Assert.Equal(
            [
                new Sequence("office.numbers") { Type = "smallint", Start = 5, Increment = 2, Maximum = 99, Cycles = true },
                new Sequence("office.notes_Number_seq") { Type = "integer", OwnedBy = new SequenceOwner("office.notes", "Number") },
            ],
            schema.Sequences);
        Assert.Empty(schema.Unread);
    }

    [Fact]
    public void PostgreSql_has_types_extensions_and_ways_to_index()
    {
        var schema = Said.OnPostgreSql(model =>
        {
            model.HasPostgresEnum("public", "mood", ["sad", "fine"]).HasPostgresExtension("extras", "citext");
            model.Entity<Note>(note =>
            {
                note.HasIndex(one => one.Text).HasMethod("gin").HasOperators("gin_trgm_ops").HasStorageParameter("fastupdate", false);
                note.HasIndex(one => one.Number).IsUnique().AreNullsDistinct(false).IncludeProperties(one => one.Text!).HasNullSortOrder(NullSortOrder.NullsFirst).IsCreatedConcurrently();
            });
        }).Schema;
        var indexes = schema.Require("Note").Indexes;

        Assert.Equal([new EnumType("mood", ["sad", "fine"])], schema.Enums);
        Assert.Equal([new Extension("citext", "extras")], schema.Extensions);
        Assert.Equal(
            new TableIndex("IX_Note_Text", [new IndexPart("Text") { OperatorClass = "gin_trgm_ops" }]) { Method = "gin", Options = ["fastupdate = false"] },
            indexes.Single(index => index.Name == "IX_Note_Text"));
        Assert.Equal(
            new TableIndex("IX_Note_Number", [new IndexPart("Number") { Nulls = NullsOrder.First }]) { IsUnique = true, NullsNotDistinct = true, Include = ["Text"] },
            indexes.Single(index => index.Name == "IX_Note_Number"));
        Assert.Empty(schema.Unread);
    }

    [Fact]
    public void What_a_provider_says_that_there_are_no_words_for_is_listed()
    {
        var schema = Said.OnPostgreSql(model =>
        {
            model.HasCollation("german", locale: "de-x-icu", provider: "icu");
            model.Entity<Note>().Property(note => note.Id).HasIdentityOptions(maxValue: 9);
        }).Schema;

        Assert.Equal(["Npgsql:CollationDefinition:german of the database", "Npgsql:IdentitySequenceOptions of the column Note.Id"], schema.Unread);
        Assert.Equal(new Identity(IdentityKind.ByDefault) { Increment = 1 }, schema.Require("Note").Column("Id")!.Identity);
    }

    [Fact]
    public void Pomelo_numbers_rows_dates_them_and_indexes_beginnings_and_words()
    {
        var schema = Said.OnMySql(model => model.Entity<Note>(note =>
        {
            note.Property(one => one.ChangedAt).IsRowVersion();
            note.Property(one => one.Text).HasCharSet("latin1");
            note.HasIndex(one => one.Text).HasPrefixLength(20);
            note.HasIndex(one => one.Title).IsFullText();
        })).Schema;
        var note = schema.Require("Note");

        Assert.Equal(new PrimaryKey(null, ["Id"]), note.PrimaryKey);
        Assert.Equal(new Identity(), note.Column("Id")!.Identity);
        Assert.Equal("latin1", note.Column("Text")!.Charset);
        var moment = "CURRENT_TIMESTAMP(6)";
        Assert.Equal((new DefaultValue.Expression(moment), moment), (note.Column("ChangedAt")!.Default, note.Column("ChangedAt")!.OnUpdate));
        Assert.Equal([new IndexPart("Text") { Length = 20 }], note.Indexes.Single(index => index.Kind is IndexKind.Ordinary).Parts);
        Assert.Equal("IX_Note_Title", note.Indexes.Single(index => index.Kind is IndexKind.FullText).Name);
        Assert.Empty(schema.Unread);
    }

    internal sealed class Note
    {
        public int Id { get; set; }

        public int Number { get; set; }

        public string? Text { get; set; }

        public string? Title { get; set; }

        public uint Version { get; set; }

        public DateTime ChangedAt { get; set; }
    }
}
