using RecordingPolicy.Packs;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Tests.Packs;

public sealed class ShippedPacksTests
{
    [Fact]
    public void Packs_AsShipped_Load()
    {
        Assert.Empty(ShippedPacks.Library.Problems);
        Assert.Equal(["base", "example", "lund"], ShippedPacks.Library.Packs.Keys);
    }

    [Fact]
    public void Lund_Parameters_AreThoseOfTheCatalogue()
    {
        var lund = ShippedPacks.Lund;

        Assert.Equal("Lunds universitet", lund.Controller?.Name.Sv);
        Assert.Equal("202100-3211", lund.Controller?.RegistrationNumber);
        Assert.Equal(["sv", "en"], lund.Languages);
        Assert.Equal("Europe/Stockholm", lund.TimeZone.Id);
        Assert.Equal([new AllowedStorage(StoragePlace.RecorderComputer, null, null, true)], lund.Storage);
        Assert.Null(lund.Categories);
        Assert.Null(lund.PublicationSystems);
        Assert.True(lund.NormallyInCanvasCourse);
        Assert.True(lund.NormallyForCourseLifetime);
        Assert.NotNull(lund.ConsentRoutine);
        Assert.Equal("P1D", lund.Transit.ToString());
        Assert.Equal(20, lund.PurposeMinLength);
        Assert.Equal("P2Y", lund.LongestRetention.ToString());
        Assert.Equal(["P30D", "P7D", "P1D"], lund.Warnings.Select(period => period.ToString()));
        Assert.Equal("P7D", lund.MinimumWarning.ToString());
        Assert.Null(lund.KeepAtLeast);
        Assert.Equal(ClosingRule.Students, lund.Closing);
        Assert.Equal(new OpenCourseReview(CalendarPeriod.Parse("P6M"), CalendarPeriod.Parse("P3M")), lund.OpenCourseReview);
        Assert.Equal(new DisposalAuthority("LU Undervisning via Zoom", "teacher", new(2020, 1, 1)), lund.Disposal);
        Assert.Equal(CalendarPeriod.Parse("P1M"), lund.LogFollowUp.Every);
        Assert.Equal("P6M", lund.AccessReview.ToString());
        Assert.Equal(CalendarPeriod.Parse("P14D"), lund.Keep.MissingAnswer);
    }

    [Fact]
    public void Placeholders_NotFilledIn_AreNamed()
    {
        Assert.Equal(["contact", "dpo", "privacyPolicy"], ShippedPacks.Lund.Placeholders);
        Assert.Contains("controller", ShippedPacks.Library.Packs["base"].Placeholders.AsEnumerable());
    }

    [Fact]
    public void Example_ExtendsLund_WithoutItsStorageRule()
    {
        var example = ShippedPacks.Library.Packs["example"];

        Assert.False(example.Has("storage.recorder-only"));
        Assert.True(example.Has("storage.third-country"));
        Assert.True(example.Has("publication.canvas-normal"));
        Assert.Equal(ShippedPacks.Lund.Controller, example.Controller);
    }
}
