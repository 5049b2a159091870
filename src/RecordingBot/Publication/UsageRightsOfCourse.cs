using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Files;
using Microsoft.Extensions.Options;
using RecordingBot.Packs;

namespace RecordingBot.Publication;

/// <summary>Says on what ground a recording may be shown, where the course demands to know before students see a file (facts/canvas.md 5.5).</summary>
public sealed class UsageRightsOfCourse(CanvasClient canvas, ActivePack active, IOptions<PublicationOptions> options)
{
    public async Task SetAsync(CanvasId<Course> course, CanvasId<CanvasFile> file, string language, CancellationToken ct)
    {
        if ((await canvas.Courses.SettingsAsync(course, ct)).UsageRightsRequired != true)
            return;
        var holder = options.Value.LegalCopyright ?? active.Pack.Controller?.Name.In(language);
        await canvas.Files.SetUsageRightsAsync(course, file, new(options.Value.UsageRights) { LegalCopyright = holder }, ct);
    }
}
