namespace ZoomConnector.Http;

/// <summary>A token and the moment from which a new one is fetched: a twelfth of its life before its end, 5 of 60 minutes.</summary>
internal sealed record AccessToken(Secret Value, DateTimeOffset RenewAt, string? Scope)
{
    public static AccessToken Of(TokenAnswer answer, DateTimeOffset now) =>
        new(new Secret(answer.AccessToken), now + (TimeSpan.FromSeconds(answer.ExpiresIn) * 11 / 12), answer.Scope);

    public string Header => "Bearer " + Value.Reveal();
}
