"""Addresses of films: short, without a language before them, since the film's own is in its name."""

from django.urls import URLPattern, path, re_path

from samskaper.editorial.views import films

NAMED = r"^films/(?P<key>[a-z][a-z-]+)\.(?P<language>nb|nn|da|en)\."

urlpatterns: list[URLPattern] = [
    re_path(NAMED + r"(?P<kind>webm|mp4)$", films.kit_film, name="kit_film"),
    re_path(NAMED + r"(?P<track>captions|descriptions)\.vtt$", films.kit_track, name="kit_track"),
    re_path(r"^films/(?P<number>[0-9]{1,9})\.(?P<kind>webm|mp4|vtt|jpg)$", films.uploaded_film, name="uploaded_film"),
    path("films/<slug:key>.svg", films.kit_still, name="kit_still"),
]
