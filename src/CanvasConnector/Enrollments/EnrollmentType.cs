namespace CanvasConnector.Enrollments;

/// <summary>A role in a course, of Canvas's base roles.</summary>
public enum EnrollmentType
{
    Student,
    Teacher,
    Ta,
    Designer,
    Observer,
}
