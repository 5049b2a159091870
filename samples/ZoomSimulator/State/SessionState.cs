namespace ZoomSimulator.State;

/// <summary>A meeting while it is being held.</summary>
internal sealed class SessionState
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether the host had the right to record to the computer when it started.</summary>
    public required bool LocalRight { get; init; }

    public List<PresentPerson> Present { get; init; } = [];

    /// <summary>How many have come, again and again counted.</summary>
    public int Joined { get; set; }

    /// <summary>Null until a local recording is started.</summary>
    public LocalRecording? Local { get; set; }

    /// <summary>Null while nothing is recorded to the cloud.</summary>
    public DateTimeOffset? CloudSince { get; set; }

    /// <summary>The cloud recording is paused.</summary>
    public bool CloudPaused { get; set; }

    /// <summary>What was recorded to the cloud so far, in stretches.</summary>
    public List<CloudSegment> CloudSegments { get; init; } = [];
}
