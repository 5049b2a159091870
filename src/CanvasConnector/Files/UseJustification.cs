namespace CanvasConnector.Files;

/// <summary>On what ground a file may be shown, in Canvas's five answers.</summary>
public enum UseJustification
{
    OwnCopyright,
    UsedByPermission,
    FairUse,
    PublicDomain,
    CreativeCommons,
}
