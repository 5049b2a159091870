using System.Diagnostics;
using System.Globalization;

namespace Journey;

/// <summary>The bot alone is killed without warning and started again between any two steps of the journey: it goes on where it was.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    [Fact]
    public async Task Journey_BotKilledBetweenAnyTwoSteps_Arrives()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var campus = await CampusProcess.StartAsync("restart-campus", ct, "--only", "canvas,zoom");
        var bot = new UriBuilder(campus.Canvas!) { Port = campus.Canvas!.Port - 1 }.Uri;
        var script = await WriteRestartAsync(campus, bot, ct);

        try
        {
            Assert.Equal(0, await RestartAsync(script, ct));
            var (status, last) = await JourneyScript.RunAsync("restart-journey", campus.Control!, "bash " + script, Patience, ct);
            Assert.True(status == 0, $"The journey ended with status {status}: {last}");
        }
        finally
        {
            KillBot(campus);
        }
    }

    private static async Task<int> RestartAsync(string script, CancellationToken ct)
    {
        await using var restart = Child.Start("restart-first", new ProcessStartInfo("bash", [script]));
        return await restart.EndAsync(TimeSpan.FromMinutes(2), ct);
    }

    private static void KillBot(CampusProcess campus)
    {
        if (int.TryParse(File.ReadAllText(PidFile(campus)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            using var bot = Process.GetProcessById(id);
            bot.Kill();
            bot.WaitForExit();
        }
    }

    private static string PidFile(CampusProcess campus) => Path.Combine(campus.Folder, "bot.pid");

    /// <summary>A script that kills the bot with SIGKILL, starts it again and waits until it is ready.</summary>
    private static async Task<string> WriteRestartAsync(CampusProcess campus, Uri bot, CancellationToken ct)
    {
        string At(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
        var path = Path.Combine(campus.Folder, "restart.sh");
        var script = $$"""
            #!/usr/bin/env bash
            pid='{{PidFile(campus)}}'
            if [ -s "$pid" ]; then kill -9 "$(cat "$pid")"; fi
            nohup dotnet '{{Place.Program("src", "RecordingBot")}}' --environment=Campus '--data={{campus.Folder}}' \
              --Urls={{At(bot)}} --PublicUrl={{At(bot)}} --Canvas:BaseUrl={{At(campus.Canvas!)}} \
              --Zoom:ApiUrl={{At(campus.Zoom!)}}/v2 --Zoom:TokenUrl={{At(campus.Zoom!)}}/oauth/token --Campus:ControlUrl={{At(
                campus.Control!
            )}} \
              </dev/null >>'{{Place.Artifact("restart-bot.out")}}' 2>&1 &
            echo $! >"$pid"
            for _ in $(seq 900); do
              curl -sf --max-time 2 -o /dev/null {{At(bot)}}/health/ready && exit 0
              sleep 0.1
            done
            exit 1
            """;
        await File.WriteAllTextAsync(path, script, ct);
        return path;
    }
}
