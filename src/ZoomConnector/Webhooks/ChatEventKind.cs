namespace ZoomConnector.Webhooks;

/// <summary>What somebody did with the chatbot.</summary>
public enum ChatEventKind
{
    /// <summary>Added it: <c>bot_installed</c>.</summary>
    Installed,

    /// <summary>Wrote to it: <c>bot_notification</c>.</summary>
    Said,

    /// <summary>Pressed a button or picked from a list: <c>interactive_message_actions</c>, <c>interactive_message_select</c>.</summary>
    Chosen,
}
