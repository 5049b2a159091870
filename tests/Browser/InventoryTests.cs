using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>What the data protection officer sees of old recordings, and takes in; and how they look to whoever recorded them.</summary>
public sealed class InventoryTests(Stage stage)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Inventory_OfOldRecordings_IsSeenAndTakenInByThePortion(string language, bool phone)
    {
        for (var day = 1; day <= 3; day++)
            OldFolder.Leave(stage.Recordings, new(2019, phone ? 4 : 5, day, 10, 15, 0), $"Seminarium {day} {language}");
        await stage.Doors.LaterAsync("PT3M");
        await stage.Doors.UntilAsync(
            "the old folders",
            async () => (await stage.Doors.ApiAsync("dpo", "GET /inventory")).GetProperty("recordings").GetInt32() == 3
        );
        var found = await stage.Doors.ApiAsync("dpo", "GET /inventory");
        var one = found.GetProperty("portion").GetProperty("through").GetString();
        await using (var teacher = await stage.VisitorAsync("teacher", language, phone))
        {
            await teacher.GoAsync($"/recordings/{one}");
            await teacher.Page.GetByText(Words.Page("Situation_inventory_What", language)).WaitForAsync();
            await teacher.PictureAsync($"inventory-own-{language}");
        }
        await using var officer = await stage.VisitorAsync("dpo", language, phone);
        await officer.GoAsync("/inventory");
        await officer.PictureAsync($"inventory-{language}");
        await officer.Page.GetByLabel(Words.Page("Inventory_Most", language)).FillAsync("2");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Inventory_Show", language) }).ClickAsync();
        await officer.Page.GetByLabel(Words.Page("Reason", language)).FillAsync(officer.Say("Terminen har börjat.", "The term begins."));
        await officer.CheckAsync($"inventory-portion-{language}");

        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Inventory_Take", language) }).ClickAsync();

        await officer.Page.GetByText(officer.Say("Intagna inspelningar: 2", "Recordings taken in: 2")).WaitForAsync();
        await officer.CheckAsync($"inventory-taken-{language}");
        await officer.Page.GetByLabel(Words.Page("Reason", language)).FillAsync(officer.Say("Resten.", "The rest."));
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Inventory_Take", language) }).ClickAsync();
        await officer.Page.GetByText(Words.Page("Inventory_None", language)).WaitForAsync();
        await officer.CheckAsync($"inventory-empty-{language}");
    }
}
