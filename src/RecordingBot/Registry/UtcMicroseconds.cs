using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RecordingBot.Registry;

/// <summary>Keeps an instant as microseconds since year one, UTC: PostgreSQL's precision, so that both databases round alike.</summary>
public sealed class UtcMicroseconds()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks / 10, stored => new DateTimeOffset(stored * 10, TimeSpan.Zero));
