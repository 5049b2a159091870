using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecordingAgent.State;

/// <summary>Small JSON files that are either the old whole or the new whole, whatever happens while one is written.</summary>
internal static class StateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = 32,
        AllowDuplicateProperties = false,
    };

    /// <summary>What was written last; null if there is nothing, or nothing that can be read: the agent then looks again.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write<T>(string path, T value) => WriteBytes(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    public static void WriteBytes(string path, ReadOnlySpan<byte> content)
    {
        var half = path + ".half";
        FilePoint.Pass("write", path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(half, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        FilePoint.Pass("move", path);
        File.Move(half, path, overwrite: true);
        FilePoint.Pass("written", path);
    }
}
