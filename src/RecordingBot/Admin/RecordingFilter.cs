using System.Globalization;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using RecordingPolicy.Packs;

namespace RecordingBot.Admin;

/// <summary>Which recordings of a list somebody wants to see. What can't be read narrows nothing, and the form shows that.</summary>
/// <param name="State">Only those in this state.</param>
/// <param name="EndsBefore">Only those that end before this day begins.</param>
/// <param name="Text">Only those with this in their topic.</param>
/// <param name="Mark">Only those with this one of <see cref="Marks"/>.</param>
public sealed record RecordingFilter(RecordingState? State, DateOnly? EndsBefore, string? Text, string? Mark)
{
    /// <summary>The marks that can be asked for.</summary>
    public static readonly IReadOnlyList<string> Marks =
    [
        RecordingMark.Unexplained,
        RecordingMark.Inventory,
        RecordingMark.Held,
        RecordingMark.Restricted,
    ];

    private const int LongestText = 100;

    /// <summary>Nothing is asked for: everything is seen.</summary>
    public bool IsEmpty => this is { State: null, EndsBefore: null, Text: null, Mark: null };

    /// <summary>The day as a date field holds it.</summary>
    public string? Day => EndsBefore?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static RecordingFilter Read(IQueryCollection query)
    {
        var (text, mark) = (Texts.Bounded(query["text"].ToString(), LongestText), query["mark"].ToString());
        return new(
            WireName.TryParse<RecordingState>(query["state"].ToString(), out var state) ? state : null,
            ApiQuery.ReadDay(query["before"]),
            text.Length == 0 ? null : text,
            Marks.Contains(mark, StringComparer.Ordinal) ? mark : null
        );
    }

    /// <summary>Those of the recordings that are asked for.</summary>
    public IQueryable<RecordingRow> Of(IQueryable<RecordingRow> all, PolicyPack pack)
    {
        if (State is { } state)
            all = all.Where(row => row.State == state);
        if (EndsBefore is { } day)
        {
            var dayBefore = pack.EndOf(day.AddDays(-1));
            all = all.Where(row => row.EndsAt <= dayBefore);
        }
        if (Text is { } text)
            all = all.Called(text);
        return Mark switch
        {
            RecordingMark.Unexplained => all.Where(row => row.Unexplained),
            RecordingMark.Inventory => all.Where(row => row.InventoriedAt != null),
            RecordingMark.Held => all.Where(row => row.HeldBy != null),
            RecordingMark.Restricted => all.Where(row => row.Restricted),
            _ => all,
        };
    }

    /// <summary>The same choices in an address, of a later portion where one is named; empty where there is nothing to say.</summary>
    public string Query(int portion = 1)
    {
        var query = QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["text"] = Text,
                ["state"] = WireName.Of(State),
                ["mark"] = Mark,
                ["before"] = Day,
                ["portion"] = portion > 1 ? portion.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(choice => choice.Value is not null)
        );
        return query.ToUriComponent();
    }
}
