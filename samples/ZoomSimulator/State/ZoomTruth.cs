using System.Security.Cryptography;

namespace ZoomSimulator.State;

/// <summary>The one truth: read and changed by one caller at a time, on disk after each change.</summary>
internal sealed class ZoomTruth(StateFile file)
{
    private readonly Lock gate = new();

    private readonly ZoomState state = file.Load();

    public T Read<T>(Func<ZoomState, T> look)
    {
        lock (gate)
            return look(state);
    }

    public T Change<T>(Func<ZoomState, T> change)
    {
        lock (gate)
        {
            var result = change(state);
            file.Save(state);
            return result;
        }
    }

    public void Change(Action<ZoomState> change) =>
        Change(world =>
        {
            change(world);
            return true;
        });

    /// <summary>A new meeting's number: eleven digits, more than 32 bits hold.</summary>
    public static long NewMeetingId(ZoomState state)
    {
        long id;
        do id = 80_000_000_000 + RandomNumberGenerator.GetInt32(int.MaxValue);
        while (state.Meeting(id) is not null);
        return id;
    }

    /// <summary>A new instance's uuid. Every other one starts with a slash or holds two in a row: those need the double encoding.</summary>
    public static string NewUuid(ZoomState state)
    {
        var uuid = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return (++state.Issued % 4) switch
        {
            1 => "/" + uuid[1..],
            3 => string.Concat(uuid.AsSpan(0, 8), "//", uuid.AsSpan(10)),
            _ => uuid,
        };
    }
}
