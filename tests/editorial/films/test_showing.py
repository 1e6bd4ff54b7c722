"""A film on a method's page, its files and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samskaper.editorial.drawing import picture
from samskaper.editorial.films import manifest as lying
from samskaper.editorial.films.manifest import Rendered
from samskaper.editorial.films.shown import kit_film
from samskaper.editorial.models import MethodPage, UploadedFilm
from tests.editorial.films.files import mp4

ADDRESS = "/films/dot-voting.nb.webm"
KEPT = Rendered("source", 116.16, {"webm": 2000, "mp4": 500}, {"webm": "mark-of-webm", "mp4": "mark-of-mp4"})


@pytest.fixture(autouse=True)
def one_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A film of the kit in bokmål, as small as can be."""
    for kind, size in KEPT.sizes.items():
        (tmp_path / f"dot-voting.nb.{kind}").write_bytes(bytes(n % 251 for n in range(size)))
    monkeypatch.setattr(lying, "FILMS", tmp_path)
    monkeypatch.setattr(lying, "manifest", lambda: {"dot-voting.nb": KEPT})
    for module in ("samskaper.editorial.films.shown", "samskaper.editorial.views.films"):
        monkeypatch.setattr(f"{module}.manifest", lambda: {"dot-voting.nb": KEPT})
    yield


def page_of(slug: str, language: str = "nb") -> MethodPage:
    return MethodPage.objects.get(slug=slug, locale__language_code=language)


@pytest.mark.django_db
class TestOnThePage:
    def text(self, path: str = "/nb/dot-voting/") -> str:
        return Client().get(path).content.decode()

    def test_film_is_offered_in_two_kinds_and_waits_for_a_press(self) -> None:
        text = self.text()

        assert 'src="/films/dot-voting.nb.webm?v=mark-of-webm" type="video/webm"' in text
        assert 'src="/films/dot-voting.nb.mp4?v=mark-of-mp4" type="video/mp4"' in text
        assert 'controls preload="none"' in text and "autoplay" not in text

    def test_captions_and_what_is_seen_come_along_in_the_films_language(self) -> None:
        text = self.text()

        assert 'kind="captions" src="/films/dot-voting.nb.captions.vtt" srclang="nb"' in text
        assert 'kind="descriptions" src="/films/dot-voting.nb.descriptions.vtt"' in text

    def test_the_whole_film_can_be_read(self) -> None:
        text = self.text()

        assert "Hun som leder den, ga den ingen prikk i første runde." in text
        assert "Seks ark henger på en vegg" in text

    def test_it_can_be_taken_along_under_its_licence(self) -> None:
        text = self.text()

        assert 'download="dot-voting-nb.webm"' in text and 'download="dot-voting-nb.mp4"' in text and 'download="dot-voting-nb.vtt"' in text
        assert "CC BY 4.0" in text

    def test_the_methods_own_picture_stands_there_before_it_starts(self) -> None:
        assert 'poster="/films/dot-voting.svg"' in self.text()

    def test_a_method_without_a_film_shows_its_picture(self) -> None:
        text = self.text("/nb/pitch/")

        assert "<video" not in text
        assert str(picture("pitch")) in text

    def test_a_language_without_the_film_shows_the_picture(self) -> None:
        assert "<video" not in self.text("/da/dot-voting/")

    def test_the_film_costs_no_question(self, django_assert_num_queries: DjangoAssertNumQueries) -> None:
        with django_assert_num_queries(0):
            assert kit_film("dot-voting", "nb", "Prikkavstemning")


