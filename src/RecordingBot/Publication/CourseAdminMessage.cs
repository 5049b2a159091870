using CanvasConnector;
using CanvasConnector.Users;
using Microsoft.Extensions.Options;
using RecordingBot.Admin;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Publication;

/// <summary>
/// Tells the course admins in Canvas that a course has its first recording: each once. A message can't be taken back, so after a call that broke off it
/// is looked for among what was sent, by a subject that no other message of ours has.
/// </summary>
public sealed class CourseAdminMessage(
    CanvasClient canvas,
    CoursePlaces places,
    People people,
    RegistryContext registry,
    Registrar registrar,
    Why why,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    /// <summary>Tells them, unless another of the course's recordings has brought it about.</summary>
    public Task TellAsync(RecordingCase @case, CancellationToken ct) =>
        places.WithAsync(
            @case.Recording.CourseId!,
            (row, alone) => row.AdminsToldAt is null ? TellAsync(@case, row, alone) : Task.CompletedTask,
            ct
        );

    private async Task TellAsync(RecordingCase @case, CoursePlacesRow row, CancellationToken ct)
    {
        var courseId = row.CourseId;
        var subject = BothLanguages.Chat.Say("AdminsFirst_Subject", LocalizedText.Same(courseId));
        var title = ChatWording.Choose(subject, null, " / ");
        HashSet<string> reached = row.AdminsTellingAt is null ? [] : await ReachedAsync(title, ct);
        if (row.AdminsTellingAt is null)
        {
            row.AdminsTellingAt = clock.GetUtcNow();
            await registry.SaveChangesAsync(ct);
        }

        var text = Say(@case, courseId);
        var admins = await AdminsAsync(ct);
        foreach (var (admin, user) in admins.Where(one => !reached.Contains(one.User)))
            await canvas.Conversations.SendAsync(
                [new CanvasId<CanvasUser>(user)],
                title,
                ChatWording.Choose(text, admin.Language, "\n\n"),
                ct: ct
            );
        row.AdminsToldAt = clock.GetUtcNow();
        registrar.Audit("bot", "admins.told", Subject.Course(courseId), after: $"{admins.Count} admins");
    }

    private LocalizedText Say(RecordingCase @case, string courseId) =>
        BothLanguages.Chat.Say(
            "AdminsFirst",
            LocalizedText.Same(@case.Course?.Name ?? courseId),
            LocalizedText.Same(@case.Recording.Topic),
            why.Ends(@case.Recording, @case.Course),
            LocalizedText.Same(new Uri(site.Value.PublicUrl, $"/courses/{courseId}/recordings").AbsoluteUri)
        );

    private async Task<HashSet<string>> ReachedAsync(string title, CancellationToken ct)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        await foreach (var sent in canvas.Conversations.ListSentAsync(ct))
        {
            if (sent.Subject == title)
                reached.UnionWith(sent.Audience.Select(user => user.Value));
        }
        return reached;
    }

    /// <summary>Those with the role whom Canvas knows by a verified link.</summary>
    private async Task<List<(PersonRow Admin, string User)>> AdminsAsync(CancellationToken ct) =>
        [
            .. from admin in await people.WithRoleAsync(Role.CourseAdmin, ct)
            let user = admin.Links.Find(link => link.Kind == LinkKind.Canvas)?.ExternalId
            where user is not null
            select (admin, user),
        ];
}
