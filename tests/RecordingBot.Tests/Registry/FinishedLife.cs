using Microsoft.Data.Sqlite;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Registry;

/// <summary>What a bot left behind that brought a lecture from its plan to its deletion: the registry, checkpoints, receipts. Tests spoil copies of it.</summary>
public sealed class FinishedLife : IAsyncLifetime
{
    private readonly SmallCampus campus = new();
    private readonly string copies = Directory.CreateTempSubdirectory("recordingbot-copies-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The recording's receipts, as the API gives them.</summary>
    public string Receipts { get; private set; } = null!;

    /// <summary>The key as the bot publishes it.</summary>
    public string PublishedKey { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await campus.InitializeAsync();
        var id = await campus.PublishedAsync();
        await campus.AdvanceAsync(TimeSpan.FromMinutes(15));
        var reviewOn = DateOnly.FromDateTime(campus.Now.AddDays(60).UtcDateTime).ToString("O");
        (await campus.Bot.PutAsync("dpo", $"/recordings/{id}/hold", new { reason = "A complaint is being looked into.", reviewOn })).Must();
        (await campus.Bot.DeleteAsync("dpo", $"/recordings/{id}/hold")).Must();
        (await campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await campus.AdvanceAsync(TimeSpan.FromMinutes(15));
        Receipts = (await campus.Bot.GetAsync("teacher", $"/recordings/{id}/receipts")).Must().Json.GetRawText();
        PublishedKey = await campus.Bot.Http.GetStringAsync("/.well-known/recording-bot-key.pem", Ct);
        await campus.StopBotAsync();
    }

    /// <summary>A copy of the data folder.</summary>
    public string Copy()
    {
        var to = Directory.CreateDirectory(Path.Combine(copies, Guid.NewGuid().ToString("N"))).FullName;
        using (var pooled = new SqliteConnection($"Data Source={Path.Combine(campus.Data, "registry.db")}"))
            SqliteConnection.ClearPool(pooled);
        Directory.CreateDirectory(Path.Combine(to, "audit"));
        foreach (var file in Directory.GetFiles(campus.Data, "registry.db*").Concat(Directory.GetFiles(Path.Combine(campus.Data, "audit"))))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(campus.Data, file)));
        return to;
    }

    public async ValueTask DisposeAsync()
    {
        await campus.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Scratch.Remove(copies);
    }
}
