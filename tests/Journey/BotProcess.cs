using System.Diagnostics;
using System.Globalization;

namespace Journey;

/// <summary>The bot alone, as a process that can be killed without warning and started again over the same data.</summary>
/// <param name="campus">Its Canvas, Zoom and clock.</param>
/// <param name="name">Names the files with what it says.</param>
/// <param name="dataFolder">Its own; null for the campus's.</param>
/// <param name="port">Where it listens; null for where Campus's Zoom sends its webhooks.</param>
/// <param name="settings">More settings, as on the command line.</param>
internal sealed class BotProcess(CampusProcess campus, string name, string? dataFolder = null, int? port = null, params string[] settings)
    : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Child? child;
    private int starts;

    /// <summary>Where it listens: where nothing else is said, on the port before Canvas's.</summary>
    public Uri Address { get; } = new UriBuilder(campus.Canvas!) { Port = port ?? campus.Canvas!.Port - 1 }.Uri;

    /// <summary>Where its output of the last start is.</summary>
    public string Log => Place.Artifact($"{name}-{starts.ToString(CultureInfo.InvariantCulture)}.out");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        Launch();
        await Faults.Patience.UntilAsync("the bot", IsReadyAsync, () => Log, Ct);
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Launch()
    {
        string[] arguments =
        [
            Place.Program("src", "RecordingBot"),
            "--environment=Campus",
            $"--data={dataFolder ?? campus.Folder}",
            $"--Agent:Folders:0={Path.Combine(campus.Folder, "zoom-recordings")}",
            $"--Urls={At(Address)}",
            $"--PublicUrl={At(Address)}",
            $"--Canvas:BaseUrl={At(campus.Canvas!)}",
            "--Canvas:LongestWait=00:00:01",
            $"--Zoom:ApiUrl={At(campus.Zoom!)}/v2",
            $"--Zoom:TokenUrl={At(campus.Zoom!)}/oauth/token",
            $"--Campus:ControlUrl={At(campus.Control!)}",
            .. settings,
        ];
        starts++;
        child = Child.Start($"{name}-{starts.ToString(CultureInfo.InvariantCulture)}", new ProcessStartInfo("dotnet", arguments));
    }

    /// <summary>Kills it, as the system does: without a word, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        using (var process = Process.GetProcessById(child!.Id))
            process.Kill();
        await child.DisposeAsync();
        child = null;
    }

    /// <summary>Whether it has said something since its last start.</summary>
    public bool Says(string text)
    {
        using var log = new StreamReader(new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return log.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Lets it stand still, wherever it is.</summary>
    public void Pause() => child!.Pause();

    /// <summary>Lets it go on as if nothing had been.</summary>
    public void Resume() => child!.Resume();

    /// <summary>Whether it has this file open at this moment.</summary>
    public bool Reads(string path) =>
        Directory
            .EnumerateFileSystemEntries($"/proc/{child!.Id.ToString(CultureInfo.InvariantCulture)}/fd")
            .Any(entry => LeadsTo(entry, path));

    /// <summary>Whether it says that it can work.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"), Ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (child is not null)
            await child.DisposeAsync();
    }

    private static string At(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    // A descriptor can be closed between being listed and being read.
    private static bool LeadsTo(string entry, string path)
    {
        try
        {
            return new FileInfo(entry).LinkTarget == path;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
