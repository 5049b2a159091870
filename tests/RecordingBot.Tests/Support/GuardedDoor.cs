using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RecordingBot.Tests.Support;

/// <summary>A campus whose security log is kept, and to whose bot one can come from elsewhere.</summary>
public sealed class GuardedDoor : IAsyncLifetime
{
    private const string From = "test-from";

    public GuardedDoor() =>
        Campus = new(services => services.AddSingleton<ILoggerProvider>(Entries).AddSingleton<IStartupFilter>(new Elsewhere()));

    public SmallCampus Campus { get; }

    internal SecurityEntries Entries { get; } = new();

    /// <summary>Lets a delivery come from another address than loopback.</summary>
    public static HttpRequestMessage ComesFrom(string address, HttpRequestMessage delivery)
    {
        delivery.Headers.Add(From, address);
        return delivery;
    }

    /// <summary>How many rows each table has.</summary>
    public Task<string> RowsAsync() =>
        Campus.ReadAsync(async registry =>
        {
            List<string> counts = [];
            foreach (
                var table in registry.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)
            )
            {
                var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
                var rows = await registry.Database.SqlQueryRaw<long>(sql).SingleAsync(TestContext.Current.CancellationToken);
                counts.Add($"{table} {rows}");
            }
            return string.Join('\n', counts);
        });

    public ValueTask InitializeAsync() => Campus.InitializeAsync();

    public ValueTask DisposeAsync() => Campus.DisposeAsync();

    private sealed class Elsewhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        if (context.Request.Headers[From] is [{ } address])
                            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                        return rest(context);
                    }
                );
                next(app);
            };
    }
}
