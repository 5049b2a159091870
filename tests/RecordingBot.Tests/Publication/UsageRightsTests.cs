using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Publication;

/// <summary>The institution's own ground for showing recordings.</summary>
public sealed class UsageRightsTests() : CampusTests("--Canvas:UsageRights=UsedByPermission", "--Canvas:LegalCopyright=The lecturers")
{
    [Fact]
    public async Task Rights_AsTheInstallationSaysThem_AreTaken()
    {
        await Campus.Canvas.DemandUsageRightsAsync();
        await Campus.PublishedAsync();

        var rights = (await Campus.Canvas.FileAsync(Assert.Single(await Campus.Canvas.AvailableAsync()).Id)).GetProperty("usage_rights");

        Assert.Equal(
            ("used_by_permission", "The lecturers"),
            (rights.GetProperty("use_justification").GetString(), rights.GetProperty("legal_copyright").GetString())
        );
    }
}
