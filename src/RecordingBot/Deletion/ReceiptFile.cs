using System.Text.Json;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>Deletion receipts in a file: one, or a list of them, as the API gives them.</summary>
internal static class ReceiptFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="VerbException">It can't be read, or isn't made of receipts.</exception>
    public static IReadOnlyList<ReceiptView> Read(string file)
    {
        try
        {
            var json = JsonElement.Parse(File.ReadAllText(Path.GetFullPath(file)));
            ReceiptView[] receipts =
                json.ValueKind is JsonValueKind.Array ? json.Deserialize<ReceiptView[]>(Strict)! : [json.Deserialize<ReceiptView>(Strict)!];
            return receipts.Length > 0 && Array.TrueForAll(receipts, receipt => receipt is not null)
                ? receipts
                : throw new VerbException($"{file}: there is no receipt in it.");
        }
        catch (JsonException wrong)
        {
            throw new VerbException($"{file} is no receipt: {wrong.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VerbException($"{file} can't be read: {unreadable.Message}");
        }
    }
}
