using RecordingAgent.Orders;
using RecordingAgent.Progress;
using RecordingAgent.Watching;
using RecordingAgent.Waveforms;

namespace RecordingAgent;

/// <summary>The server, as the agent sees it. The agent always asks; nobody calls the agent. Every call may be repeated.</summary>
public interface IRecordingServer
{
    /// <summary>Tells of a finished folder. Returns once that is durable. The same folder may come again, with new parts.</summary>
    Task<SeenAnswer> RegisterAsync(SeenRecording seen, CancellationToken ct);

    /// <summary>The open orders for a device; an order stays open until its receipt was reported.</summary>
    Task<IReadOnlyList<SignedOrder>> ReadOrdersAsync(string deviceId, CancellationToken ct);

    /// <summary>Hands in what became of an order. Returns once that is durable.</summary>
    Task ReportAsync(SignedReceipt receipt, CancellationToken ct);

    /// <summary>Tells that something can't be read, or (with <see cref="FolderTrouble.EndedAt"/>) that it can again.</summary>
    Task ReportTroubleAsync(FolderTrouble trouble, CancellationToken ct);

    /// <summary>Tells how far a long piece of work is. May fail or be lost without harm.</summary>
    Task ReportProgressAsync(WorkProgress progress, CancellationToken ct);

    /// <summary>Hands in the picture of a registered recording's sound, or tells why there is none. Returns once that is durable.</summary>
    Task ReportWaveformAsync(SeenWaveform waveform, CancellationToken ct);
}
