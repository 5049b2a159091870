using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Tests.Orders;

public sealed class LinuxConfinedFilesTests : ConfinedFilesContract
{
    private protected override IConfinedFiles Files { get; } = new LinuxConfinedFiles();

    [Fact]
    public void Kernel_OfThisMachine_HasTheCall() => Assert.True(LinuxConfinedFiles.IsSupported());
}
