using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CanvasSimulator.Lti;

/// <summary>Signed tokens by RS256, the one way that LTI asks every platform and tool to know.</summary>
internal static class Jwt
{
    public static string Write(JsonObject claims, RSA key, string keyId)
    {
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = keyId,
        };
        var text = Encode(header) + "." + Encode(claims);
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return text + "." + WebEncoders.Base64UrlEncode(signature);
    }

    /// <summary>The claims, or null where the token isn't signed by the key.</summary>
    public static JsonElement? Read(string token, string jwk)
    {
        try
        {
            if (token.Split('.') is not [var header, var claims, var signature] || Decode(header).GetProperty("alg").GetString() != "RS256")
                return null;
            using var key = KeyOf(JsonElement.Parse(jwk));
            var signed = Encoding.ASCII.GetBytes($"{header}.{claims}");
            var isGood = key.VerifyData(
                signed,
                WebEncoders.Base64UrlDecode(signature),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            return isGood ? Decode(claims) : null;
        }
        catch (Exception nonsense) when (nonsense is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RSA KeyOf(JsonElement jwk) =>
        RSA.Create(
            new RSAParameters
            {
                Modulus = WebEncoders.Base64UrlDecode(jwk.GetProperty("n").GetString()!),
                Exponent = WebEncoders.Base64UrlDecode(jwk.GetProperty("e").GetString()!),
            }
        );

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonElement Decode(string part) => JsonElement.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(part)));
}
