using System.Text.Json.Serialization;
using CanvasConnector.Json;

namespace CanvasConnector;

/// <summary>
/// A value that may be absent, null or given: three states that Canvas keeps apart. An absent key was not asked for or
/// is not shown to this caller; null means that nothing is set.
/// </summary>
[JsonConverter(typeof(FieldConverterFactory))]
public readonly record struct Field<T>
{
    public Field(T? value) => (IsSet, Value) = (true, value);

    /// <summary>Whether the key was there at all, be it with null.</summary>
    public bool IsSet { get; }

    /// <summary>The value; the default of its type while <see cref="IsSet"/> is false.</summary>
    public T? Value { get; }

    public static implicit operator Field<T>(T? value) => new(value);
}
