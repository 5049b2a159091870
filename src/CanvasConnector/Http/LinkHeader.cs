namespace CanvasConnector.Http;

/// <summary>Reads a Link header (RFC 8288) as far as paging needs it.</summary>
internal static class LinkHeader
{
    /// <summary>The address with the relation asked for; null if there is none.</summary>
    public static string? Find(string? header, string relation)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
                return null;
            var address = rest[..close];
            rest = rest[(close + 1)..];
            var end = rest.IndexOf('<');
            if (Has(end < 0 ? rest : rest[..end], relation))
                return address.ToString();
        }
        return null;
    }

    private static bool Has(ReadOnlySpan<char> parameters, string relation)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range].Trim(" ,").ToString();
            if (!parameter.StartsWith("rel=", StringComparison.OrdinalIgnoreCase))
                continue;
            var names = parameter["rel=".Length..].Trim('"').Split(' ');
            return names.Contains(relation, StringComparer.OrdinalIgnoreCase);
        }
        return false;
    }
}
