"""Course series and what people do in them."""

from samskaper.areas.programmes.models.enrolment import (
    CONSENT_STATES,
    Attendance,
    AttendanceState,
    Consent,
    ConsentState,
    Enrolment,
    EnrolmentState,
    Group,
    GroupPlace,
    Invitation,
)
from samskaper.areas.programmes.models.practice import MAKE_UP_STATES, ActionReport, Certificate, MakeUp, MakeUpState
from samskaper.areas.programmes.models.programme import (
    Action,
    ActionKind,
    AgendaItem,
    AgendaKind,
    CompletionPart,
    CompletionRule,
    Gathering,
    GatheringKind,
    GatheringState,
    Material,
    Programme,
    ProgrammeState,
)

__all__ = [
    "CONSENT_STATES", "MAKE_UP_STATES", "Action", "ActionKind", "ActionReport", "AgendaItem", "AgendaKind", "Attendance", "AttendanceState",
    "Certificate", "CompletionPart", "CompletionRule", "Consent", "ConsentState", "Enrolment", "EnrolmentState", "Gathering",
    "GatheringKind", "GatheringState", "Group", "GroupPlace", "Invitation", "MakeUp", "MakeUpState", "Material", "Programme", "ProgrammeState",
]
