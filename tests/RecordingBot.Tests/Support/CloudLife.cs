using System.Text.Json;
using RecordingBot.Recordings;

namespace RecordingBot.Tests.Support;

/// <summary>Lectures that are recorded to Zoom's cloud.</summary>
internal static class CloudLife
{
    /// <summary>The meeting is held and recorded to the cloud, and all its files are ready.</summary>
    public static async Task HoldInCloudAsync(this SmallCampus campus, Lecture lecture)
    {
        await campus.BeginAsync(lecture);
        await campus.OpenCloudUnseenAsync();
        (await campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await campus.AdvanceAsync(TimeSpan.FromMinutes(40));
        await campus.EndAsync(lecture);
        await campus.AdvanceAsync(TimeSpan.FromMinutes(35));
    }

    /// <summary>The only recording that is registered in the cloud.</summary>
    public static async Task<RecordingRow> CloudRecordingAsync(this SmallCampus campus) =>
        Assert.Single(await campus.RecordingsAsync(), row => row.CloudUuid is not null);

    /// <summary>Whether Zoom has nothing left of anything that was recorded to the cloud.</summary>
    public static async Task<bool> IsCloudEmptyAsync(this SmallCampus campus) =>
        (await campus.Zoom.CloudAsync()).All(one => one.Is("deleted") && !one.Is("transcript") && !one.Is("summary"));

    /// <summary>A yes or no of what is in the cloud.</summary>
    public static bool Is(this JsonElement cloud, string what) => cloud.GetProperty(what).GetBoolean();
}
