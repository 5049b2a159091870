using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>What came of an act, as the chat says it.</summary>
internal static class ActReplies
{
    /// <summary>The reply to an act.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="done">What is said when it is done.</param>
    public static ChatText Of(ActResult result, ChatText done) =>
        result is ActResult.Done ? done
        : result.Refusal is { } why ? ChatText.Of("Plain", why)
        : ChatText.Of("NotFound");
}
