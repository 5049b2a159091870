using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Mail;

namespace RecordingBot.Registry;

/// <summary>
/// Sends the newest checkpoint to the data protection officers by mail, at most once a day: a copy that lies where nobody who runs the machines can change
/// it (security.md 7). Nothing where no mail server or no address is set.
/// </summary>
public sealed class CheckpointMail(IServiceScopeFactory scopes, Mailer mailer, ChatWording wording, TimeProvider clock)
    : DueOneByOne(scopes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>How long a mail server that doesn't take it is left alone.</summary>
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);

    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <inheritdoc />
    protected override async Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        if (!mailer.IsSetUp || await NewestAsync(registry, ct) is not { } newest || (await ToAsync(services, ct)).Count == 0)
            return null;
        var due = await registry.AuditCheckpoints.MaxAsync(row => row.MailedAt, ct) + Pause ?? newest.At;
        return due < notBefore ? notBefore : due;
    }

    /// <inheritdoc />
    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!(await NextDueAsync(services, ct) <= now))
            return false;
        var registry = services.GetRequiredService<RegistryContext>();
        var checkpoint = (await NewestAsync(registry, ct))!;
        var taken = false;
        foreach (var (address, language) in await ToAsync(services, ct))
            taken |= await SendAsync(checkpoint, address, language, ct) is not MailOutcome.NotGiven;
        if (taken)
            checkpoint.MailedAt = now;
        else
            notBefore = now + TryAgain;
        await registry.SaveChangesAsync(ct);
        return true;
    }

    private Task<MailOutcome> SendAsync(AuditCheckpointRow checkpoint, string address, string? language, CancellationToken ct) =>
        mailer.SendAsync(
            address,
            ChatWording.Choose(wording.Say(ChatText.Of("CheckpointSubject", checkpoint.Size)), language, " / "),
            ChatWording.Choose(wording.Say(ChatText.Of("CheckpointLetter", checkpoint.Line)), language, "\n\n"),
            Guid.CreateVersion7(clock.GetUtcNow()),
            ct
        );

    /// <summary>The newest one; null where it was sent.</summary>
    private static async Task<AuditCheckpointRow?> NewestAsync(RegistryContext registry, CancellationToken ct) =>
        await registry.AuditCheckpoints.OrderByDescending(row => row.Size).FirstOrDefaultAsync(ct) is { MailedAt: null } newest
            ? newest
            : null;

    private static async Task<List<(string Address, string? Language)>> ToAsync(IServiceProvider services, CancellationToken ct) =>
        [
            .. from officer in await services.GetRequiredService<People>().WithRoleAsync(Role.Dpo, ct)
            from link in officer.Links
            where link.Kind == LinkKind.Mail
            select (link.ExternalId, officer.Language),
        ];
}
