namespace RecordingBot.Channels;

/// <summary>How a question is answered on a card.</summary>
public enum AnswerInput
{
    /// <summary>One button for each answer; a list where there are many.</summary>
    Buttons,

    /// <summary>The person's own words.</summary>
    Words,

    /// <summary>Several of a few.</summary>
    Several,

    /// <summary>One of the buttons, or a day.</summary>
    Day,

    /// <summary>One of the buttons, or one of a folded list.</summary>
    List,
}
