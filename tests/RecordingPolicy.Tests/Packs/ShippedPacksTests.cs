using RecordingPolicy.Packs;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Tests.Packs;

public sealed class ShippedPacksTests
{
    [Fact]
    public void Packs_AsShipped_Load()
    {
        Assert.Empty(ShippedPacks.Library.Problems);
        Assert.Equal(["base", "boras", "example", "lund"], ShippedPacks.Library.Packs.Keys);
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
    public void Boras_Parameters_AreThoseOfTheCatalogue()
    {
        var boras = ShippedPacks.Library.Packs["boras"];

        Assert.Equal("Högskolan i Borås", boras.Controller?.Name.Sv);
        Assert.Equal("Europe/Stockholm", boras.TimeZone.Id);
        Assert.Equal(
            [
                new(StoragePlace.RecorderComputer, null, null, false),
                new(StoragePlace.Removable, null, null, false),
                new(StoragePlace.RemovableEncrypted, null, null, true),
                new(StoragePlace.ApprovedSystem, "F", "SE", true),
                new(StoragePlace.ApprovedSystem, "G", "SE", true),
                new(StoragePlace.ApprovedSystem, "Vibe", "SE", false),
                new AllowedStorage(StoragePlace.ApprovedSystem, "Box", null, false),
            ],
            boras.Storage
        );
        Assert.Equal([new PublicationSystem("Vibe", false, false), new PublicationSystem("Box", false, false)], boras.PublicationSystems);
        Assert.Equal(7, boras.Categories?.Count);
        Assert.False(boras.NormallyInCanvasCourse || boras.NormallyForCourseLifetime);
        Assert.NotNull(boras.ConsentRoutine);
        Assert.Equal("P1D", boras.Transit.ToString());
        Assert.Equal("P2Y", boras.LongestRetention.ToString());
        Assert.Equal(new DisposalAuthority("HB §17 c", "system owner", new(2018, 6, 18)), boras.Disposal);
        Assert.Equal(
            [
                "controller.registrationNumber",
                "controller.address",
                "controller.phone",
                "controller.email",
                "contact",
                "dpo",
                "privacyPolicy",
            ],
            boras.Placeholders
        );
    }

    [Fact]
    [Trait("Rule", "retention.sensitive-routine")]
    public void Unstated_WhereARuleWantsIt_IsNamed()
    {
        Assert.Equal(["sensitiveRoutine"], ShippedPacks.Library.Packs["boras"].Unstated);
        Assert.Empty(ShippedPacks.Lund.Unstated);
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
