using BotConnector.DirectLine;

namespace BotConnector.Tests.DirectLine;

public sealed class InMemoryDirectLineStoreTests : DirectLineStoreContract
{
    protected override Task<IDirectLineStore> CreateAsync() => Task.FromResult<IDirectLineStore>(new InMemoryDirectLineStore());
}
