using System.Security.Cryptography;

namespace CanvasSimulator.World;

/// <summary>Unguessable words for uuids and signatures.</summary>
internal static class Secrets
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
