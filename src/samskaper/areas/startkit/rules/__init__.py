"""Which methods fit what somebody has, and what a plan for a meeting keeps to."""
