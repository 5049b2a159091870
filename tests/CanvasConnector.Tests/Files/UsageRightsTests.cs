using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Files;

/// <summary>Usage rights: whether a course demands them, and setting them (facts: Canvas 5.5).</summary>
public sealed class UsageRightsTests
{
    private const string Rights = "PUT /api/v1/courses/101/usage_rights";
    private const string Settings = "GET /api/v1/courses/101/settings";
    private static readonly CanvasId<Course> Course = new("101");
    private static readonly CanvasId<CanvasFile> File = new("7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(UseJustification.OwnCopyright, "own_copyright")]
    [InlineData(UseJustification.UsedByPermission, "used_by_permission")]
    [InlineData(UseJustification.FairUse, "fair_use")]
    [InlineData(UseJustification.PublicDomain, "public_domain")]
    [InlineData(UseJustification.CreativeCommons, "creative_commons")]
    public async Task Set_EachGround_IsSentInCanvassWord(UseJustification ground, string word)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Rights, $$"""{"use_justification":"{{word}}","file_ids":["7"],"message":"1 file updated"}""").Client();

        await client.Files.SetUsageRightsAsync(Course, File, new UsageRights(ground), Ct);

        Assert.Equal($"file_ids[]=7&usage_rights[use_justification]={word}", Uri.UnescapeDataString(canvas.Seen.Single().Body));
    }

    [Fact]
    public async Task Set_WithHolderAndLicence_SendsBothAndLeavesTheLockAlone()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Rights, """{"use_justification":"creative_commons","license":"cc_by","file_ids":[7]}""").Client();
        var rights = new UsageRights(UseJustification.CreativeCommons) { LegalCopyright = "The university", License = "cc_by" };

        await client.Files.SetUsageRightsAsync(Course, File, rights, Ct);

        var body = Uri.UnescapeDataString(canvas.Seen.Single().Body);
        Assert.Contains("usage_rights[legal_copyright]=The university&usage_rights[license]=cc_by", body, StringComparison.Ordinal);
        Assert.DoesNotContain("publish", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"use_justification":"fair_use","file_ids":[7]}""")]
    [InlineData("""{"use_justification":"own_copyright","file_ids":[8]}""")]
    [InlineData("""{"use_justification":"own_copyright","file_ids":[]}""")]
    [InlineData("""{"message":"1 file updated"}""")]
    public async Task Set_AnswerOfOtherRights_IsNotBelieved(string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Rights, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() =>
            client.Files.SetUsageRightsAsync(Course, File, new UsageRights(UseJustification.OwnCopyright), Ct)
        );

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task Unlock_WithoutTheRightsThatTheCourseDemands_IsInvalid()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        const string refusal = """{"message":"This file must have usage_rights set before it can be published."}""";
        using var client = canvas.On("PUT /api/v1/files/7", refusal, 400).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Files.UpdateAsync(File, new FileChange { Locked = false }, Ct));

        Assert.Equal(CanvasErrorKind.Invalid, fault.Kind);
    }

    [Theory]
    [InlineData("""{"usage_rights_required":true,"restrict_student_past_view":false,"hide_final_grades":false}""", true, false)]
    [InlineData("""{"usage_rights_required":false}""", false, null)]
    public async Task Settings_OfACourse_TellThreeStates(string body, bool? rights, bool? past)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Settings, body).Client();

        var settings = await client.Courses.SettingsAsync(Course, Ct);

        Assert.Equal((rights, past), (settings.UsageRightsRequired, settings.RestrictStudentPastView));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"usage_rights_required":"yes"}""")]
    public async Task Settings_AnswerOfSomethingElse_IsNotBelieved(string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Settings, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.SettingsAsync(Course, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }
}
