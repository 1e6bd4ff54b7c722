"""Doors to people and organisations, by what somebody comes for."""