@pytest.mark.django_db
class TestFiles:
    def test_a_film_comes_in_pieces(self) -> None:
        answer = Client().get(ADDRESS, headers={"Range": "bytes=100-199"})

        assert (answer.status_code, answer["Content-Range"], answer["Content-Type"]) == (206, "bytes 100-199/2000", "video/webm")
        assert b"".join(answer) == bytes(n % 251 for n in range(100, 200))  # type: ignore[arg-type]

    def test_under_its_mark_it_is_kept_for_a_year(self) -> None:
        assert "immutable" in Client().get(f"{ADDRESS}?v=mark-of-webm")["Cache-Control"]
        assert Client().get(f"{ADDRESS}?v=another")["Cache-Control"] == "no-cache"

    def test_it_needs_no_cookie_and_gives_none(self) -> None:
        answer = Client().get(ADDRESS)

        assert not answer.cookies and "Cookie" not in answer.get("Vary", "")
        assert answer["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize("path", [
        "/films/dot-voting.da.webm", "/films/pitch.nb.mp4", "/films/dot-voting.sv.webm", "/films/dot-voting.nb.avi", "/films/../settings.nb.mp4",
        "/films/juggling.svg", "/films/pitch.nb.captions.vtt", "/films/1.mp4", "/films/999999999.vtt", "/films/dot-voting.nb.manifest.vtt",
    ])
    def test_what_is_not_there_is_404(self, path: str) -> None:
        assert Client().get(path, follow=True).status_code == 404

    def test_captions_are_such(self) -> None:
        answer = Client().get("/films/dot-voting.nb.captions.vtt")

        assert answer["Content-Type"].startswith("text/vtt")
        assert answer.content.startswith(b"WEBVTT\n\n00:00:")

    def test_what_is_seen_is_a_track_of_its_own(self) -> None:
        assert "Seks ark henger" in Client().get("/films/dot-voting.nb.descriptions.vtt").content.decode()

    def test_the_picture_is_a_file_too(self) -> None:
        answer = Client().get("/films/dot-voting.svg")

        assert answer["Content-Type"] == "image/svg+xml"
        assert b"<svg xmlns=" in answer.content

    def test_nothing_is_written_there(self) -> None:
        assert Client().post(ADDRESS, {"once": "a-key-of-its-own-here"}).status_code in {403, 405}


@pytest.fixture
def own_film(db: None, settings: object, tmp_path: Path) -> UploadedFilm:
    settings.MEDIA_ROOT = tmp_path / "kept"  # type: ignore[attr-defined]
    film = UploadedFilm(title="Vår egen", language="nb", transcript="Vi møttes.\n\nSå snakket vi.")
    film.mp4 = ContentFile(mp4(90), "ours.mp4")  # type: ignore[assignment]
    film.captions = ContentFile(b"WEBVTT\n\n00:01.000 --> 00:04.000\nHei\n", "ours.vtt")  # type: ignore[assignment]
    film.full_clean()
    film.save()
    return film


@pytest.mark.django_db
class TestAnEditorsOwn:
    def put_on(self, film: UploadedFilm, slug: str = "pitch") -> MethodPage:
        page = page_of(slug)
        page.film = film
        page.save()
        return page

    def test_it_is_shown_instead_of_the_kits(self, own_film: UploadedFilm) -> None:
        self.put_on(own_film, "dot-voting")
        text = Client().get("/nb/dot-voting/").content.decode()

        assert f"/films/{own_film.pk}.mp4?v={own_film.marks['mp4']}" in text and "/films/dot-voting.nb.webm" not in text
        assert "Så snakket vi." in text and 'srclang="nb" label="Teksting" default' in text

    def test_guests_get_it_when_a_published_page_shows_it(self, own_film: UploadedFilm) -> None:
        address = f"/films/{own_film.pk}.mp4"
        before = Client().get(address).status_code
        self.put_on(own_film)
        answer = Client().get(address, headers={"Range": "bytes=0-7"})

        assert (before, answer.status_code) == (404, 206)
        assert b"".join(answer)[4:] == b"ftyp"  # type: ignore[arg-type]

    def test_a_page_that_is_taken_down_takes_its_film_along(self, own_film: UploadedFilm) -> None:
        self.put_on(own_film).unpublish()

        assert Client().get(f"/films/{own_film.pk}.vtt").status_code == 404

    def test_its_captions_are_written_anew_when_they_are_handed_out(self, own_film: UploadedFilm) -> None:
        self.put_on(own_film)

        assert Client().get(f"/films/{own_film.pk}.vtt").content == b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHei\n"

    def test_what_it_does_not_have_is_404(self, own_film: UploadedFilm) -> None:
        self.put_on(own_film)

        assert [Client().get(f"/films/{own_film.pk}.{kind}").status_code for kind in ("webm", "jpg")] == [404, 404]

    def test_it_lies_under_a_name_of_ours(self, own_film: UploadedFilm) -> None:
        assert "ours" not in f"{own_film.mp4.name}{own_film.captions.name}"
        assert str(own_film) == "Vår egen (nb)"
