"""Doors of projects: the owner's adviser writes; its plan officer and the funder's reader read."""

from __future__ import annotations

from samskaper.config.doors.door import NOBODY, Door, of_a, of_both

READ = of_a("adviser", "planner", "reader")
WRITE = of_a("adviser")
DOORS: dict[str, Door] = {
    "projects:projects": Door(of_both("adviser", "leader", "planner", "reader")),
    "projects:import": Door(of_both("adviser"), of_both("adviser")),
    "projects:project": Door(READ, args=("project",)),
    "projects:edit": Door(WRITE, WRITE, args=("project",)),
    "projects:application": Door(WRITE, args=("project",)),
    "projects:accept": Door(NOBODY, WRITE, args=("project", "remark")),
    "projects:refuse": Door(WRITE, WRITE, args=("project", "remark")),
    "projects:take_back": Door(NOBODY, WRITE, args=("project", "remark")),
    "projects:activities": Door(READ, args=("project",)),
    "projects:new_activity": Door(WRITE, WRITE, args=("project",)),
    "projects:activity": Door(WRITE, WRITE, args=("activity",)),
    "projects:done": Door(NOBODY, WRITE, args=("activity",)),
    "projects:goal": Door(READ, args=("goal",)),
    "projects:measure": Door(WRITE, WRITE, args=("goal",)),
    "projects:answer": Door(WRITE, WRITE, args=("goal",)),
    "projects:number": Door(READ, args=("project", "fact")),
    "projects:disseminate": Door(WRITE, WRITE, args=("project",)),
    "projects:dissemination": Door(WRITE, WRITE, args=("dissemination",)),
    "projects:report": Door(READ, args=("project",)),
    "projects:report_pdf": Door(READ, args=("project",)),
    "projects:hand_in": Door(NOBODY, WRITE, args=("project",)),
    "projects:frozen": Door(READ, args=("project", "report")),
    "projects:frozen_pdf": Door(READ, args=("project", "report")),
}
