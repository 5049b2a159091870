using BotConnector.Activities;
using BotConnector.DirectLine;
using BotConnector.Tests.DirectLine;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Channels;

/// <summary>The registry's store of conversations keeps what every store promises.</summary>
public sealed class RegistryDirectLineStoreTests : DirectLineStoreContract, IAsyncLifetime
{
    private readonly BotHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    protected override Task<IDirectLineStore> CreateAsync() => Task.FromResult<IDirectLineStore>(new StorePerCall(house));

    [Fact]
    public async Task Append_WithinATransactionThatFails_IsUnsaid()
    {
        var ct = TestContext.Current.CancellationToken;
        var lines = await house.WithAsync(async services =>
        {
            var store = services.GetRequiredService<IDirectLineStore>();
            var conversation = await store.ConversationOfAsync("anna", ct);
            await using (await services.GetRequiredService<RegistryContext>().Database.BeginTransactionAsync(ct))
                await store.AppendAsync(conversation.Id, Activity.Message("Det är klart."), key: null, isHandled: true, ct);
            return await store.ReadAfterAsync(conversation.Id, 0, 10, ct);
        });

        Assert.Empty(lines);
    }

    /// <summary>As in the host: each request has a unit of work of its own.</summary>
    private sealed class StorePerCall(BotHouse house) : IDirectLineStore
    {
        public Task<DirectLineConversation> ConversationOfAsync(string userId, CancellationToken ct) =>
            With(store => store.ConversationOfAsync(userId, ct));

        public Task<DirectLineConversation?> FindAsync(string conversationId, CancellationToken ct) =>
            With(store => store.FindAsync(conversationId, ct));

        public Task OpenAsync(string conversationId, CancellationToken ct) => With(store => Done(store.OpenAsync(conversationId, ct)));

        public Task<StoredActivity> AppendAsync(
            string conversationId,
            Activity activity,
            string? key,
            bool isHandled,
            CancellationToken ct
        ) => With(store => store.AppendAsync(conversationId, activity, key, isHandled, ct));

        public Task MarkHandledAsync(string conversationId, long sequence, CancellationToken ct) =>
            With(store => Done(store.MarkHandledAsync(conversationId, sequence, ct)));

        public Task<IReadOnlyList<StoredActivity>> ReadAfterAsync(string conversationId, long sequence, int limit, CancellationToken ct) =>
            With(store => store.ReadAfterAsync(conversationId, sequence, limit, ct));

        public Task<IReadOnlyList<StoredActivity>> ReadLastAsync(string conversationId, int limit, CancellationToken ct) =>
            With(store => store.ReadLastAsync(conversationId, limit, ct));

        private Task<T> With<T>(Func<IDirectLineStore, Task<T>> act) =>
            house.WithAsync(services => act(services.GetRequiredService<IDirectLineStore>()));

        private static async Task<bool> Done(Task act)
        {
            await act;
            return true;
        }
    }
}
