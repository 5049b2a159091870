namespace RecordingBot.Recordings.Inventory;

/// <summary>What was there before governance began and is not taken in.</summary>
/// <param name="GovernedFrom">When governance began, or begins; null where everything is governed.</param>
/// <param name="Recordings">How many recordings lie there.</param>
/// <param name="Size">How large they are together, in bytes.</param>
/// <param name="Items">Whose they are and where they lie, those who have most first; of many, the first hundred.</param>
/// <param name="Portion">What would be taken in next of whom was asked for; null where there is nothing.</param>
public sealed record InventoryView(
    DateTimeOffset? GovernedFrom,
    int Recordings,
    long Size,
    IReadOnlyList<InventoryItemView> Items,
    PortionView? Portion
);
