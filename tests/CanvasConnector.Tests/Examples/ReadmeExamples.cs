using CanvasConnector.Access;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Folders;
using CanvasConnector.Modules;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Examples;

/// <summary>The README's examples, each a region; <see cref="ReadmeTests"/> sees to it that they are the same there.</summary>
public sealed class ReadmeExamples
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var (address, token) = (campus.Address, "campus-admin");

        #region open
        var options = new CanvasOptions { BaseUrl = address, Token = new CanvasToken(token) };
        using var canvas = new CanvasClient(options, TimeProvider.System);
        var report = await canvas.CheckAsync([CanvasTask.ReadLifetimes, CanvasTask.PublishFiles, CanvasTask.RemoveFiles]);
        var missing = report.Scopes.Concat(report.Rights).Where(finding => finding.Verdict == AccessVerdict.Missing);
        #endregion

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Courses()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var ct = Ct;

        #region courses
        var closing = new List<CourseLifetime>();
        await foreach (var course in canvas.Courses.ListForAccountAsync(new("1"), ct: ct))
        {
            var lifetime = await canvas.Courses.ReadLifetimeAsync(course.Id, ct);
            if (lifetime.Closes == CourseCloses.At) // the others never close, have closed, or cannot be told
                closing.Add(lifetime);
        }
        #endregion

        Assert.Equal(
            ["101", "102", "109876543210000001"],
            closing.Select(lifetime => lifetime.CourseId.Value).Order(StringComparer.Ordinal)
        );
        Assert.All(closing, lifetime => Assert.NotNull(lifetime.ClosesAt));
    }

    [Fact]
    public async Task PublishAndRemove()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var (course, ct) = (Campus.Physics, Ct);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], ct);
        var closesAt = (await canvas.Courses.ReadLifetimeAsync(course, ct)).ClosesAt;

        #region publish
        CanvasFolder hidden = await canvas.Folders.EnsureLockedAsync(course, "Incoming", ct);
        CanvasFolder shown = await canvas.Folders.EnsureOpenAsync(course, "Recordings", ct);
        var week5 = new FileToUpload("Week 5.mp4", new FileInfo(path).Length, "video/mp4", hidden.Id);
        CanvasFile file = await canvas.Files.UploadAsync(course, week5, () => File.OpenRead(path), ct: ct);

        if ((await canvas.Courses.SettingsAsync(course, ct)).UsageRightsRequired == true)
            await canvas.Files.SetUsageRightsAsync(course, file.Id, new UsageRights(UseJustification.OwnCopyright), ct);
        Module module = await canvas.Modules.EnsureAsync(course, "Recordings", ct);
        ModuleItem item = await canvas.Modules.AddFileAsync(course, module.Id, file.Id, "Week 5", ct);
        await canvas.Files.UpdateAsync(
            file.Id,
            new FileChange
            {
                FolderId = shown.Id,
                LockAt = new(closesAt),
                Locked = false,
            },
            ct
        );
        await canvas.Modules.PublishItemAsync(course, module.Id, item.Id, ct);
        #endregion

        File.Delete(path);
        var visible = await canvas.Files.GetAsync(file.Id, ct);
        Assert.Equal((false, closesAt, shown.Id), (visible.Locked, visible.LockAt, visible.FolderId));

        #region remove
        await canvas.Modules.DeleteItemAsync(course, module.Id, item.Id, ct);
        await canvas.Files.DeleteAsync(file.Id, ct);
        RemovalState left = await canvas.Files.ReadRemovalAsync(file, ct); // Hidden, Replaced, StillThere or Unclear
        #endregion

        Assert.Equal(RemovalState.Hidden, left);
    }

    [Fact]
    public async Task Errors()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client("campus-student");
        var (id, ct) = (Campus.Physics, Ct);
        var told = "";

        #region errors
        try
        {
            await canvas.Announcements.CreateAsync(id, "Recorded", "<p>This lecture is recorded.</p>", ct: ct);
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.Throttled)
        {
            told = $"Canvas asks for patience: {fault.RetryAfter}";
        }
        catch (CanvasException fault)
        {
            told = $"{fault.Kind} on {fault.Method} {fault.Path}"; // never a token, a name or a query
        }
        #endregion

        Assert.Equal("Forbidden on POST /api/v1/courses/101/discussion_topics", told);
    }
}
