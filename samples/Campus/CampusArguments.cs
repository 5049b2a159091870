using System.Globalization;

namespace Campus;

/// <summary>The command line of Campus.</summary>
/// <param name="Ports">The four ports.</param>
/// <param name="DataFolder">Where its truth is kept, as an absolute path.</param>
/// <param name="Fresh">Whether to forget what is there.</param>
/// <param name="Hosts">Which parts run; the simulators bring the control.</param>
public sealed record CampusArguments(CampusPorts Ports, string DataFolder, bool Fresh, IReadOnlySet<string> Hosts)
{
    /// <summary>What the command line takes.</summary>
    public const string Usage = "Usage: Campus [--base-port N] [--data DIR] [--fresh] [--only bot,canvas,zoom,control]";

    private static readonly string[] Parts = ["bot", "canvas", "zoom", "control"];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">One of them is unknown or makes no sense; the message names it.</exception>
    public static CampusArguments Parse(IReadOnlyList<string> args)
    {
        var (basePort, data, fresh, only) = (5080, "campus-data", false, (string?)null);
        for (var i = 0; i < args.Count; i++)
        {
            // --name VALUE and --name=VALUE are the same; a switch takes none.
            var (name, given) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            string Value() => given ?? (++i < args.Count ? args[i] : throw new FormatException($"{name} needs a value."));
            switch (name)
            {
                case "--fresh" when given is null:
                    fresh = true;
                    break;
                case "--base-port":
                    basePort = Port(Value());
                    break;
                case "--data":
                    data = Value();
                    break;
                case "--only":
                    only = Value();
                    break;
                default:
                    throw new FormatException($"Unknown argument {args[i]}.");
            }
        }
        return new(CampusPorts.From(basePort), Path.GetFullPath(data), fresh, HostsOf(only));
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is 0 or (>= 1024 and <= 65532)
            ? port
            : throw new FormatException("--base-port takes 0 or a port from 1024 to 65532.");

    private static HashSet<string> HostsOf(string? only)
    {
        if (only is null)
            return [.. Parts];
        var hosts = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        if (hosts.Count == 0 || !hosts.IsSubsetOf(Parts))
            throw new FormatException($"--only takes a list of {string.Join(", ", Parts)}.");
        if (hosts.Contains("canvas") || hosts.Contains("zoom"))
            hosts.Add("control");
        return hosts;
    }
}
