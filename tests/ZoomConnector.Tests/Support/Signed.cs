using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZoomConnector.Tests.Support;

/// <summary>Signs as Zoom does, by the words of its documentation.</summary>
internal static class Signed
{
    public static string At(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string With(string secret, string timestamp, byte[] body)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text)).ToLowerInvariant();
    }
}
