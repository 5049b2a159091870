using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace RecordingBot.Registry;

/// <summary>The installation's keys in PostgreSQL, the same for all instances, sealed with <see cref="RegistryOptions.KeySecret"/>: a copy of the database opens nothing.</summary>
public sealed class KeyTable(IServiceScopeFactory scopes, PostgresStart start, IOptions<RegistryOptions> options, TimeProvider clock)
    : IXmlRepository
{
    /// <summary>The secret's length in bytes.</summary>
    public const int SecretLength = 32;

    private const string Forms = "forms/";
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;
    private static readonly UtcMicroseconds Instants = new();

    /// <summary>Settings that are derived from a key are checked before the registry has started: then its tables come first.</summary>
    private readonly Lazy<Task> started = new(() => start.RunAsync(_ => Task.CompletedTask, CancellationToken.None));

    /// <summary>A key by its name; made where there is none. Instances that come together get the same.</summary>
    public byte[] ReadOrCreate(string name, Func<byte[]> make)
    {
        started.Value.GetAwaiter().GetResult();
        using var scope = scopes.CreateScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        if (Find(registry, name) is { } known)
            return known;
        Store(registry, name, make());
        return Find(registry, name) ?? throw new InvalidOperationException("A key that was made is not there.");
    }

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<RegistryContext>().Keys.AsNoTracking().Where(row => row.Name.StartsWith(Forms));
        return [.. rows.AsEnumerable().Select(row => XElement.Parse(Encoding.UTF8.GetString(Open(row))))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        Store(
            scope.ServiceProvider.GetRequiredService<RegistryContext>(),
            Forms + friendlyName,
            Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))
        );
    }

    private byte[]? Find(RegistryContext registry, string name) =>
        registry.Keys.AsNoTracking().FirstOrDefault(row => row.Name == name) is { } row ? Open(row) : null;

    private void Store(RegistryContext registry, string name, byte[] key)
    {
        var (box, at) = (Seal(name, key), Instants.ConvertToProvider(clock.GetUtcNow()));
        registry.Database.ExecuteSql(
            $"""INSERT INTO "Keys" ("Name", "Sealed", "At") VALUES ({name}, {box}, {at}) ON CONFLICT ("Name") DO NOTHING"""
        );
    }

    private byte[] Seal(string name, byte[] key)
    {
        var box = new byte[NonceLength + TagLength + key.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher();
        cipher.Encrypt(nonce, key, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(name));
        return box;
    }

    private byte[] Open(KeyRow row)
    {
        var box = row.Sealed.AsSpan();
        var key = new byte[box.Length - NonceLength - TagLength];
        using var cipher = Cipher();
        try
        {
            cipher.Decrypt(
                box[..NonceLength],
                box[(NonceLength + TagLength)..],
                box.Slice(NonceLength, TagLength),
                key,
                Encoding.UTF8.GetBytes(row.Name)
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new Hosting.StartException("The keys in the database were sealed with another Registry:KeySecret, or changed since.");
        }
        return key;
    }

    private AesGcm Cipher() => new(Convert.FromBase64String(options.Value.KeySecret!), TagLength);
}
