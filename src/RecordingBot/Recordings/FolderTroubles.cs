using Microsoft.Extensions.Options;
using RecordingAgent.Watching;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>What an agent can't read becomes a task of the computer's owner, and ends by itself when it can be read again.</summary>
public sealed class FolderTroubles(
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    People people,
    IOptions<AgentSettings> settings
)
{
    public async Task NoteAsync(FolderTrouble trouble, CancellationToken ct)
    {
        var kind = WireName.Of(trouble.Kind);
        var subject = $"folder:{trouble.DeviceId}/{trouble.RootIndex}/{trouble.RelativeFolder}#{kind}";
        if (trouble.EndedAt is not null)
        {
            await registrar.CloseTaskAsync(TaskKind.Folder, subject, "done", "agent:" + trouble.DeviceId, ct);
            await registry.SaveChangesAsync(ct);
            return;
        }

        var owner = settings.Value.Owner is { } account ? await people.FindByAccountAsync(account, ct) : null;
        var task = await registrar.OpenTaskAsync(TaskKind.Folder, subject, Role.Operator, owner?.Id, "", ct, kind, trouble.RelativeFolder);
        await registry.SaveChangesAsync(ct);
        if (task.Attempts == 0 && owner is not null)
            await messenger.TellAsync(owner.Id, new("FolderTrouble", [kind], []), ct);
    }
}
