namespace CanvasSimulator.World;

/// <summary>A thread of messages.</summary>
internal sealed class Conversation
{
    public long Id { get; set; }

    public long SenderId { get; set; }

    public List<long> Recipients { get; set; } = [];

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public string? Context { get; set; }

    public DateTimeOffset At { get; set; }
}
