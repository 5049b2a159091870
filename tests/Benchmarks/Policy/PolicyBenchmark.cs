using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Packs;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace Benchmarks.Policy;

/// <summary>
/// Decisions per second on one thread, by all rules of the shipped packs, with every finding's message in both languages; beside npm
/// <c>json-rules-engine</c>, which has to give the same answers to the same requests. Both work on requests that have been read already.
/// </summary>
internal static class PolicyBenchmark
{
    private const int Mixtures = 2000;
    private const int Rounds = 7;
    private const int DifferencesShown = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        var packs = PackReader.ReadFolder(Place.Built("packs")).Packs;
        (RecordingRequest Request, PolicyPack Pack)[] work = [.. RequestSet.Of(packs, Mixtures).Select(one => (one, packs[one.Pack]))];
        Decision[] decisions = [.. work.Select(one => Decider.Decide(one.Request, one.Pack))];
        await Console.Error.WriteLineAsync($"{work.Length} requests; warming up");
        Decide(work, Round);

        await using var peer = alone ? null : await PeerAsync(packs, work, decisions, ct);
        List<double> ours = [];
        List<double> theirs = [];
        for (var round = 1; round <= Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"round {round} of {Rounds}");
            ours.Add(Decide(work, Round));
            if (peer is not null)
                theirs.Add(await PeerRoundAsync(peer, ct));
        }
        return Told(work.Length, ours, theirs);
    }

    private static Report Told(int requests, List<double> ours, List<double> theirs)
    {
        IReadOnlyList<double> Row(List<double> rounds) =>
            [rounds.Median(), rounds.Min(), rounds.Max(), .. theirs is [] ? [] : new[] { rounds.Median() / theirs.Median() }];

        return new(
            "policy",
            $"Decisions per second on one thread, all rules of the packs, messages in Swedish and English included: "
                + $"{requests} requests (the cases of the tests and mixtures of them), {Rounds} rounds"
                + (theirs is [] ? "." : ", by turns; outcomes and findings were compared and are the same."),
            [
                ("decisionsPerSecond", "decisions/s"),
                ("least", "least"),
                ("most", "most"),
                .. theirs is [] ? Array.Empty<(string, string)>() : [("ratio", "ratio")],
            ],
            [
                ("RecordingPolicy", Row(ours)),
                .. theirs is [] ? Array.Empty<(string, IReadOnlyList<double>)>() : [("json-rules-engine 7.3.1", Row(theirs))],
            ]
        );
    }

    /// <summary>Decides the requests over and over, and reads what the findings say.</summary>
    /// <returns>Decisions per second.</returns>
    private static double Decide((RecordingRequest Request, PolicyPack Pack)[] work, TimeSpan time)
    {
        var (began, decided, said) = (Stopwatch.GetTimestamp(), 0L, 0L);
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            foreach (var (request, pack) in work)
            {
                foreach (var finding in Decider.Decide(request, pack).Findings)
                    said += finding.Message.Sv.Length + finding.Message.En.Length;
            }
            decided += work.Length;
        }
        var took = Stopwatch.GetElapsedTime(began);
        // What is computed and never used, a compiler may leave out.
        return said > 0 ? decided / took.TotalSeconds : throw new BenchmarkException("No finding said anything.");
    }

    private static async Task<double> PeerRoundAsync(Child peer, CancellationToken ct)
    {
        await peer.TellAsync(Round.TotalMilliseconds.ToString(CultureInfo.InvariantCulture), ct);
        return double.Parse(await peer.HearAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Starts the peer, and compares its answers.</summary>
    private static async Task<Child> PeerAsync(
        IReadOnlyDictionary<string, PolicyPack> packs,
        (RecordingRequest Request, PolicyPack Pack)[] work,
        Decision[] decisions,
        CancellationToken ct
    )
    {
        var peer = Child.Node("policy", "engine.mjs");
        try
        {
            var given = new JsonObject
            {
                ["packs"] = new JsonObject(packs.Select(pack => KeyValuePair.Create(pack.Key, (JsonNode?)PackFacts.Of(pack.Value)))),
                ["messages"] = Messages(decisions),
                ["requests"] = new JsonArray([.. work.Select(one => RequestJson.ToJson(one.Request))]),
            };
            await peer.TellAsync(given.ToJsonString(), ct);
            var answers = JsonSerializer.Deserialize<string[]>(await peer.HearAsync(ct))!;
            Compare(work, [.. decisions.Select(Answers.Of)], answers);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>What each finding says, one example of each: the peer has its messages ready, with nothing left to fill in.</summary>
    private static JsonObject Messages(Decision[] decisions) =>
        new(
            decisions
                .SelectMany(decision => decision.Findings)
                .DistinctBy(Answers.Of)
                .Select(finding =>
                    KeyValuePair.Create(
                        Answers.Of(finding),
                        (JsonNode?)new JsonObject { ["sv"] = finding.Message.Sv, ["en"] = finding.Message.En }
                    )
                )
        );

    private static void Compare((RecordingRequest Request, PolicyPack Pack)[] work, string[] ours, string[] theirs)
    {
        string[] differences =
        [
            .. work.Index()
                .Where(at => ours[at.Index] != theirs[at.Index])
                .Select(at =>
                    $"{RequestJson.ToJson(at.Item.Request).ToJsonString()}\n  ours:   {ours[at.Index]}\n  theirs: {theirs[at.Index]}"
                ),
        ];
        if (differences.Length > 0)
            throw new BenchmarkException(
                $"{differences.Length} of {work.Length} answers differ:\n{string.Join('\n', differences.Take(DifferencesShown))}"
            );
    }
}
