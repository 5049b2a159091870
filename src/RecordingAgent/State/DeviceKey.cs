using System.Security.Cryptography;
using System.Text;

namespace RecordingAgent.State;

/// <summary>The key by which the server knows this computer. It is made at the first start and never leaves.</summary>
internal static class DeviceKey
{
    public static ECDsa OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            StateFile.WriteBytes(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }
}
