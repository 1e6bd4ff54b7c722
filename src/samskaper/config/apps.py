from django.apps import AppConfig


class HouseConfig(AppConfig):
    """The house as a whole: its command line and catalogues."""

    name = "samskaper.config"
    label = "house"
