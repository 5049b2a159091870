using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Tests.Orders;

public sealed class CheckedConfinedFilesTests : ConfinedFilesContract
{
    private protected override IConfinedFiles Files { get; } = new CheckedConfinedFiles();
}
