namespace CanvasSimulator.World;

/// <summary>All that this Canvas knows, as it is written to its snapshot.</summary>
internal sealed class Truth
{
    public long LastId { get; set; } = 1000;

    public List<Account> Accounts { get; set; } = [];

    public List<User> Users { get; set; } = [];

    public List<Token> Tokens { get; set; } = [];

    public List<DeveloperKey> Keys { get; set; } = [];

    public List<AuthorizationCode> Codes { get; set; } = [];

    public List<LtiTool> Tools { get; set; } = [];

    public List<LtiContentItem> ContentItems { get; set; } = [];

    public List<Term> Terms { get; set; } = [];

    /// <summary>In the order of their ids.</summary>
    public List<Course> Courses { get; set; } = [];

    public List<Section> Sections { get; set; } = [];

    public List<Enrollment> Enrollments { get; set; } = [];

    public List<Folder> Folders { get; set; } = [];

    public List<StoredFile> Files { get; set; } = [];

    public List<Module> Modules { get; set; } = [];

    public List<ModuleItem> Items { get; set; } = [];

    public List<DiscussionTopic> Topics { get; set; } = [];

    public List<MediaObject> MediaObjects { get; set; } = [];

    public List<Conversation> Conversations { get; set; } = [];

    public long NextId() => ++LastId;

    public Term TermOf(Course course) => Terms.First(term => term.Id == course.TermId);

    public Course CourseOf(StoredFile file) => Courses.First(course => course.Id == file.CourseId);

    public IEnumerable<Section> SectionsOf(Course course) => Sections.Where(section => section.CourseId == course.Id && !section.Deleted);

    public IEnumerable<Enrollment> EnrollmentsOf(Course course) => Enrollments.Where(enrollment => enrollment.CourseId == course.Id);

    public IEnumerable<Module> ModulesOf(Course course) =>
        Modules.Where(module => module.CourseId == course.Id).OrderBy(module => module.Position);

    public IEnumerable<ModuleItem> ItemsOf(Module module) => Items.Where(item => item.ModuleId == module.Id).OrderBy(item => item.Position);

    public IEnumerable<DiscussionTopic> TopicsOf(Course course) => Topics.Where(topic => topic.CourseId == course.Id && !topic.Deleted);

    /// <summary>Bytes in use; deleted files give theirs back.</summary>
    public long QuotaUsed(Course course) => Files.Where(file => file.CourseId == course.Id && file.IsAvailable).Sum(file => file.Size);
}
