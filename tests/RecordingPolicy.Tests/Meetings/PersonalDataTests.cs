using RecordingPolicy.Meetings;

namespace RecordingPolicy.Tests.Meetings;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("811228-9874")]
    [InlineData("811228+9874")]
    [InlineData("8112289874")]
    [InlineData("19811228-9874")]
    [InlineData("198112289874")]
    [InlineData("811288-9871")] // A samordningsnummer: the day plus 60.
    [InlineData("For 811228-9874, who was ill.")]
    [InlineData("nr811228-9874x")]
    [InlineData("1-811228-9874-2")]
    [InlineData("18811228-9874")] // The century is not in the sum.
    [InlineData("20000229-9873")]
    [InlineData("000229+9873")] // Over a hundred years old.
    [InlineData("811261-9872")] // The first day of a samordningsnummer
    [InlineData("811291-9876")] // and its last.
    [InlineData("198112019875")]
    [InlineData("811231-9879")]
    [InlineData("(811228-9874)")]
    [InlineData("2026-09-07: 811228-9874")]
    public void PersonalIdentityNumber_InText_IsFound(string text) => Assert.True(PersonalData.HasPersonalIdentityNumber(text));

    [Theory]
    [InlineData("811228-9873")] // The check digit is wrong.
    [InlineData("811328-9873")] // There is no month 13.
    [InlineData("811200-9876")] // There is no day 0,
    [InlineData("811232-9878")] // no day 32,
    [InlineData("811260-9873")] // and no day 60,
    [InlineData("811292-9875")] // nor 92.
    [InlineData("17811228-9874")] // The century is not 18, 19 or 20.
    [InlineData("1811228-9874")] // A digit stands before it,
    [InlineData("811228-98741")] // or after it.
    [InlineData("811228 9874")]
    [InlineData("811228--9874")]
    public void PersonalIdentityNumber_AlmostOne_IsNotFound(string text) => Assert.False(PersonalData.HasPersonalIdentityNumber(text));

    [Theory]
    [InlineData("046-222 00 00")]
    [InlineData("+46 (0)70-123 45 67")]
    [InlineData("+46701234567")]
    [InlineData("(046) 222 00 00")]
    [InlineData("0701234567")]
    [InlineData("01234567")] // Eight digits
    [InlineData("0123456789012")] // and thirteen.
    [InlineData("046\u2011222\u00a000\u00a000")] // As a word processor writes it.
    [InlineData("046-222 00 00 eller 046-222 00 01")]
    [InlineData("Ring 2026-09-07 0701234567")]
    public void PhoneNumber_InText_IsFound(string text) => Assert.True(PersonalData.HasPhoneNumber(text));

    [Theory]
    [InlineData("0123456")] // Seven digits
    [InlineData("01234567890123")] // and fourteen.
    [InlineData("46 701 234 567")] // It starts with neither + nor 0,
    [InlineData("A0701234567")] // follows a letter,
    [InlineData("10701234567")] // a digit,
    [InlineData("-0701234567")] // a hyphen.
    [InlineData("070.123.45.67")] // Dots are not between the digits of a number.
    [InlineData("2026-09-07")]
    [InlineData("2026-09-07T08:15:00+02:00")]
    [InlineData("0123 2026-09-07 4567")] // Taking the date out joins nothing.
    public void PhoneNumber_AlmostOne_IsNotFound(string text) => Assert.False(PersonalData.HasPhoneNumber(text));

    [Theory]
    [InlineData("karin.exempel@campus.example.edu")]
    [InlineData("Skriv till karin@example.edu.")]
    [InlineData("<KARIN+lab@EXAMPLE.EDU>")]
    [InlineData("åsa@exempel-högskolan.se")]
    [InlineData("karin@xn--exempel-hgskolan-fwb.se")]
    public void EmailAddress_InText_IsFound(string text) => Assert.True(PersonalData.HasEmailAddress(text));

    [Theory]
    [InlineData("karin@localhost")]
    [InlineData("@karin")]
    [InlineData("karin @ example.edu")]
    [InlineData("5 st@10.50")]
    [InlineData("karin at example.edu")]
    public void EmailAddress_AlmostOne_IsNotFound(string text) => Assert.False(PersonalData.HasEmailAddress(text));

    [Theory]
    [InlineData("FYSA12, lecture 3, autumn 2026–2027")]
    [InlineData("Chapters 3-7, pages 110-135 and 1201-1248")]
    [InlineData("LADOK 23456, course code 7.5 hp, room E:1406, 08:15–10:00")]
    [InlineData("From 2026-09-07 to 2027-01-17, 25 000 words, 3.14159265358979")]
    [InlineData("Dnr V 2026/301, § 4; ISBN 978-91-44-13405-6")]
    [InlineData("π ≈ 3.1415926535, c = 299 792 458 m/s")]
    [InlineData("Hösten 2026, våren 2027 och läsåret 2027/2028")]
    [InlineData("1968-1975, 1914-1918, 1939-1945 och 2019-2023")]
    [InlineData("s. 8-12, 1101-1231, 2001-2012; kap. 10-12")]
    [InlineData("pp. 811228-811299")]
    [InlineData("NMVK11, FMAB20, 1DV001, TNG010, BIOR84, KEMA20-0101")]
    [InlineData("Anmälningskod LU-20190 och LU-E2134, kurstillfälle 66312, tentamen 0205")]
    [InlineData("Uppgift 01-07, övning 08, labb 03-05")]
    [InlineData("ISBN 978-0-306-40615-7, doi 10.1038/nature14539")]
    [InlineData("Kl. 08.15-10.00, sal E:1406, den 7/9 och 14/9")]
    [InlineData("Från 2026-09-07T08:15:00+02:00 till 2026-09-07T10:00:00+02:00")]
    [InlineData("v0.9.12, version 10.0.14, 0.05 mol/dm3, 0,0001 %")]
    [InlineData("Tal i basen två: 1011 0010, 128 bitar")]
    [InlineData("SFS 2018:218, SFS 2003:460, GDPR 2016/679, dnr 361-18")]
    [InlineData("Org.nr 202100-3211")] // An authority's number: its month is above 12.
    [InlineData("Träffas @ kl 10, se @kursen på Canvas")]
    public void Text_AsTeachersWrite_RaisesNoAlarm(string text) => Assert.False(PersonalData.IsIn(text));

    [Fact]
    public void Text_LongAndHostile_IsReadAtOnce()
    {
        var text = string.Concat(Enumerable.Repeat("a.b-0 + (0) 0 @a.b-", 5_000));
        Assert.False(PersonalData.HasEmailAddress(text) && PersonalData.HasPersonalIdentityNumber(text));
    }

    [Fact]
    public void WithoutPersonalTexts_OneTextHoldsAnAddress_OnlyThatTextIsDropped()
    {
        var request = Json.Request(("meeting.topic", "Write to karin@campus.example.edu"));

        var kept = request.WithoutPersonalTexts();

        Assert.Null(kept.Meeting.Topic);
        Assert.Equal(request.Purpose, kept.Purpose);
        Assert.Equal(request with { Meeting = request.Meeting with { Topic = null } }, kept);
    }
}
