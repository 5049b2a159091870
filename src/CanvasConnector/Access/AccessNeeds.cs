namespace CanvasConnector.Access;

/// <summary>Which scopes and rights each task needs (facts: Canvas 1).</summary>
internal static class AccessNeeds
{
    public const string CourseList = "url:GET|/api/v1/accounts/:account_id/courses";
    public const string Terms = "url:GET|/api/v1/accounts/:account_id/terms";
    public const string Permissions = "url:GET|/api/v1/accounts/:account_id/permissions";
    public const string Self = "url:GET|/api/v1/users/:id";

    /// <summary>Shows a token's own scopes; without it they stay unknown, which is no fault.</summary>
    public const string OwnToken = "url:GET|/api/v1/users/:user_id/tokens/:id";

    private const string Course = "/api/v1/courses/:course_id";
    private const string Items = Course + "/modules/:module_id/items";

    /// <summary>The right that stood for all three of a file's before Canvas told them apart.</summary>
    public const string AllOfFiles = "manage_files";

    public const string BecomeUser = "become_user";

    /// <summary>Rights over people and the institution itself, which no task here needs.</summary>
    public static readonly string[] Powers =
    [
        "manage_account_settings",
        "manage_account_memberships",
        "manage_role_overrides",
        "manage_developer_keys",
        "manage_user_logins",
        "manage_sis",
    ];

    public static IEnumerable<string> Scopes(CanvasTask task) =>
        task switch
        {
            CanvasTask.ReadLifetimes =>
            [
                CourseList,
                Terms,
                "url:GET|/api/v1/courses/:id",
                $"url:GET|{Course}/sections",
                $"url:GET|{Course}/enrollments",
                $"url:GET|{Course}/settings",
                "url:GET|/api/v1/users/:user_id/courses",
            ],
            CanvasTask.PublishFiles =>
            [
                $"url:GET|{Course}/files/quota",
                $"url:POST|{Course}/files",
                "url:GET|/api/v1/files/:id",
                "url:PUT|/api/v1/files/:id",
                $"url:GET|{Course}/folders/by_path/*full_path",
                $"url:POST|{Course}/folders",
                "url:GET|/api/v1/folders/:id",
                "url:PUT|/api/v1/folders/:id",
                "url:GET|/api/v1/folders/:id/files",
                $"url:PUT|{Course}/usage_rights",
                $"url:GET|{Course}/modules",
                $"url:POST|{Course}/modules",
                $"url:PUT|{Course}/modules/:id",
                $"url:GET|{Items}",
                $"url:POST|{Items}",
                $"url:GET|{Items}/:id",
                $"url:PUT|{Items}/:id",
            ],
            CanvasTask.RemoveFiles => ["url:GET|/api/v1/files/:id", "url:DELETE|/api/v1/files/:id", $"url:DELETE|{Items}/:id"],
            CanvasTask.ReplaceFiles => ["url:GET|/api/v1/files/:id", "url:DELETE|/api/v1/files/:id"],
            CanvasTask.Announce =>
            [
                $"url:GET|{Course}/discussion_topics",
                $"url:POST|{Course}/discussion_topics",
                $"url:GET|{Course}/discussion_topics/:topic_id",
                $"url:DELETE|{Course}/discussion_topics/:topic_id",
            ],
            CanvasTask.SendMessages => [$"url:GET|{Course}/users", "url:GET|/api/v1/conversations", "url:POST|/api/v1/conversations"],
            _ => throw new ArgumentOutOfRangeException(nameof(task)),
        };

    public static IEnumerable<string> Rights(CanvasTask task) =>
        task switch
        {
            CanvasTask.ReadLifetimes => ["read_course_list", "read_course_content", "read_sis"],
            CanvasTask.PublishFiles => ["manage_files_add", "manage_files_edit", "manage_course_content_add", "manage_course_content_edit"],
            CanvasTask.RemoveFiles => ["manage_files_delete", "manage_course_content_delete"],
            CanvasTask.ReplaceFiles => ["manage_files_delete", BecomeUser],
            CanvasTask.Announce => ["moderate_forum"],
            CanvasTask.SendMessages => ["send_messages"],
            _ => throw new ArgumentOutOfRangeException(nameof(task)),
        };
}
