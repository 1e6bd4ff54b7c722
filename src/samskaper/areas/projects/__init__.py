"""Development projects: the plan, the plan check, follow-up, dissemination and reports."""
