using RecordingPolicy.Notices;

namespace RecordingPolicy.Tests.Notices;

public sealed class NoticeChangesTests
{
    [Fact]
    public void Versions_ThatSayTheSame_DifferInNothing() =>
        Assert.Empty(NoticeChanges.Between([Section("purpose", "To repeat.")], [Section("purpose", "To repeat.")]));

    [Fact]
    public void Sentence_SaidOtherwise_StandsBeforeAndNow()
    {
        var change = Assert.Single(
            NoticeChanges.Between(
                [Section("storage", "Here."), Section("purpose", "To repeat.", "Always.")],
                [Section("storage", "Here."), Section("purpose", "To see.", "Always.")]
            )
        );

        Assert.Equal(("purpose", "To repeat.", "To see."), (change.Key, Assert.Single(change.Before).En, Assert.Single(change.Now).En));
        Assert.Equal(("ändamål", "purpose"), (change.Name.Sv, change.Name.En));
    }

    [Fact]
    public void Part_ThatCameOrWent_IsTold()
    {
        var came = Assert.Single(NoticeChanges.Between([], [Section("deviations", "Elsewhere.")]));
        var went = Assert.Single(NoticeChanges.Between([Section("consent", "I consent.")], []));

        Assert.Equal((0, 1, 1, 0), (came.Before.Length, came.Now.Length, went.Before.Length, went.Now.Length));
    }

    [Fact]
    public void Words_OfAConsent_AreNotToldBesideThePartThatTheyRepeat()
    {
        var changes = NoticeChanges.Between(
            [Section("purpose", "To repeat."), Section("consent", "I consent to repeating.")],
            [Section("purpose", "To see."), Section("consent", "I consent to seeing.")]
        );
        var asked = NoticeChanges.Between(
            [Section("purpose", "To repeat.")],
            [Section("purpose", "To see."), Section("consent", "I consent.")]
        );

        Assert.Equal("purpose", Assert.Single(changes).Key);
        Assert.Equal(["purpose", "consent"], asked.Select(change => change.Key));
    }

    [Fact]
    public void Part_OfEveryNotice_HasAShortName()
    {
        string[] keys =
        [
            "deviations",
            "meeting",
            "purpose",
            "basis",
            "publication",
            "storage",
            "transfers",
            "keeps",
            "participation",
            "sensitive",
            "rights",
            "complaint",
            "controller",
            "consent",
        ];

        Assert.All(keys, key => Assert.NotEqual("", new NoticeChange(key, LocalizedText.Same(key), [], []).Name.Sv));
    }

    private static NoticeSection Section(string key, params string[] sentences) =>
        new(key, LocalizedText.Same(key), [.. sentences.Select(LocalizedText.Same)], []);
}
