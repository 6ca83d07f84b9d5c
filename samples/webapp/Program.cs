// A service that brings its database up to date before it takes a request, and shows how that stands.
//   cd samples/webapp && dotnet run
//   curl localhost:5000/health
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Sample;

var builder = WebApplication.CreateBuilder(args);
var notes = NoteStore.Configured(builder.Configuration);
builder.Services.AddSingleton(notes);
builder.Services.AddGodwit(godwit =>
{
    notes.Choose(godwit);
    godwit.AddAssembly(typeof(Program).Assembly);
    godwit.AddDirectory("database/migrations");
});
builder.Services.AddHealthChecks().AddGodwit(tags: ["ready"]);

var app = builder.Build();

// As a job before a deployment, where the instances themselves are not to migrate: dotnet WebApp.dll migrate
if (args is ["migrate", ..])
{
    await app.MigrateAsync();
    return;
}

app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthDocument.WriteAsync });
app.MapGet("/notes", async (NoteStore store, CancellationToken cancellation) => await store.AllAsync(cancellation));
app.MapPost("/notes", async (NewNote note, NoteStore store, CancellationToken cancellation) =>
{
    await store.AddAsync(note.Text, cancellation);
    return Results.Created("/notes", note);
});
await app.RunAsync();
