using System.Text.Json.Serialization;

namespace ZoomConnector.Meetings;

/// <summary>One time that a meeting is held. Opaque: it may hold <c>/</c>, <c>+</c> and <c>=</c>; compared letter by letter.</summary>
[JsonConverter(typeof(MeetingUuidConverter))]
public readonly record struct MeetingUuid
{
    private readonly string? value;

    /// <summary>Takes the text as it is.</summary>
    /// <param name="value">The text as Zoom gave it.</param>
    /// <exception cref="ArgumentException">Empty, or longer than 255 characters.</exception>
    public MeetingUuid(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 255)
            throw new ArgumentException("A uuid has at most 255 characters.", nameof(value));
        this.value = value;
    }

    /// <summary>The text as Zoom gave it.</summary>
    public string Value => value ?? "";

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
