using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>With PostgreSQL the installation's keys are in the database: the same for every instance, and nothing without the secret.</summary>
public sealed class KeyTableTests
{
    private static readonly string Secret = Convert.ToBase64String(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));
    private static readonly string Another = Convert.ToBase64String(Encoding.ASCII.GetBytes("another 9abcdef0123456789abcdef!"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_OfTwoInstances_AreTheSame()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (one, other) = (Ring(await shared.JoinAsync(), Secret), Ring(await shared.JoinAsync(), Secret));

        Assert.Equal(one.Derive("links"), other.Derive("links"));
        using var signing = one.OpenSigningKey();
        using var verifying = other.OpenSigningKey();
        Assert.Equal(signing.ExportSubjectPublicKeyInfo(), verifying.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public async Task Keys_WithAnotherSecret_AreNotRead()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var instance = await shared.JoinAsync();
        Ring(instance, Secret).Derive("links");

        Assert.Throws<StartException>(() => Ring(instance, Another).Derive("links"));
    }

    [Fact]
    public async Task Keys_AsTheyLieInTheDatabase_AreSealed()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var instance = await shared.JoinAsync();
        Table(instance, Secret).StoreElement(new XElement("key", "a form's key"), "key-1");
        Table(instance, Secret).StoreElement(new XElement("key", "another"), "key-2");

        Assert.Equal(
            ["a form's key", "another"],
            Table(instance, Secret).GetAllElements().Select(element => element.Value).Order(StringComparer.Ordinal)
        );
        await using var scope = instance.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<RegistryContext>().Keys.ToListAsync(Ct);
        Assert.All(rows, row => Assert.DoesNotContain("form", Encoding.Latin1.GetString(row.Sealed), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Host=db", null, false)]
    [InlineData("Host=db", "c2hvcnQ=", false)]
    [InlineData("Host=db", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", true)]
    [InlineData("Data Source=registry.db", null, true)]
    public void Settings_ForPostgres_NeedASecretOfItsLength(string connectionString, string? secret, bool good)
    {
        var checkedOptions = new RegistryOptionsCheck().Validate(null, new() { ConnectionString = connectionString, KeySecret = secret });

        Assert.Equal(good, checkedOptions.Succeeded);
    }

    private static KeyRing Ring(IServiceProvider instance, string secret) => new(Table(instance, secret).ReadOrCreate);

    private static KeyTable Table(IServiceProvider instance, string secret) =>
        new(
            instance.GetRequiredService<IServiceScopeFactory>(),
            instance.GetRequiredService<PostgresStart>(),
            Options.Create(new RegistryOptions { KeySecret = secret }),
            TimeProvider.System
        );
}
