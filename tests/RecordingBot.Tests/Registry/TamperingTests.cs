using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using RecordingBot.Deletion;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Registry;

/// <summary>Whoever holds the database and takes its guards away can change the log and the receipts; each kind of change is found and named (I8).</summary>
public sealed class TamperingTests(FinishedLife life) : IClassFixture<FinishedLife>
{
    private const string Fields =
        "\"At\", \"Actor\", \"Action\", \"Subject\", \"Before\", \"After\", \"Reason\", \"Edition\", \"RequestId\", \"Changes\", \"PreviousHash\", \"Hash\"";

    private readonly string data = life.Copy();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string[] Checkpoints => Directory.GetFiles(Path.Combine(data, "audit"), "*.jsonl");

    /// <summary>A kind of change, how it is made, the status and the words that it is found with.</summary>
    public static TheoryData<string, string, int, string> Changes =>
        new()
        {
            { "a reason altered", """UPDATE "Audit" SET "Reason" = 'other' WHERE "Sequence" = 20""", 2, "Entry 20 was changed" },
            { "an actor altered", """UPDATE "Audit" SET "Actor" = 'zoom' WHERE "Sequence" = 20""", 2, "Entry 20 was changed" },
            { "a moment altered", """UPDATE "Audit" SET "At" = "At" + 1 WHERE "Sequence" = 20""", 2, "Entry 20 was changed" },
            { "a state altered", """UPDATE "Audit" SET "Changes" = '{}' WHERE "Sequence" = 20""", 2, "Entry 20 was changed" },
            {
                "null for empty",
                """UPDATE "Audit" SET "Before" = '' WHERE "Sequence" = (SELECT MAX("Sequence") FROM "Audit" WHERE "Before" IS NULL)""",
                2,
                "was changed"
            },
            { "rules altered", """UPDATE "Audit" SET "Edition" = 'x' WHERE "Sequence" = 20""", 2, "Entry 20 was changed" },
            { "an entry removed", """DELETE FROM "Audit" WHERE "Sequence" = 20""", 2, "Entry 20 is missing" },
            { "the first entries removed", """DELETE FROM "Audit" WHERE "Sequence" < 4""", 2, "Entries 1 to 3 are missing" },
            {
                "an entry added",
                $"""INSERT INTO "Audit" ("Sequence", {Fields}) SELECT (SELECT MAX("Sequence") + 1 FROM "Audit"), {Fields} FROM "Audit" WHERE "Sequence" = 20""",
                2,
                "does not follow entry"
            },
            {
                "an entry put in, the rest moved on",
                $"""
                    UPDATE "Audit" SET "Sequence" = -"Sequence" WHERE "Sequence" > 20;
                    INSERT INTO "Audit" ("Sequence", {Fields}) SELECT 21, {Fields} FROM "Audit" WHERE "Sequence" = 20;
                    UPDATE "Audit" SET "Sequence" = 1 - "Sequence" WHERE "Sequence" < 0
                    """,
                2,
                "Entry 21 does not follow entry 20"
            },
            {
                "two entries swapped",
                """
                    UPDATE "Audit" SET "Sequence" = -1 WHERE "Sequence" = 20;
                    UPDATE "Audit" SET "Sequence" = 20 WHERE "Sequence" = 21;
                    UPDATE "Audit" SET "Sequence" = 21 WHERE "Sequence" = -1
                    """,
                2,
                "Entry 20 does not follow entry 19"
            },
            { "the tail cut", """DELETE FROM "Audit" WHERE "Sequence" > 20""", 2, "The log ends with entry 20" },
            {
                "the tail cut, and the head with it",
                """
                    DELETE FROM "Audit" WHERE "Sequence" > 20; DELETE FROM "AuditValues" WHERE "Sequence" > 20;
                    UPDATE "AuditHead" SET "Sequence" = 20, "Hash" = (SELECT "Hash" FROM "Audit" WHERE "Sequence" = 20)
                    """,
                3,
                "the log ends with entry 20"
            },
            { "a hash taken away", """UPDATE "Audit" SET "Hash" = NULL WHERE "Sequence" = 20""", 2, "Entry 20 has no hash" },
            { "the head's hash changed", """UPDATE "AuditHead" SET "Hash" = zeroblob(32)""", 2, "The head was changed" },
            { "the head set back", """UPDATE "AuditHead" SET "Sequence" = 20""", 2, "its head says 20" },
            { "the head removed", """DELETE FROM "AuditHead" """, 2, "The head of the log is missing" },
            {
                "who it was altered",
                """UPDATE "AuditValues" SET "Value" = 'person:00000000-0000-0000-0000-000000000000' WHERE "Field" = 1 AND "Value" LIKE 'person:%'""",
                2,
                "the value kept for its actor"
            },
            {
                "what was said altered",
                """UPDATE "AuditValues" SET "Value" = "Value" || '!' WHERE "Field" = 5""",
                2,
                "the value kept for its reason"
            },
            { "a salt altered", """UPDATE "AuditValues" SET "Salt" = zeroblob(32)""", 2, "is not the one that it was made with" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Log_Changed_IsFoundAndNamed(string kind, string sql, int status, string words)
    {
        await SpoilAsync(sql);

        var (found, output, error) = await VerifyAsync(["--checkpoint", .. Checkpoints]);

        Assert.True(found == status, $"{kind}: {found} {output}{error}");
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Log_AsItWasWritten_IsWholeWithEveryCheckpoint()
    {
        var (status, output, error) = await VerifyAsync(["--checkpoint", .. Checkpoints]);

        Assert.Equal((0, ""), (status, error));
        Assert.Matches(@"^The audit is whole: \d{2,} entries, [2-9]\d* checkpoints\.", output);
        Assert.Equal(0, (await VerifyAsync(["--from", "20", "--checkpoint", .. Checkpoints])).Status);
    }

    [Fact]
    public async Task Log_OfALife_NamesEveryChange()
    {
        await using var registry = await OpenAsync();
        await using var command = registry.CreateCommand();
        command.CommandText = $"""SELECT group_concat("Changes", ' ') FROM "Audit" WHERE "Action" = '{AuditChain.Unnamed}'""";

        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task Log_WhoseValuesAreErased_IsWhole()
    {
        await SpoilAsync("""DELETE FROM "AuditValues" """);

        Assert.Equal(0, (await VerifyAsync(["--checkpoint", .. Checkpoints])).Status);
    }

    [Fact]
    public async Task Log_WithOneEntryRehashed_IsFoundAtTheNext()
    {
        await RewriteAsync(from: 20, to: 20);

        var (status, _, error) = await VerifyAsync([]);

        Assert.Equal(2, status);
        Assert.StartsWith("Entry 21 does not follow entry 20", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_WrittenAnew_IsFoundByACheckpointOnly()
    {
        await RewriteAsync(from: 20, to: long.MaxValue);
        Assert.Equal(0, (await VerifyAsync([])).Status);

        var (status, _, error) = await VerifyAsync(["--checkpoint", .. Checkpoints]);

        Assert.Equal(2, status);
        Assert.Contains("is not the one of the checkpoint in", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size", "1")]
    [InlineData("hash", "\"00\"")]
    [InlineData("at", "\"2027-01-01T00:00:00+00:00\"")]
    [InlineData("origin", "\"https://elsewhere.example.edu/\"")]
    public async Task Checkpoint_Changed_IsFoundAndNamed(string field, string value)
    {
        var file = Checkpoints[0];
        var lines = await File.ReadAllLinesAsync(file, Ct);
        var line = JsonNode.Parse(lines[0])!.AsObject();
        line[field] = JsonNode.Parse(value);
        lines[0] = line.ToJsonString();
        await File.WriteAllLinesAsync(file, lines, Ct);

        var (status, _, error) = await VerifyAsync(["--checkpoint", file]);

        Assert.Equal(2, status);
        Assert.Contains("line 1: the checkpoint was changed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_OfAnotherKey_IsFoundAndNamed()
    {
        using var key = new KeyRing(Path.Combine(data, "theirs")).OpenSigningKey();
        var theirs = AuditCheckpoint.Of("http://127.0.0.1/", new() { Sequence = 1, Hash = new byte[32] }, SmallCampus.Beginning, key);
        var file = Path.Combine(data, "theirs.jsonl");
        await File.WriteAllTextAsync(file, theirs.ToLine(), Ct);

        var (status, _, error) = await VerifyAsync(["--checkpoint", file]);

        Assert.Equal(2, status);
        Assert.Contains("signed with another key", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_AsTheApiGaveThem_AreGenuineWithThePublishedKeyAlone()
    {
        var key = Path.Combine(data, "published.pem");
        await File.WriteAllTextAsync(key, life.PublishedKey, Ct);

        var (status, output, error) = await VerifyReceiptAsync(life.Receipts, "--key", key, "--data", Path.Combine(data, "nothing"));

        Assert.Equal((0, ""), (status, error));
        Assert.Equal(JsonNode.Parse(life.Receipts)!.AsArray().Count, output.Split("is genuine").Length - 1);
    }

    [Fact]
    public async Task Receipt_WithoutAnyKeyAtHand_IsCheckedWithItsOwnAndSaysSo()
    {
        var (status, _, error) = await VerifyReceiptAsync(life.Receipts, "--data", Path.Combine(data, "nothing"));

        Assert.Equal(0, status);
        Assert.Contains("--key", error, StringComparison.Ordinal);
    }

    public static TheoryData<string> ReceiptFields =>
        [.. typeof(ReceiptView).GetProperties().Select(property => Camel(property.Name)).Where(name => name is not "publicKey")];

    [Theory]
    [MemberData(nameof(ReceiptFields))]
    public async Task Receipt_WithAFieldAltered_IsFoundAndNamed(string field)
    {
        var receipt = JsonNode.Parse(life.Receipts)![0]!.AsObject();
        receipt[field] = Other(receipt[field]!);

        var (status, output, error) = await VerifyReceiptAsync(receipt.ToJsonString());

        Assert.Equal((2, ""), (status, output));
        Assert.StartsWith("Receipt ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WithAnothersSignature_IsFoundAndNamed()
    {
        var receipts = JsonNode.Parse(life.Receipts)!.AsArray();
        receipts[0]!["signature"] = receipts[1]!["signature"]!.GetValue<string>();

        var (status, _, error) = await VerifyReceiptAsync(receipts.ToJsonString());

        Assert.Equal(2, status);
        Assert.Contains("its signature is not that of its fields", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_SignedAnewWithAnotherKey_IsFoundAndNamed()
    {
        var receipt = JsonNode.Parse(life.Receipts)![0]!.Deserialize<ReceiptView>(JsonSerializerOptions.Web)!;
        using var forger = new ReceiptSigner(new KeyRing(Path.Combine(data, "theirs")));
        var forged = ReceiptView.Of(forger.Sign((receipt with { Size = 1 }).ToRow()));

        var (status, _, error) = await VerifyReceiptAsync(JsonSerializer.Serialize(forged, JsonSerializerOptions.Web));

        Assert.Equal(2, status);
        Assert.Contains("signed with another key", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is no receipt")]
    [InlineData("[]", "there is no receipt in it")]
    [InlineData("""{ "id": "2f9a2c3e-0000-4000-8000-000000000000" }""", "is no receipt")]
    public async Task Receipt_ThatIsNone_IsSaidSo(string text, string words)
    {
        var (status, _, error) = await VerifyReceiptAsync(text);

        Assert.Equal(2, status);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfTheLog_GivesTheRegistrysState()
    {
        var (status, output, error) = await CommandLine.RunAsync(AuditReplayCommand.Create(), "--data", data);

        Assert.Equal((0, ""), (status, error));
        Assert.Contains("recording 1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "Recordings" SET "State" = 'Published'""", "State is Deleted by the log, and Published in the registry")]
    [InlineData("""UPDATE "Recordings" SET "HoldReviewOn" = '2030-01-01'""", "HoldReviewOn is nothing by the log")]
    [InlineData("""UPDATE "Meetings" SET "Right" = 'given'""", "Right is taken by the log, and given in the registry")]
    [InlineData("""DELETE FROM "Receipts" """, "in the log, and not in the registry")]
    public async Task Replay_OfARegistryThatWasChanged_NamesWhatDiffers(string sql, string words)
    {
        await SpoilAsync(sql);

        var (status, output, error) = await CommandLine.RunAsync(AuditReplayCommand.Create(), "--data", data);

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "Audit" SET "Reason" = 'other' WHERE "Sequence" = 20""")]
    [InlineData("""DELETE FROM "Audit" WHERE "Sequence" = 20""")]
    [InlineData("""UPDATE "AuditHead" SET "Sequence" = 20""")]
    [InlineData("""DELETE FROM "AuditHead" """)]
    public async Task Database_WithItsGuards_RefusesTheChange(string sql)
    {
        await using var registry = await OpenAsync();
        await using var command = registry.CreateCommand();
        command.CommandText = sql;

        await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Ct));
    }

    [Fact]
    public async Task Verify_WhereThereIsNoRegistry_SaysWhereItLooked()
    {
        var (status, _, error) = await CommandLine.RunAsync(AuditVerifyCommand.Create(), "--data", Path.Combine(data, "nothing"));

        Assert.Equal(2, status);
        Assert.Contains("--data", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(data, "nothing")));
    }

    [Fact]
    public async Task Verify_OfAFileThatIsNoRegistry_SaysThatItCantBeRead()
    {
        var other = Directory.CreateDirectory(Path.Combine(data, "other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "registry.db"), new string('x', 8192), Ct);

        var (status, _, error) = await CommandLine.RunAsync(AuditVerifyCommand.Create(), "--data", other);

        Assert.Equal(2, status);
        Assert.StartsWith("The registry can't be read:", error, StringComparison.Ordinal);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonNode Other(JsonNode value) =>
        value switch
        {
            JsonArray => new JsonArray("something"),
            JsonObject authority => Renamed(authority),
            _ when value.GetValueKind() is JsonValueKind.Number => value.GetValue<long>() + 1,
            _ when Guid.TryParse(value.GetValue<string>(), out _) => Guid.Empty.ToString(),
            _ when DateTimeOffset.TryParse(value.GetValue<string>(), out var at) => at.AddSeconds(1),
            _ => value.GetValue<string>() + "x",
        };

    private static JsonObject Renamed(JsonObject authority)
    {
        var other = authority.DeepClone().AsObject();
        other["reference"] = "Another decision";
        return other;
    }

    private Task<(int Status, string Output, string Error)> VerifyAsync(string[] args) =>
        CommandLine.RunAsync(AuditVerifyCommand.Create(), ["--data", data, .. args.Length == 1 ? [] : args]);

    private async Task<(int Status, string Output, string Error)> VerifyReceiptAsync(string text, params string[] args)
    {
        var file = Path.Combine(data, "receipt.json");
        await File.WriteAllTextAsync(file, text, Ct);
        return await CommandLine.RunAsync(ReceiptVerifyCommand.Create(), [file, .. args.Length == 0 ? ["--data", data] : args]);
    }

    private async Task SpoilAsync(string sql)
    {
        await using var registry = await OpenAsync();
        await using var command = registry.CreateCommand();
        foreach (var trigger in new[] { "Audit_NoUpdate", "Audit_NoDelete", "AuditHead_OnlyForward", "AuditHead_NoDelete" })
            command.CommandText += $"DROP TRIGGER \"{trigger}\"; ";
        command.CommandText += sql;
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Ct));
    }

    /// <summary>Changes an entry, and gives it and those after it the hashes that they would have had.</summary>
    private async Task RewriteAsync(long from, long to)
    {
        await SpoilAsync($"""UPDATE "Audit" SET "Reason" = 'other' WHERE "Sequence" = {from}""");
        await using var registry = Forger.Open(Path.Combine(data, "registry.db"));
        await Forger.RehashAsync(registry, from, to, Ct);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var registry = new SqliteConnection($"Data Source={Path.Combine(data, "registry.db")};Pooling=False");
        await registry.OpenAsync(Ct);
        return registry;
    }
}
