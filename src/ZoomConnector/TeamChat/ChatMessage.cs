namespace ZoomConnector.TeamChat;

/// <summary>A message as Zoom takes it: into a channel or to a contact, one of the two.</summary>
internal sealed record ChatMessage(string Message)
{
    public string? ToChannel { get; init; }

    public string? ToContact { get; init; }
}
