using Floor;

// floor DRIVER CONNECTION-STRING DIRECTORY status | up | down COUNT
using var history = History.Open(args[0], args[1]);
var files = new MigrationFiles(args[2]);
switch (args[3])
{
    case "status":
        var ran = history.Applied();
        foreach (var name in files.Names) Console.WriteLine((ran.Contains(name) ? "ran      " : "pending  ") + name);
        break;
    case "up":
        var applied = history.Applied();
        foreach (var name in files.Names)
        {
            if (!applied.Contains(name)) history.Apply(name, files.Up(name));
        }

        break;
    case "down":
        for (int i = files.Names.Length - 1, left = int.Parse(args[4]); i >= 0 && left > 0; i--, left--)
        {
            history.Undo(files.Names[i], files.Down(files.Names[i]));
        }

        break;
    default:
        throw new ArgumentException("floor does not know " + args[3]);
}
