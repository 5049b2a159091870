using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;
using RecordingBot.Tests.Conventions;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Admin;

public sealed partial class AuditPageTests(OpenHouse house)
{
    /// <summary>The actions that the source writes down by name.</summary>
    public static TheoryData<string> Actions =>
        [
            .. House
                .Sources("src/RecordingBot")
                .SelectMany(file => Written().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["action"].Value)
                .Distinct(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_ThatIsWrittenDown_HasItsWords(string action) => Assert.NotNull(BothLanguages.Pages.Find("Audit_" + action));

    [Fact]
    public void Actions_OfTheSource_AreSeenByThisGuard() => Assert.Contains("recording.handed-over", Actions.Select(row => row.Data));

    [Fact]
    public async Task Audit_ForTheDpo_TellsInWordsWhoDidWhatToWhat()
    {
        var teacher = await house.PersonAsync("teacher");
        var recording = await house.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var row = await Sample.RecordAsync(registry, teacher, RecordingState.Registered, house.Clock.GetUtcNow());
            services
                .GetRequiredService<Registrar>()
                .Audit(Subject.Person(teacher.Id), "hold.placed", Subject.Recording(row.Id), reason: "<b>Dispute</b>");
            await registry.SaveChangesAsync(TestContext.Current.CancellationToken);
            return row.Id;
        });
        using var browser = await house.AtBrowserAsync("dpo", "en");

        var page = await browser.ReadAsync("/audit?lang=en");

        Assert.Contains("Put on hold", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/recordings/{recording}\">Recording</a>", page, StringComparison.Ordinal);
        Assert.Contains(">Teacher</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Dispute", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("Audit\\([^;]*?\"(?<action>[a-z]+\\.[a-z-]+)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Written();
}
