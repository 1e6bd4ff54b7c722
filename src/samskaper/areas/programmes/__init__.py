"""Course series: gatherings, enrolment, attendance, actions, completion."""
