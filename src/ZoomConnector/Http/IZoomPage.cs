namespace ZoomConnector.Http;

/// <summary>One page of one of Zoom's lists.</summary>
internal interface IZoomPage<out TItem>
{
    /// <summary>What is on the page.</summary>
    IEnumerable<TItem> Items { get; }

    /// <summary>Leads to the next page, for 15 minutes; null or empty on the last.</summary>
    string? NextPageToken { get; }
}
