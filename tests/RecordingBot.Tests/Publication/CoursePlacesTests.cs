using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>What stands in the course says the course's own language, and is found again whatever it is called today.</summary>
public sealed class CoursePlacesTests : CampusTests
{
    [Theory]
    [InlineData("sv", "Inspelningar", "Inspelningar på väg in")]
    [InlineData("sv-x-k12", "Inspelningar", "Inspelningar på väg in")]
    [InlineData("en-GB", "Recordings", "Recordings on their way in")]
    public async Task Heading_AndFolders_AreInTheCoursesLanguage(string locale, string heading, string intake)
    {
        await Campus.Canvas.ChangeCourseAsync("locale", locale);
        await Campus.PublishedAsync();

        Assert.Equal([heading], await Campus.Canvas.NamesAsync("modules"));
        Assert.Equal(
            new[] { "course files", heading, intake }.Order(StringComparer.Ordinal),
            (await Campus.Canvas.NamesAsync("folders")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Heading_OfACourseThatChangesItsLanguage_StaysTheOne()
    {
        await Campus.Canvas.ChangeCourseAsync("locale", "en");
        await PublishTwoAsync(() => Campus.Canvas.ChangeCourseAsync("locale", "sv"));

        Assert.Equal(["Recordings"], await Campus.Canvas.NamesAsync("modules"));
        Assert.Equal(3, (await Campus.Canvas.NamesAsync("folders")).Length);
        Assert.Equal(2, (await Campus.Canvas.ModuleItemsAsync()).Length);
    }

    [Fact]
    public async Task Heading_ThatATeacherRenamed_IsFoundByItsId()
    {
        await PublishTwoAsync(() => Campus.Canvas.RenameModuleAsync("Our lectures"));

        Assert.Equal(["Our lectures"], await Campus.Canvas.NamesAsync("modules"));
        Assert.Equal(2, (await Campus.Canvas.ModuleItemsAsync()).Length);
    }

    [Fact]
    public async Task Rights_WhereTheCourseDemandsThem_AreSaidBeforeStudentsSeeTheFile()
    {
        await Campus.Canvas.DemandUsageRightsAsync();
        var id = await Campus.PublishedAsync();

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.True(await Campus.Canvas.StudentOpensAsync(file.Id));
        var rights = (await Campus.Canvas.FileAsync(file.Id)).GetProperty("usage_rights");
        Assert.Equal("own_copyright", rights.GetProperty("use_justification").GetString());
        Assert.Equal("Lunds universitet", rights.GetProperty("legal_copyright").GetString());
    }

    [Fact]
    public async Task Rights_WhereTheCourseDemandsNone_AreNotSaid()
    {
        await Campus.PublishedAsync();

        var file = Assert.Single(await Campus.Canvas.AvailableAsync());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await Campus.Canvas.FileAsync(file.Id)).GetProperty("usage_rights").ValueKind);
    }

    private async Task PublishTwoAsync(Func<Task> between)
    {
        await Campus.PublishedAsync("The first");
        await between();
        await Campus.PublishedAsync("The second");
    }
}
