namespace ZoomConnector.TeamChat;

/// <summary>A chatbot's message as Zoom takes it: from the bot, to one person.</summary>
internal sealed record ChatbotPost(string RobotJid, string ToJid, string UserJid, string AccountId, ChatbotContent Content);
