using CanvasConnector;
using CanvasConnector.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace RecordingBot.Registry;

/// <summary>Who somebody is: accounts elsewhere, matched to persons by verified links only (design.md 3).</summary>
public sealed class People(
    RegistryContext registry,
    Registrar registrar,
    CanvasClient canvas,
    IOptions<PeopleOptions> options,
    TimeProvider clock
)
{
    /// <summary>A person by our id, with links; null if there is none.</summary>
    public Task<PersonRow?> FindAsync(Guid id, CancellationToken ct) => WithLinks.FirstOrDefaultAsync(person => person.Id == id, ct);

    /// <summary>The person behind an account elsewhere, with links; null where it is linked to nobody.</summary>
    /// <param name="kind">One of <see cref="LinkKind"/>.</param>
    /// <param name="externalId">The account's id there.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<PersonRow?> FindAsync(string kind, string externalId, CancellationToken ct) =>
        WithLinks.FirstOrDefaultAsync(person => person.Links.Any(link => link.Kind == kind && link.ExternalId == externalId), ct);

    /// <summary>
    /// Asks whose a Zoom account is that is linked to nobody: that is an administrator's to say, never a guess (design.md 3). The caller saves.
    /// </summary>
    public Task AskWhoseAsync(string zoomUserId, CancellationToken ct) =>
        registrar.OpenTaskAsync(TaskKind.Unmapped, Subject.ZoomUser(zoomUserId), Role.Operator, null, "", ct, zoomUserId);

    /// <summary>The person who signs in under this name, with links; null if there is none.</summary>
    public Task<PersonRow?> FindByAccountAsync(string account, CancellationToken ct) =>
        WithLinks.FirstOrDefaultAsync(person => person.Account == account, ct);

    /// <summary>Those who have a role and have not left, with links.</summary>
    public async Task<List<PersonRow>> WithRoleAsync(string role, CancellationToken ct)
    {
        // Roles are words in a text: the database finds candidates, the row itself decides.
        var candidates = await WithLinks.Where(person => person.LeftAt == null && person.Roles.Contains(role)).ToListAsync(ct);
        return candidates.FindAll(person => person.Has(role));
    }

    /// <summary>A course's active teachers, read from Canvas now.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas gave no list: nobody may be taken for "no teachers".</exception>
    public async Task<CourseTeachers> ActiveTeachersAsync(string courseId, CancellationToken ct)
    {
        string[] ids = [.. (await canvas.Enrollments.ListActiveTeachersAsync(new CanvasId<Course>(courseId), ct)).Select(id => id.Value)];
        var known = await WithLinks
            .Where(person => person.Links.Any(link => link.Kind == LinkKind.Canvas && ids.Contains(link.ExternalId)))
            .ToListAsync(ct);
        var linked = known.SelectMany(person => person.Links).Where(link => link.Kind == LinkKind.Canvas).Select(link => link.ExternalId);
        return new(known, [.. ids.Except(linked, StringComparer.Ordinal)]);
    }

    /// <summary>Brings the persons of the settings into the registry. Harmless when repeated; a language that a person chose stays. Nobody is removed: who is no longer there has left.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var setting in options.Value.People)
        {
            var person = await FindByAccountAsync(setting.Account, ct) ?? Add(setting);
            (person.DisplayName, person.Roles) = (setting.DisplayName, string.Join(' ', setting.Roles));
            person.Language ??= setting.Language;
            Link(person, LinkKind.Zoom, setting.ZoomUserId);
            Link(person, LinkKind.Canvas, setting.CanvasUserId);
            Link(person, LinkKind.Mail, setting.Mail);
            person.LeftAt = null;
        }
        await NoteLeftAsync(ct);
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>Whom the settings no longer name has left the institution; what colleagues let them open ends with that (<c>storage.access-granted</c>).</summary>
    private async Task NoteLeftAsync(CancellationToken ct)
    {
        string[] accounts = [.. options.Value.People.Select(person => person.Account)];
        // Settings without anybody are settings that are missing.
        if (accounts.Length == 0)
            return;
        var now = clock.GetUtcNow();
        foreach (var person in await registry.People.Where(row => row.LeftAt == null && !accounts.Contains(row.Account)).ToListAsync(ct))
        {
            person.LeftAt = now;
            registrar.Audit("settings", "person.left", Subject.Person(person.Id));
            foreach (var access in await registry.Colleagues.Where(row => row.PersonId == person.Id && row.EndedAt == null).ToListAsync(ct))
            {
                (access.EndedAt, access.DueAt) = (now, null);
                registrar.Audit(
                    "settings",
                    "access.ended",
                    Subject.Recording(access.RecordingId),
                    Subject.Person(person.Id),
                    reason: "left"
                );
            }
        }
    }

    private IQueryable<PersonRow> WithLinks => registry.People.Include(person => person.Links);

    private PersonRow Add(PersonSetting setting)
    {
        var person = new PersonRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Account = setting.Account,
            Roles = "",
        };
        registry.People.Add(person);
        registrar.Audit("settings", "person.registered", Subject.Person(person.Id));
        return person;
    }

    /// <summary>The settings' word on an account is a verified link; a changed one replaces the old.</summary>
    private void Link(PersonRow person, string kind, string? externalId)
    {
        var known = person.Links.Find(link => link.Kind == kind);
        if (string.IsNullOrWhiteSpace(externalId) || known?.ExternalId == externalId)
            return;
        if (known is not null)
            registry.PersonLinks.Remove(known);
        registry.PersonLinks.Add(
            new()
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PersonId = person.Id,
                Kind = kind,
                ExternalId = externalId,
                VerifiedAt = clock.GetUtcNow(),
            }
        );
        registrar.Audit("settings", "person.linked", Subject.Person(person.Id), after: kind);
    }
}
