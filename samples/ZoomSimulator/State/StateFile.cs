using System.Text.Json;

namespace ZoomSimulator.State;

/// <summary>The state on disk: written whole beside the old one, then put in its place.</summary>
internal sealed class StateFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        AllowDuplicateProperties = false,
    };

    private readonly string path;

    public StateFile(string folder)
    {
        Directory.CreateDirectory(folder);
        path = Path.Combine(folder, "zoom.json");
    }

    public ZoomState Load()
    {
        if (!File.Exists(path))
            return ZoomState.AtFirst();

        try
        {
            return JsonSerializer.Deserialize<ZoomState>(File.ReadAllBytes(path), Json) ?? throw new JsonException("Empty.");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException("The Zoom simulator's state, zoom.json, can't be read; start afresh or repair it.", failure);
        }
    }

    public void Save(ZoomState state)
    {
        var next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, state, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
