using System.Text.Json;
using System.Text.Json.Serialization;
using CanvasSimulator.Http;
using CanvasSimulator.Lti;
using CanvasSimulator.Sandbox;

namespace CanvasSimulator.World;

/// <summary>
/// One Canvas: its truth, its clock, and the folder in which both truth and files survive a restart. One change at a
/// time; each is on disk before its answer is given.
/// </summary>
public sealed class CanvasWorld
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Lock gate = new();
    private readonly Truth truth;
    private readonly string snapshot;

    /// <summary>Opens the folder, or begins with the sample accounts and courses in an empty one.</summary>
    public CanvasWorld(CanvasServerOptions options)
    {
        Options = options;
        Habits = options.Habits();
        Throttle = new Throttle(options.Clock);
        Directory.CreateDirectory(FilesFolder);
        snapshot = Path.Combine(options.DataFolder, "canvas.json");
        truth = File.Exists(snapshot) ? Load() : Seed.At(Now);
        Save();
    }

    internal CanvasServerOptions Options { get; }

    internal Habits Habits { get; set; }

    /// <summary>Where uploads go that Canvas leaves to its file service; known once the server has started.</summary>
    internal Uri? FileService { get; set; }

    internal FaultList Faults { get; } = new();

    internal Throttle Throttle { get; }

    internal Platform Platform { get; } = new();

    /// <summary>Every scope that a developer key can have.</summary>
    internal HashSet<Scope> Scopes { get; } = [];

    internal DateTimeOffset Now => Options.Clock.GetUtcNow();

    internal string FilesFolder => Path.Combine(Options.DataFolder, "files");

    internal string PathOf(StoredFile file) => Path.Combine(FilesFolder, $"{file.Id}.bin");

    internal T Read<T>(Func<Truth, T> read)
    {
        lock (gate)
            return read(truth);
    }

    internal T Change<T>(Func<Truth, T> change)
    {
        lock (gate)
        {
            try
            {
                return change(truth);
            }
            finally
            {
                if (Options.Durable)
                    Save();
            }
        }
    }

    private Truth Load()
    {
        var known = JsonSerializer.Deserialize<Truth>(File.ReadAllBytes(snapshot), Json)!;
        known.Courses.Sort((one, other) => one.Id.CompareTo(other.Id));
        return known;
    }

    // Whole or not at all: a kill between the two lines leaves the previous snapshot.
    private void Save()
    {
        File.WriteAllBytes(snapshot + ".new", JsonSerializer.SerializeToUtf8Bytes(truth, Json));
        File.Move(snapshot + ".new", snapshot, overwrite: true);
    }
}
