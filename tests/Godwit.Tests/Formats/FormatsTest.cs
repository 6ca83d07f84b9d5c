using System.Text.Json;
using Godwit.Formats;
using Godwit.Schema;
using Xunit;

namespace Godwit.Tests.Formats;

/// <summary>A small schema with odd names in every format.</summary>
public sealed class FormatsTest
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DatabaseSchema Odd = new("postgresql")
    {
        Tables =
        [
            new Table("users")
            {
                Columns =
                [
                    new Column("id", new ColumnType.Native("bigint")) { Identity = new Identity(IdentityKind.Always) },
                    new Column("e-mail", new ColumnType.Native("character varying(255)")) { Comment = "Where \"letters\" go" },
                    new Column("日本", new ColumnType.NativeEnum("mood")) { IsNullable = true, Default = new DefaultValue.Expression("'happy'::mood") },
                    new Column("untyped", new ColumnType.Native("")) { IsNullable = true },
                ],
                PrimaryKey = new PrimaryKey("users_pkey", ["id"]),
                Uniques = [new UniqueConstraint("users_mail", ["e-mail"])],
                Comment = "It's people",
            },
            new Table("audit.Log Entry")
            {
                Columns = [new Column("user", new ColumnType.Native("bigint")) { IsNullable = true }, new Column("at", new ColumnType.Native("timestamp with time zone"))],
                ForeignKeys =
                [
                    new ForeignKey("log_user", ["user"], "users", ["id"]) { OnDelete = ReferentialAction.SetNull },
                    new ForeignKey("log_user_again", ["user"], "users", ["id"]),
                ],
                Indexes = [new TableIndex("log_day", [new IndexPart("date(\"at\")", IndexPartKind.Expression) { Descending = true }]) { Predicate = "\"user\" > 0" }],
            },
        ],
        Enums = [new EnumType("mood", ["happy", "so so"])],
        Unread = ["domain email"],
    };

    [Fact]
    public void Mermaid_has_names_it_can_read_and_the_real_ones_beside_them() => Assert.Equal(
        """
        erDiagram
            users {
                bigint id PK
                varchar(255) e_mail UK "e-mail: Where 'letters' go"
                mood c___ "日本"
                any untyped
            }
            "audit.Log Entry" {
                bigint user FK
                timestamptz at
            }
            users |o--o{ "audit.Log Entry" : "user"
            users |o--o{ "audit.Log Entry" : "user"

        """, MermaidText.Of(Odd));

    [Fact]
    public void Dbml_quotes_what_is_odd_and_names_a_reference_once() => Assert.Equal(
        """
        Enum mood {
          happy
          "so so"
        }

        Table users {
          id bigint [pk, increment]
          "e-mail" varchar(255) [not null, note: 'Where "letters" go']
          "日本" mood [default: `'happy'::mood`]
          untyped any

          indexes {
            ("e-mail") [unique, name: 'users_mail']
          }

          Note: 'It\'s people'
        }

        Table audit."Log Entry" {
          user bigint
          at timestamptz [not null]

          indexes {
            (`date("at")`) [name: 'log_day']
          }
        }

        Ref log_user: audit."Log Entry".user > users.id [delete: set null]

        """, DbmlText.Of(Odd));

    [Fact]
    public void The_document_says_everything_and_leaves_out_what_says_nothing()
    {
        var document = JsonDocument.Parse(SchemaJson.Text(Odd)).RootElement;

        Assert.Equal(["product", "tables", "enums", "unread"], document.EnumerateObject().Select(member => member.Name));
        var log = document.GetProperty("tables")[1];
        Assert.Equal(["name", "columns", "foreignKeys", "indexes"], log.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"name":"log_day","parts":[{"expression":"date(\"at\")","descending":true}],"predicate":"\"user\" > 0"}""", Compact(log.GetProperty("indexes")[0]));
        Assert.Equal("""{"name":"id","type":"bigint","identity":{"kind":"always"}}""", Compact(document.GetProperty("tables")[0].GetProperty("columns")[0]));
    }

    [Fact]
    public void The_tree_says_each_thing_in_a_line()
    {
        var tree = SchemaTree.Of(Odd);

        Assert.Equal(["table users", "table audit.Log Entry", "enum mood", "domain email"], tree.Select(node => $"{node.Kind} {node.Name}"));
        Assert.Equal(
            [
                "column user bigint", "column at timestamptz, not null", "foreign key log_user (user) → users (id), on delete set null",
                "foreign key log_user_again (user) → users (id)", "index log_day ((date(\"at\")) DESC), where \"user\" > 0",
            ],
            tree[1].Children.Select(node => $"{node.Kind} {node.Name} {node.Detail}"));
    }

    [Theory]
    [InlineData("USERS", "users")]
    [InlineData("audit.Log Entry", "audit.Log Entry")]
    public void One_table_can_be_chosen_with_the_types_it_uses(string name, string chosen)
    {
        var part = Odd.Only(name);

        Assert.Equal(chosen, Assert.Single(part.Tables).Name.ToString());
        Assert.Equal(chosen == "users" ? 1 : 0, part.Enums.Count);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Relaxed);
}
