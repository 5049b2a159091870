using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Tests.Admin;

public sealed partial class NoticePageTests(OpenHouse house)
{
    private const string Text = "# Information\n\n## Ändamål\nFör repetition.\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "en", "Purpose")]
    [InlineData("?lang=sv", "sv", "Ändamål")]
    [InlineData("?lang=en", "en", "Purpose")]
    [InlineData("?lang=xx", "en", "Purpose")]
    public async Task Notice_ByItsLink_CanBeReadByEveryoneInBothLanguages(string query, string language, string heading)
    {
        var (link, sha256) = await PublishAsync();
        using var browser = house.Browser();

        using var answer = await browser.GetAsync(link + query, Ct);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains(sha256, page, StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Notice_ExactText_HasTheHashThatIsShown()
    {
        var (link, sha256) = await PublishAsync();
        using var nobody = house.Anonymous();

        var bytes = await nobody.GetByteArrayAsync(link + "/text", Ct);

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task Notice_RevokedUnknownOrMalformed_IsTheSame404()
    {
        var (revoked, _) = await PublishAsync(revoked: true);
        using var browser = house.Browser();
        var pages = new List<string>();

        foreach (var link in new[] { revoked, "/n/" + new string('A', 43), "/n/short" })
        {
            using var answer = await browser.GetAsync(link, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(Changing().Replace(await answer.Content.ReadAsStringAsync(Ct), ""));
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "Look whether the whole link was copied")]
    [InlineData("sv", "Se efter om hela länken kom med")]
    public async Task Notice_BehindALinkThatLeadsNowhere_SaysWhatToDo(string language, string advice)
    {
        using var browser = house.Browser(language);

        using var answer = await browser.GetAsync("/n/short", Ct);
        var page = await answer.SeenAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(advice, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
    }

    private async Task<(string Link, string Sha256)> PublishAsync(bool revoked = false)
    {
        var teacher = await house.PersonAsync("teacher");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        var notice = new NoticeSection("purpose", new("Ändamål", "Purpose"), [new("För repetition.", "To repeat.")], []);
        return await house.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var (meeting, decision) = await Sample.DecideAsync(registry, teacher, "FYSA12", new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero));
            var id = Guid.CreateVersion7();
            var row = new NoticeRow
            {
                Id = id,
                MeetingId = meeting,
                DecisionId = decision,
                Version = 1,
                TokenHash = services.GetRequiredService<NoticeLinks>().HashFor(id),
                Content = JsonSerializer.Serialize(new StoredNotice(LocalizedText.Same("Information"), [notice])),
                Text = Text,
                Message = "Information",
                Sha256 = sha256,
                PublishedAt = new(2026, 9, 6, 8, 0, 0, TimeSpan.Zero),
                RevokedAt = revoked ? new(2026, 9, 6, 9, 0, 0, TimeSpan.Zero) : null,
            };
            registry.Notices.Add(row);
            await registry.SaveChangesAsync(Ct);
            return (services.GetRequiredService<NoticeLinks>().Of(row).AbsolutePath, sha256);
        });
    }

    /// <summary>What differs from one answer to the next: the correlation id, the form's token.</summary>
    [GeneratedRegex("<code>[^<]*</code>|value=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Changing();
}
