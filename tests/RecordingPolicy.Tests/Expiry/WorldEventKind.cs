namespace RecordingPolicy.Tests.Expiry;

/// <summary>What can happen to a recording from outside.</summary>
internal enum WorldEventKind
{
    CourseMovesAhead,
    CourseMovesToThePast,
    CourseIsClosedByHand,
    CourseLosesItsEnd,
    CourseCanNotBeRead,
    CourseComesBack,
    FurtherCourse,
    FurtherCourseMoves,
    PlanNamesATime,
    Hold,
    HoldLifted,
    Extension,
    OwnerAsks,
    ConsentWithdrawn,
    WithdrawalSettled,
    PartCutOut,
    PublicationWanted,
    ConditionLost,
    StepsFail,
    StepsWork,
    SomebodyCanNotBeReached,
    EverybodyCanBeReached,
    CaseRecord,
    ArchiveSigned,
}
