namespace ZoomSimulator.State;

/// <summary>An event on its way to the webhook.</summary>
internal sealed class Delivery
{
    public required string Id { get; init; }

    public required string Event { get; init; }

    /// <summary>It goes to the chatbot's address, signed with that app's secret.</summary>
    public bool ToChatbot { get; init; }

    /// <summary>The bytes to send, as text: the same at each attempt.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>A fault has kept it back once; it isn't kept back again.</summary>
    public bool HeldBack { get; set; }

    /// <summary>The last answer's status; 0 for none in time, null before the first attempt.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Null once delivered or given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }
}
