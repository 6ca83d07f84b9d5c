using Godwit.Configuration;

namespace Godwit.Cli.Commands;

/// <summary>A shell, and how it learns to complete: each script asks <c>godwit completion --line</c> for the words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Script">What it has to run.</param>
internal sealed record Shell(string Name, string Script)
{
    // What stands before a colon or an equals sign is a word of its own to bash (COMP_WORDBREAKS), and is there already.
    private const string BashScript =
        """
        # bash completion for godwit
        _godwit() {
            local line=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
            local word=${line##*[[:space:]]}
            local before=${word%"${word##*[:=]}"}
            mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" completion --line "${line#*[[:space:]]}" 2>/dev/null)
            COMPREPLY=("${COMPREPLY[@]#"$before"}")
        }
        complete -o default -F _godwit godwit
        """;

    private const string ZshScript =
        """
        #compdef godwit
        _godwit() {
            local -a candidates
            candidates=("${(@f)$(${words[1]} completion --line "${(j: :)words[2,CURRENT]}" 2>/dev/null)}")
            if [[ -n ${candidates[1]} ]]; then compadd -a candidates; else _files; fi
        }
        compdef _godwit godwit
        """;

    private const string FishScript =
        """
        # fish completion for godwit
        complete -c godwit -a '(godwit completion --line (commandline -cp | string replace -r "^\S+\s" "" | string collect -N) 2>/dev/null)'
        """;

    private const string PowerShellScript =
        """
        # PowerShell completion for godwit
        Register-ArgumentCompleter -Native -CommandName godwit -ScriptBlock {
            param($word, $ast, $position)
            $line = $ast.ToString().PadRight($position).Substring(0, $position) -replace '^\S+\s', ''
            godwit completion --line "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    internal static readonly Shell[] All =
    [
        new("bash", BashScript + "\n"), new("zsh", ZshScript + "\n"), new("fish", FishScript + "\n"), new("powershell", PowerShellScript + "\n"),
    ];

    /// <summary>The shell of a name, or null.</summary>
    internal static Shell? Find(string name) => Array.Find(All, shell => shell.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where it looks for such scripts.</summary>
    internal string Place(EnvironmentVariables variables)
    {
        var home = variables.Find("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var config = variables.Find("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config");
        var data = variables.Find("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share");
        return Name switch
        {
            "bash" => Path.Combine(data, "bash-completion", "completions", "godwit"),
            "zsh" => Path.Combine(data, "zsh", "site-functions", "_godwit"),
            "fish" => Path.Combine(config, "fish", "completions", "godwit.fish"),
            _ => Path.Combine(config, "powershell", "godwit-completion.ps1"),
        };
    }

    /// <summary>What is left to do after the script is there.</summary>
    internal string Then(string path) => Name switch
    {
        "bash" => "Open a new shell. It needs the package bash-completion.",
        "zsh" => $"Add to ~/.zshrc, before compinit: fpath+=({Path.GetDirectoryName(path)})",
        "fish" => "Open a new shell.",
        _ => $"Add to your $PROFILE: . '{path}'",
    };
}
