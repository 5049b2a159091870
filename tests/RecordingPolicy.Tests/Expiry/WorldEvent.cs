using FsCheck;
using FsCheck.Fluent;

namespace RecordingPolicy.Tests.Expiry;

/// <summary>Something that happens to a recording from outside, some time after what happened before it.</summary>
/// <param name="After">Minutes since the last event.</param>
/// <param name="What">What happens.</param>
/// <param name="Amount">How much of it: days, mostly.</param>
internal sealed record WorldEvent(int After, WorldEventKind What, int Amount)
{
    private const int MinutesADay = 1440;

    /// <summary>Whole lives: a failing one shrinks towards fewer events.</summary>
    public static Arbitrary<WorldEvent[]> Lives { get; } = LivesOf(Enum.GetValues<WorldEventKind>());

    /// <summary>Lives in which only such things happen.</summary>
    public static Arbitrary<WorldEvent[]> LivesOf(params WorldEventKind[] kinds) => Gen.ArrayOf(Any(kinds)).ToArbitrary();

    // Events come in a rush as well as months apart.
    private static Gen<WorldEvent> Any(WorldEventKind[] kinds) =>
        from gap in Gen.OneOf(Gen.Choose(0, 30), Gen.Choose(30, MinutesADay), Gen.Choose(MinutesADay, 60 * MinutesADay))
        from what in Gen.Elements(kinds)
        from amount in Gen.Choose(0, 200)
        select new WorldEvent(gap, what, amount);
}
