using CanvasConnector.Access;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Access;

/// <summary>What a token may, held against what is wanted: granted, missing, unknown, and too much (facts: Canvas 1).</summary>
public sealed class AccessTests
{
    private const string Self = "GET /api/v1/users/self";
    private const string Own = "GET /api/v1/users/self/tokens/secre";
    private const string Rights = "GET /api/v1/accounts/1/permissions";
    private const string Courses = "GET /api/v1/accounts/1/courses";
    private const string Terms = "GET /api/v1/accounts/1/terms";
    private const string NoScope = """{"errors":[{"message":"Insufficient scopes on access token."}]}""";
    private const string NoRight = """{"status":"unauthorized","errors":[{"message":"user not authorized"}]}""";
    private const string Unlimited = """{"id":9,"user_id":1,"scopes":[]}""";
    private const string Course = """[{"id":101,"term":{"id":1},"concluded":false}]""";
    private const string Reader = """{"read_course_list":true,"read_course_content":"true","read_sis":true}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_TokenWithoutScopesAndAllRights_HasAllThatIsWanted()
    {
        await using var canvas = await StartAsync();
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.ReadLifetimes], Ct);

        Assert.True(report.IsEnough);
        Assert.Equal(("1", false), (report.User!.Id.Value, report.LeavesOutIncludes));
        Assert.All(report.Scopes.Concat(report.Rights), finding => Assert.Equal(AccessVerdict.Granted, finding.Verdict));
        Assert.Contains(report.Scopes, finding => finding.Name == "url:GET|/api/v1/courses/:course_id/sections");
        Assert.Equal(["read_course_list", "read_course_content", "read_sis"], report.Rights.Select(finding => finding.Name));
        Assert.Empty(report.SuperfluousScopes);
        Assert.Empty(report.SuperfluousRights);
    }

    [Fact]
    public async Task Check_KeyWithScopes_TellsMissingAndSuperfluousOnes()
    {
        const string scopes = """
            {"scopes":["url:GET|/api/v1/users/:id","url:GET|/api/v1/accounts/:account_id/permissions","url:GET|/api/v1/users/:user_id/tokens/:id",
            "url:GET|/api/v1/files/:file_id","url:DELETE|/api/v1/files/:id","url:DELETE|/api/v1/accounts/:account_id/users/:user_id"]}
            """;
        await using var canvas = await StartAsync(
            own: scopes,
            rights: """{"manage_files_delete":true,"manage_course_content_delete":false}"""
        );
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.RemoveFiles], Ct);

        Assert.False(report.IsEnough);
        Assert.Equal(
            ["url:DELETE|/api/v1/courses/:course_id/modules/:module_id/items/:id"],
            report.Scopes.Where(finding => finding.Verdict == AccessVerdict.Missing).Select(finding => finding.Name)
        );
        Assert.Equal(["url:DELETE|/api/v1/accounts/:account_id/users/:user_id"], report.SuperfluousScopes);
        Assert.Equal(
            [("manage_files_delete", AccessVerdict.Granted), ("manage_course_content_delete", AccessVerdict.Missing)],
            report.Rights.Select(finding => (finding.Name, finding.Verdict))
        );
    }

    [Fact]
    public async Task Check_KeyThatMayNotAskForItsScopes_TellsWhatTryingShowsAndTheRestAsUnknown()
    {
        await using var canvas = await StartAsync(own: NoScope, ownStatus: 401, terms: NoScope, termsStatus: 401);
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.ReadLifetimes], Ct);

        Assert.Equal(AccessVerdict.Granted, Verdict(report, "url:GET|/api/v1/accounts/:account_id/courses"));
        Assert.Equal(AccessVerdict.Missing, Verdict(report, "url:GET|/api/v1/accounts/:account_id/terms"));
        Assert.Equal(AccessVerdict.Unknown, Verdict(report, "url:GET|/api/v1/courses/:id"));
        Assert.False(report.IsEnough);
    }

    [Fact]
    public async Task Check_OnlyUnknowns_IsNotSaidToBeTooLittle()
    {
        await using var canvas = await StartAsync(own: """{"errors":[]}""", ownStatus: 404);
        using var client = canvas.Client();

        Assert.True((await client.CheckAsync([CanvasTask.ReadLifetimes], Ct)).IsEnough);
    }

    [Fact]
    public async Task Check_UserWithoutARoleInTheAccount_LacksEachRightButNoScope()
    {
        await using var canvas = await StartAsync(rights: NoRight, rightsStatus: 401);
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.SendMessages], Ct);

        Assert.Equal([new AccessFinding("send_messages", AccessVerdict.Missing)], report.Rights);
        Assert.Equal(AccessVerdict.Granted, Verdict(report, "url:GET|/api/v1/accounts/:account_id/permissions"));
    }

    [Fact]
    public async Task Check_KeyThatMayNotAskForRights_LeavesThemUnknown()
    {
        await using var canvas = await StartAsync(rights: NoScope, rightsStatus: 401);
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.Announce], Ct);

        Assert.Equal([new AccessFinding("moderate_forum", AccessVerdict.Unknown)], report.Rights);
        Assert.Equal(AccessVerdict.Missing, Verdict(report, "url:GET|/api/v1/accounts/:account_id/permissions"));
    }

    [Fact]
    public async Task Check_OldRightOverFiles_StandsForAllThree()
    {
        await using var canvas = await StartAsync(rights: """{"manage_files":true,"manage_course_content_delete":true}""");
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.RemoveFiles], Ct);

        Assert.Equal(AccessVerdict.Granted, report.Rights.Single(finding => finding.Name == "manage_files_delete").Verdict);
        Assert.Empty(report.SuperfluousRights);
    }

    [Fact]
    public async Task Check_RightsThatNothingWantedNeeds_AreSuperfluous()
    {
        await using var canvas = await StartAsync(
            rights: """{"moderate_forum":true,"become_user":true,"manage_sis":true,"manage_user_logins":false}"""
        );
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.Announce], Ct);

        Assert.Equal(["become_user", "manage_sis"], report.SuperfluousRights.Order(StringComparer.Ordinal));
        Assert.True(report.IsEnough);
    }

    [Theory]
    [InlineData("""[{"id":101,"concluded":false}]""", true)]
    [InlineData("""[{"id":101,"term":{"id":1}}]""", true)]
    [InlineData("[]", null)]
    public async Task Check_IncludesThatAreLeftOut_AreSeenByACourse(string courses, bool? leavesOut)
    {
        await using var canvas = await StartAsync(courses: courses);
        using var client = canvas.Client();

        var report = await client.CheckAsync([CanvasTask.ReadLifetimes], Ct);

        Assert.Equal((leavesOut, leavesOut is null), (report.LeavesOutIncludes, report.IsEnough));
    }

    [Fact]
    public async Task Check_TokenRefused_IsAFault()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            Self,
            http =>
            {
                http.Response.Headers.WWWAuthenticate = "Bearer realm=\"canvas-lms\"";
                return ScriptedCanvas.WriteAsync(http, 401, "application/json", """{"errors":[{"message":"Revoked access token."}]}""");
            }
        );
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.CheckAsync([CanvasTask.Announce], Ct));

        Assert.Equal(CanvasErrorKind.Unauthorized, fault.Kind);
    }

    [Fact]
    public async Task Check_FaultWhileAskingForTheTokensScopes_TellsNothingOfTheToken()
    {
        await using var canvas = await StartAsync(own: "{}");
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.CheckAsync([CanvasTask.Announce], Ct));

        Assert.Equal((CanvasErrorKind.Protocol, "/api/v1/users/self/tokens/own"), (fault.Kind, fault.Path));
        Assert.DoesNotContain("secre", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1098~secret-token")]
    [InlineData("secre")]
    public async Task Check_TokenOfAnotherShardOrAShortOne_IsLookedUpByItsOwnFirstLetters(string token)
    {
        await using var canvas = await StartAsync();
        using var client = canvas.Client(options => options.Token = new CanvasToken(token));

        Assert.True((await client.CheckAsync([CanvasTask.ReadLifetimes], Ct)).IsEnough);
    }

    [Theory]
    [InlineData("campus-admin", true)]
    [InlineData("campus-course-admin", false)]
    public async Task Check_InCampus_OnlyTheAdministratorMayReplaceFiles(string token, bool mayReplace)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var client = campus.Client(token);

        var report = await client.CheckAsync(Enum.GetValues<CanvasTask>(), Ct);

        Assert.Equal((mayReplace, false), (report.IsEnough, report.LeavesOutIncludes));
        Assert.Equal(mayReplace ? [] : ["become_user"], report.Rights.Where(r => r.Verdict != AccessVerdict.Granted).Select(r => r.Name));
    }

    private static AccessVerdict Verdict(AccessReport report, string scope) =>
        report.Scopes.Single(finding => finding.Name == scope).Verdict;

    private static async Task<ScriptedCanvas> StartAsync(
        string own = Unlimited,
        int ownStatus = 200,
        string rights = Reader,
        int rightsStatus = 200,
        string courses = Course,
        string terms = """{"enrollment_terms":[]}""",
        int termsStatus = 200
    )
    {
        var canvas = await ScriptedCanvas.StartAsync(Ct);
        return canvas
            .On(Self, """{"id":1,"name":"Service"}""")
            .On(Own, own, ownStatus)
            .On(Rights, rights, rightsStatus)
            .On(Courses, courses)
            .On(Terms, terms, termsStatus);
    }
}
