using System.Security.Cryptography;
using RecordingBot.Packs;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Tests.Packs;

public sealed class PackReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packs-").FullName;

    public PackReaderTests() => File.Copy(Path.Combine(ShippedPacks.Folder, "base.yaml"), Path.Combine(folder, "base.yaml"));

    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
        Directory.Delete(folder);
    }

    [Theory]
    [InlineData("extends: base\nstorages: any", 3, "storages")] // An unknown key
    [InlineData("extends: base\nkeep:\n  missingAnswer: P1D\n  log: P1D\n  ownRecords: P1D\n  all: P1D", 7, "all")]
    [InlineData("extends: base\nrules:\n  on:\n    - purpose.stated\n    - purpose.clear", 6, "purpose.clear")] // An unknown rule
    [InlineData("extends: base\nrules:\n  off: [case.closed]", 4, "case.closed")]
    [InlineData("extends: base\nrules:\n  on: [storage.approved]\n  off: [storage.approved]", 5, "storage.approved")]
    [InlineData("extends: base\nclosing: teachers", 3, "students, strict")] // An unknown value
    [InlineData("extends: base\nnormalPublication: internet", 3, "canvas-course")]
    [InlineData("extends: base\nlanguages: [sv, fi]", 3, "sv, en")]
    [InlineData("extends: base\ntimeZone: Europe/Lund", 3, "time zone")]
    [InlineData("extends: base\nlongestRetention: 2 years", 3, "ISO 8601")]
    [InlineData("extends: base\nwarnings: [P30D, soon]", 3, "ISO 8601")]
    [InlineData("extends: base\npurposeMinLength: 0", 3, "whole number from 1")]
    [InlineData("extends: base\nprivacyPolicy: http://campus.example.edu/", 3, "https://")]
    [InlineData("extends: base\nstorage:\n  - place: attic", 4, "recorder-computer")]
    [InlineData("extends: base\nstorage:\n  - place: approved-system", 4, "name")]
    [InlineData("extends: base\nstorage:\n  - place: zoom-cloud\n    country: Sweden", 5, "ISO 3166-1")]
    [InlineData("extends: base\nstorage: some", 3, "list")]
    [InlineData("extends: base\ndisposal:\n  reference: x\n  role: y\n  validFrom: 2020-02-30", 6, "2020-01-01")] // A bad date
    [InlineData("extends: base\ndisposal:\n  reference: x\n  role: y", 4, "validFrom is missing")]
    [InlineData("extends: base\ncontact: {}", 3, "email")]
    [InlineData("extends: nothing", 2, "no pack 'nothing'")]
    [InlineData("extends: own", 2, "extends this pack itself")]
    [InlineData("extends: base\nextends: base", 3, "twice")]
    [InlineData("extends: [", 3, "YAML")]
    [InlineData("extends: base\nnormalAvailability: course-lifetime", 3, "availability.course-normal")]
    public void Pack_WithMistake_IsAProblemWithItsLine(string text, int line, string reason)
    {
        var library = Read("pack: own\n" + text);

        var problem = Assert.Single(library.Problems);
        Assert.Equal("own.yaml", problem.File);
        Assert.Equal(line, problem.Line);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("own", library.Packs.Keys);
    }

    [Theory]
    [InlineData("storage:\n    - place: zoom-cloud", "storage")]
    [InlineData("publicationSystems:\n    - name: Play", "publicationSystems")]
    [InlineData("categories: [education.workshop]", "categories")]
    public void Pack_AddingWhereAnyWillDo_IsAProblem(string add, string key)
    {
        var problem = Assert.Single(Read($"pack: own\nextends: base\nadd:\n  {add}\n").Problems);

        Assert.Equal(4, problem.Line);
        Assert.Equal($"There is nothing to add to: {key} is any.", problem.Reason);
    }

    [Fact]
    public void Pack_AddingToWhatItExtends_HasBoth()
    {
        CopyShipped("boras");

        var own = Read(
            """
            pack: own
            extends: boras
            add:
              storage:
                - { place: approved-system, name: Kanalen, country: SE, privacySensitive: true }
                - { place: approved-system, name: "box:", country: IE }
              publicationSystems:
                - { name: Kanalen, privacySensitive: true }
                - { name: vibe, internet: true }
              categories: [education.workshop]
            """
        ).Packs["own"];

        Assert.Equal(8, own.Storage?.Length);
        Assert.Equal(
            ["IE"],
            own.Storage!.Value.Where(place => place.IsSamePlace(StoragePlace.ApprovedSystem, "Box")).Select(box => box.Country)
        );
        Assert.Equal(["Kanalen", "vibe", "Box"], own.PublicationSystems!.Value.Select(system => system.Name));
        Assert.Equal(8, own.Categories?.Count);
        Assert.Contains("education.lecture", own.Categories!);
        Assert.True(own.Has("recorder.student"));
    }

    [Fact]
    public void Addition_WithMistakes_HasEachNamed()
    {
        var library = Read("pack: own\nextends: base\nadd:\n  storage:\n    - place: attic\n  systems: []\n");

        Assert.Equal([5, 6], library.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Controller_FilledInInPart_NamesTheRest()
    {
        var own = Read(
            "pack: own\nextends: base\ncontroller: { name: Campus, registrationNumber: fill-in, address: Street 1, phone: fill-in, email: fill-in }"
        ).Packs["own"];

        Assert.Equal(
            ["controller.registrationNumber", "controller.phone", "controller.email"],
            own.Placeholders.Where(key => key.StartsWith("controller", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Pack_WithManyMistakes_HasThemAllToldAtOnce()
    {
        var library = Read("pack: other\nextends: base\nclosing: teachers\ntransit: long\nfoo: 1");

        Assert.Equal([1, 3, 4, 5], library.Problems.Select(problem => problem.Line).Order());
    }

    [Fact]
    public void Pack_WithoutParent_HasEachMissingKeyNamed()
    {
        var library = Read("pack: own\ntransit: P1D");

        Assert.Contains("timeZone is missing.", library.Problems.Select(problem => problem.Reason));
        Assert.DoesNotContain("transit is missing.", library.Problems.Select(problem => problem.Reason));
    }

    [Fact]
    public void Pack_ExtendingBrokenPack_DoesNotLoad()
    {
        File.WriteAllText(Path.Combine(folder, "child.yaml"), "pack: child\nextends: own\n");

        var library = Read("pack: own\nextends: base\ntransit: long");

        Assert.Equal(["base"], library.Packs.Keys);
        Assert.Equal("own.yaml", Assert.Single(library.Problems).File);
    }

    [Fact]
    public void Packs_ThatExtendEachOther_AreProblems()
    {
        File.WriteAllText(Path.Combine(folder, "second.yaml"), "pack: second\nextends: own\n");

        var library = Read("pack: own\nextends: second");

        Assert.Equal(["own.yaml", "second.yaml"], library.Problems.Select(problem => problem.File));
    }

    [Fact]
    public void Values_OfOwnPack_StandOverThoseItExtends()
    {
        var own = Read(
            "pack: own\nextends: base\nrules:\n  off: [purpose.minimised-text]\nkeepAtLeast: P1M\nconsentRoutine: none\ncontact:\n  email: recording@campus.example.edu"
        ).Packs["own"];

        Assert.Equal("P1M", own.KeepAtLeast?.ToString());
        Assert.Null(own.ConsentRoutine);
        Assert.Equal("recording@campus.example.edu", own.Contact?.Email);
        Assert.DoesNotContain("contact", own.Placeholders.AsEnumerable());
        Assert.False(own.Has("purpose.minimised-text"));
        Assert.True(own.Has("purpose.stated"));
        Assert.Equal("P2Y", own.LongestRetention.ToString());
    }

    [Fact]
    public void Edition_OfPack_IsTheHashOfItsFilesContent()
    {
        const string text = "pack: own\nextends: base\n";
        var bytes = (byte[])[.. System.Text.Encoding.UTF8.GetBytes(text), .. File.ReadAllBytes(Path.Combine(folder, "base.yaml"))];

        var first = Read(text).Packs["own"].Edition;
        File.AppendAllText(Path.Combine(folder, "base.yaml"), "# A remark\n");
        var second = Read(text).Packs["own"].Edition;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Folder_WithoutPacks_IsAProblem()
    {
        Assert.Single(PackReader.ReadFolder(Path.Combine(folder, "missing")).Problems);
    }

    private void CopyShipped(string pack) =>
        File.Copy(Path.Combine(ShippedPacks.Folder, pack + ".yaml"), Path.Combine(folder, pack + ".yaml"));

    private PackLibrary Read(string text)
    {
        File.WriteAllText(Path.Combine(folder, "own.yaml"), text);
        return PackReader.ReadFolder(folder);
    }
}
