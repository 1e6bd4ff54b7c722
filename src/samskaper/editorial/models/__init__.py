"""Page types that editors write: home, pages of text and methods. Rendered here; others get plain dataclasses."""

from samskaper.editorial.models.films import UploadedFilm
from samskaper.editorial.models.introduction import IntroductionPage
from samskaper.editorial.models.laid import Laid
from samskaper.editorial.models.methods import MethodPage
from samskaper.editorial.models.pages import Front, HomePage, Offered, PlainPage

__all__ = ["Front", "HomePage", "IntroductionPage", "Laid", "MethodPage", "Offered", "PlainPage", "UploadedFilm"]
