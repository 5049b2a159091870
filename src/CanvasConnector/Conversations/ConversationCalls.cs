using System.Collections.Immutable;
using CanvasConnector.Courses;
using CanvasConnector.Http;
using CanvasConnector.Users;

namespace CanvasConnector.Conversations;

/// <summary>Messages in Canvas's inbox (Conversations API).</summary>
public sealed class ConversationCalls
{
    private const int MostRecipients = 100;
    private const int LongestSubject = 255;

    private readonly CanvasSender sender;

    private readonly CanvasPager pager;

    internal ConversationCalls(CanvasSender sender, CanvasPager pager) => (this.sender, this.pager) = (sender, pager);

    /// <summary>What the token's user has sent, the newest first: whether a message whose answer was lost had gone out.</summary>
    public IAsyncEnumerable<Conversation> ListSentAsync(CancellationToken ct = default) =>
        pager.ReadAllAsync<Conversation>(CanvasCall.Get("conversations").Ask("scope", "sent"), ct);

    /// <summary>
    /// Sends a message (a subject of at most 255 characters, a plain text) to each of 1 to 100 users apart, in the
    /// course's context if one is given. It can't be taken back, and is
    /// not repeated by itself: after <see cref="Errors.CanvasErrorKind.Unavailable"/> it may have arrived.
    /// </summary>
    /// <exception cref="ArgumentException">No recipient, too many of them, or too long a subject.</exception>
    public async Task<ImmutableArray<Conversation>> SendAsync(
        IReadOnlyCollection<CanvasId<CanvasUser>> recipients,
        string subject,
        string body,
        CanvasId<Course>? course = null,
        CancellationToken ct = default
    )
    {
        if (recipients.Count is 0 or > MostRecipients)
            throw new ArgumentException("A message has 1 to 100 recipients.", nameof(recipients));
        if (subject.Length > LongestSubject)
            throw new ArgumentException("A subject has at most 255 characters.", nameof(subject));

        var call = CanvasCall
            .Post("conversations")
            .With("recipients[]", recipients.Select(recipient => recipient.Value))
            .With("subject", subject)
            .With("body", body)
            .With("force_new", "true")
            .With("group_conversation", "false")
            .With("mode", "sync");
        if (course is not null)
            call = call.With("context_code", $"course_{course}");
        return [.. await sender.ReadAsync<List<Conversation>>(call, ct)];
    }
}
