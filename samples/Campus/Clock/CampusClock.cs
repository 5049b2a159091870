using System.Text.Json;
using RecordingBot.Hosting.Campus;

namespace Campus.Clock;

/// <summary>The one clock of the campus. How far it was moved outlives a restart, like everything dated by it.</summary>
public sealed class CampusClock
{
    private readonly string file;

    /// <summary>Reads how the clock was left.</summary>
    /// <param name="folder">Where the clock's setting is kept; made if missing.</param>
    public CampusClock(string folder)
    {
        file = Path.Combine(Directory.CreateDirectory(folder).FullName, "clock.json");
        if (File.Exists(file))
            Time.SetOffset(JsonSerializer.Deserialize<ClockOffset>(File.ReadAllText(file))!.Offset);
    }

    /// <summary>The clock, for everyone in this process.</summary>
    public MovableClock Time { get; } = new(TimeProvider.System);

    /// <summary>Moves the clock to an instant that lies ahead; one that has passed meanwhile changes nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant <= Time.GetUtcNow())
            return;
        var offset = instant - TimeProvider.System.GetUtcNow();
        var draft = file + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(new ClockOffset(offset)));
        File.Move(draft, file, overwrite: true);
        Time.SetOffset(offset);
    }
}
