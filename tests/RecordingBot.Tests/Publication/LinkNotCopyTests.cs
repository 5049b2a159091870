using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Publication;

/// <summary>What the product says carries links, never a recording (<c>publication.link-not-copy</c>).</summary>
public sealed class LinkNotCopyTests : CampusTests
{
    [Fact]
    [Trait("Rule", "publication.link-not-copy")]
    [Trait("Rule", "messages.no-content")]
    public async Task Messages_OfAWholeLife_CarryNoFileAndNothingOfWhatTheMeetingWasAbout()
    {
        var recording = await Campus.PublishedAsync();
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(5));
        Assert.NotNull((await Campus.RecordingAsync(recording)).DeletedAt);

        var said = await Campus.ReadAsync(registry => registry.ConversationActivities.Select(row => row.Activity).ToListAsync(Ct));
        Assert.True(said.Count >= 3);
        Assert.All(
            said.SelectMany(activity =>
                JsonElement.Parse(activity).TryGetProperty("attachments", out var attached) ? attached.EnumerateArray() : []
            ),
            attachment =>
            {
                Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
                Assert.False(attachment.TryGetProperty("contentUrl", out _));
            }
        );
        // The purpose and the judgement are in the decision, not in what is sent out about it.
        Assert.All(said, activity => Assert.DoesNotContain("derivations", activity, StringComparison.Ordinal));
        var tasks = await Campus.ReadAsync(registry => registry.Tasks.Select(row => row.Arguments).ToListAsync(Ct));
        Assert.All(tasks, arguments => Assert.DoesNotContain("derivations", arguments, StringComparison.Ordinal));
    }
}
