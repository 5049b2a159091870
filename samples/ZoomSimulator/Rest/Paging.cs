using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ZoomSimulator.Rest;

/// <summary>Cuts a list into Zoom's pages.</summary>
internal static class Paging
{
    public static IResult Page(HttpRequest request, string name, IReadOnlyCollection<JsonObject> all)
    {
        if (!TryRead(request, out var size, out var from))
            return ZoomResult.Invalid("Invalid page_size or next_page_token.");

        var next = from + size < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"from:{from + size}")) : "";
        return ZoomResult.Ok(
            new JsonObject
            {
                ["page_size"] = size,
                ["total_records"] = all.Count,
                ["next_page_token"] = next,
                [name] = new JsonArray([.. all.Skip(from).Take(size)]),
            }
        );
    }

    private static bool TryRead(HttpRequest request, out int size, out int from)
    {
        from = 0;
        var token = request.Query["next_page_token"].ToString();
        return TryNumber(request.Query["page_size"].ToString(), 30, out size)
            && size is > 0 and <= 300
            && (token.Length == 0 || TryToken(token, out from));
    }

    private static bool TryToken(string token, out int from)
    {
        from = 0;
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith("from:", StringComparison.Ordinal)
            && TryNumber(text[5..], -1, out from)
            && from >= 0;
    }

    private static bool TryNumber(string text, int without, out int number)
    {
        number = without;
        return text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
