"""The films as text: they teach the steps in order, at a pace that can be read aloud, in four languages."""

from __future__ import annotations

import itertools
import re
import tomllib

import pytest

from samskaper.editorial.commands.kit import fields_of
from samskaper.editorial.films.actors import ACTORS
from samskaper.editorial.films.captions import plain
from samskaper.editorial.films.frames import BAND, HEIGHT, WIDTH, picture
from samskaper.editorial.films.letters import MANNERS, READING, WORDS_WIDE, layer, lines
from samskaper.editorial.films.scenes import FILMS, FPS, LANGUAGES, SPEED, Track, ease, film, films, speech

KEYS = films()
BOTH = [(key, language) for key in KEYS for language in LANGUAGES]


def test_there_are_two_films() -> None:
    assert KEYS == ["dot-voting", "exploratory-conversation"]


@pytest.mark.parametrize("key", KEYS)
def test_film_lasts_one_to_two_minutes(key: str) -> None:
    assert 60 <= film(key).seconds <= 120


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_film_shows_the_steps_of_the_method_in_order(key: str, language: str) -> None:
    shown = [scene.step for scene in film(key).scenes if scene.step]
    listed = [words.key for words in film(key).scenes[-1].words if words.manner == "list"]
    named = re.findall(r'"title": "([^"]+)"', fields_of(key, language)["steps"].encode().decode("unicode_escape"))

    assert shown == list(range(1, len(named) + 1))
    assert listed == [str(step) for step in shown]
    assert list(speech(key, language).steps) == named


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_every_text_stands_long_enough_to_be_read_aloud_slowly(key: str, language: str) -> None:
    said = speech(key, language)
    hurried = {
        f"{scene.key}.{words.key}": round(len(plain(said.of(scene, words))) / (words.ends - words.begins), 1)
        for scene in film(key).scenes for words in scene.words
        if not words.again and len(plain(said.of(scene, words))) > SPEED * (words.ends - words.begins) + 0.01
    }

    assert hurried == {}


@pytest.mark.parametrize("key", KEYS)
def test_only_one_text_is_read_at_a_time(key: str) -> None:
    for scene in film(key).scenes:
        read = sorted((words for words in scene.words if words.manner == "band"), key=lambda words: words.begins)
        assert all(one.ends <= two.begins + 1e-6 for one, two in itertools.pairwise(read))


@pytest.mark.parametrize("key", KEYS)
def test_texts_end_with_their_scene(key: str) -> None:
    for scene in film(key).scenes:
        assert all(0 <= words.begins < words.ends <= scene.seconds + 0.01 for words in scene.words), scene.key


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_every_language_says_the_same_things(key: str, language: str) -> None:
    theirs = tomllib.loads((FILMS / key / f"{language}.toml").read_text())
    ours = tomllib.loads((FILMS / key / "nb.toml").read_text())

    assert {scene: sorted(texts) for scene, texts in theirs.items()} == {scene: sorted(texts) for scene, texts in ours.items()}


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_every_text_is_used_and_every_scene_says_what_is_seen(key: str, language: str) -> None:
    said = speech(key, language)
    used = {f"{scene.key}.{words.key}" for scene in film(key).scenes for words in scene.words if words.key != "title" and words.manner != "list"}

    assert used == set(said.texts)
    assert set(said.seen) == {scene.key for scene in film(key).scenes}
    assert {words.by for scene in film(key).scenes for words in scene.words if words.by} == set(said.who)


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_texts_fit_their_two_lines(key: str, language: str) -> None:
    said = speech(key, language)
    for scene in film(key).scenes:
        for words in scene.words:
            if words.manner == "band":
                assert len(lines(said.of(scene, words), READING, 44, WORDS_WIDE - (118 if words.by else 0))) <= 2, words.key


@pytest.mark.parametrize("key", KEYS)
def test_scenes_name_what_can_be_drawn(key: str) -> None:
    scenes = film(key).scenes

    assert {thing.draw for scene in scenes for thing in scene.things} <= set(ACTORS)
    assert {words.manner for scene in scenes for words in scene.words} <= set(MANNERS)


@pytest.mark.parametrize("key", KEYS)
def test_every_moment_can_be_drawn(key: str) -> None:
    drawn = [picture(film(key), second / 2) for second in range(int(film(key).seconds * 2))]

    assert all(len(moment) > 800 for moment in drawn)
    assert not any(re.search(r"nan|inf|class=", moment) for moment in drawn)


def _luminance(colour: str) -> float:
    parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("key", KEYS)
def test_no_area_of_the_picture_flashes(key: str) -> None:
    """Large areas change from light to dark at most once a second (WCAG 2.3.1 allows three)."""
    told = film(key)
    grounds = []
    for frame in range(int(told.seconds * FPS)):
        large = re.findall(r'<rect fill="(#\w+)" x="-?[\d.]+" y="-?[\d.]+" width="1[12]\d\d" height="4\d\d"', picture(told, frame / FPS))
        grounds.append(_luminance(large[-1] if large else "#ffffff"))
    changes = [frame for frame in range(1, len(grounds)) if abs(grounds[frame] - grounds[frame - 1]) > 0.1]

    assert all(two - one >= FPS // 2 for one, two in zip(changes, changes[2:], strict=False))


@pytest.mark.parametrize(("ink", "ground"), [
    ("#ffffff", "#07303a"), ("#1c2e35", "#ffffff"), ("#1c2e35", "#f4b63f"), ("#1c2e35", "#d9e8e9"),
    ("#1c2e35", "#fae2ae"), ("#ffffff", "#0b4f60"), ("#ffffff", "#cf3b2b"),
])
def test_words_stand_out_from_their_ground(ink: str, ground: str) -> None:
    one, two = sorted((_luminance(ink), _luminance(ground)))

    assert (two + 0.05) / (one + 0.05) >= 4.5


def test_words_are_a_layer_of_the_films_size_with_what_they_say() -> None:
    told, said = film("dot-voting"), speech("dot-voting", "en")
    drawn = layer(told.scenes[1], told.scenes[1].words[:1], said)

    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in drawn and BAND < HEIGHT
    assert "Each suggestion" in drawn and "Hear the suggestions" in drawn


def test_a_word_is_struck_out_in_the_picture_and_not_in_the_text() -> None:
    told, said = film("exploratory-conversation"), speech("exploratory-conversation", "en")
    scene = next(scene for scene in told.scenes if scene.key == "agree")
    struck = [words for words in scene.words if words.key == "struck"]

    assert 'text-decoration="line-through">nobody<' in layer(scene, struck, said)
    assert plain("[nobody]") == "nobody"


def test_a_value_glides_between_its_keys_and_stays_after_the_last() -> None:
    track = Track(((1.0, 10.0), (3.0, 20.0)))

    assert [track.at(time) for time in (0, 1, 2, 3, 9)] == [10, 10, 15, 20, 20]
    assert Track(((0.0, (0.0, 0.0)), (2.0, (10.0, 20.0)))).at(1) == (5, 10)


def test_a_word_changes_at_its_key() -> None:
    track = Track(((0.0, "left"), (2.0, "both")))

    assert (track.at(1.9), track.at(2)) == ("left", "both")


def test_moving_begins_and_ends_softly() -> None:
    assert ease(0) == 0 and ease(1) == 1 and ease(0.5) == 0.5
    assert ease(0.1) < 0.1 and ease(0.9) > 0.9 and ease(7) == 1
