using CanvasConnector;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Hosting;

/// <summary>The verb by which whoever runs the bot sees whether its account in Canvas does.</summary>
public sealed class CanvasCheckTests : CampusTests
{
    [Fact]
    public async Task Check_ByAnAdministratorsToken_FindsNothingMissing()
    {
        var (status, said) = await CheckAsync();

        Assert.Equal((0, true), (status, said.Contains("Nothing is known to be missing.", StringComparison.Ordinal)));
        Assert.StartsWith("The token belongs to user 1.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ByATeachersToken_NamesWhatIsMissing()
    {
        await Campus.RestartBotAsync("--Canvas:Token=campus-teacher");

        var (status, said) = await CheckAsync();

        Assert.Equal(1, status);
        Assert.Contains("missing: read_course_list", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is known", said, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Said)> CheckAsync()
    {
        await using var output = new StringWriter();
        var status = await CanvasCheckCommand.CheckAsync(Campus.Services.GetRequiredService<CanvasClient>(), output, Ct);
        return (status, output.ToString());
    }
}
