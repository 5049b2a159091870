using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Meetings;

/// <summary>How meetings are read; section <c>Meetings</c>.</summary>
public sealed class MeetingsOptions
{
    /// <summary>The tracking field in Zoom that holds a meeting's Canvas course id.</summary>
    [Required]
    public string CourseField { get; set; } = "Canvas course";

    /// <summary><c>just-in-time-right</c>: the right to record is given and taken; <c>observe</c>: nothing is changed in Zoom.</summary>
    [RegularExpression("just-in-time-right|observe")]
    public string Gate { get; set; } = "just-in-time-right";

    /// <summary>Nothing is changed in Zoom.</summary>
    public bool Observes => Gate == "observe";

    /// <summary>Whose right to record is ruled.</summary>
    public GovernedOptions Governed { get; set; } = new();
}
