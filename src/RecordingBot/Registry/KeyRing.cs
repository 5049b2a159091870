using System.Security.Cryptography;
using System.Text;

namespace RecordingBot.Registry;

/// <summary>
/// The installation's own keys, made at the first start and kept in the data folder for its owner's eyes only, or sealed in the database: one for
/// signatures (orders, receipts), one from which purpose-bound secrets are derived (links, pseudonyms, chat tokens).
/// </summary>
public sealed class KeyRing
{
    private readonly Lazy<byte[]> master;
    private readonly Lazy<byte[]> signing;

    /// <summary>The keys of a folder, made at the first start.</summary>
    /// <param name="folder">Where the keys lie; made if missing.</param>
    public KeyRing(string folder)
        : this((name, make) => ReadOrCreate(Path.Combine(folder, name + ".key"), make)) => Directory.CreateDirectory(folder);

    /// <summary>Keys that lie elsewhere; they are asked for when they are first needed.</summary>
    /// <param name="readOrCreate">Gives the key of a name, made by what it is given where there is none.</param>
    public KeyRing(Func<string, Func<byte[]>, byte[]> readOrCreate)
    {
        master = new(() => readOrCreate("master", () => RandomNumberGenerator.GetBytes(32)));
        signing = new(() =>
            readOrCreate(
                "signing",
                () =>
                {
                    using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    return fresh.ExportPkcs8PrivateKey();
                }
            )
        );
    }

    /// <summary>The key for signatures (ECDSA P-256), as an instance of its caller's own: one isn't safe to share between threads.</summary>
    public ECDsa OpenSigningKey()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(signing.Value, out _);
        return key;
    }

    /// <summary>A key for one purpose, 32 bytes.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(master.Value, Encoding.UTF8.GetBytes(purpose));

    /// <summary>An unguessable, repeatable token for one thing: 32 bytes as base64url. Only its hash need be stored.</summary>
    public string Token(string purpose, Guid of) =>
        System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(Derive(purpose), of.ToByteArray()));

    /// <summary>SHA-256 of a text, lower-case hex: how tokens are stored and looked up.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A pseudonym that can't be turned back without the installation's key.</summary>
    public string Pseudonym(string purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Derive(purpose), Encoding.UTF8.GetBytes(value)))[..32];

    private static byte[] ReadOrCreate(string path, Func<byte[]> make)
    {
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        var key = make();
        var draft = path + ".new";
        using (var file = new FileStream(draft, KeyFile()))
        {
            file.Write(key);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path);
        return key;
    }

    private static FileStreamOptions KeyFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
