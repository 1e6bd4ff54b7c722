"""The certificate: a tagged page of paper, and the page on which anybody can check it."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from django.urls import reverse
from django.utils import translation

from samskaper.areas.programmes import exports
from samskaper.areas.programmes.exports import certificate_pdf
from samskaper.areas.programmes.models import Certificate, Enrolment
from samskaper.areas.programmes.queries.certificates import proof_of
from samskaper.areas.programmes.views import certificates as views
from samskaper.commons.people import limits
from samskaper.foundation import clock
from samskaper.foundation.refusals import Refusal
from tests.areas.programmes.running import Series
from tests.cast import Somebody


@pytest.fixture
def certificate(series: Series, place: Enrolment) -> Certificate:
    """Staff A's certificate."""
    return Certificate.objects.create(enrolment=place, secret="s" * 32)


def check(certificate: Certificate) -> str:
    return reverse("check_certificate", args=[certificate.secret])


def opened(certificate: Certificate) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(certificate_pdf(proof_of(certificate))))


def text_of(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata() as metadata:
        return str(metadata)


def test_it_is_one_tagged_page_in_the_holders_language(certificate: Certificate) -> None:
    pdf = opened(certificate)

    assert len(pdf.pages) == 1
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nb"
    assert "/StructTreeRoot" in pdf.Root


def test_it_says_that_it_is_pdf_ua(certificate: Certificate) -> None:
    assert "pdfuaid" in text_of(opened(certificate))


def test_every_picture_has_words(certificate: Certificate) -> None:
    pdf = opened(certificate)
    figures = [item for item in _elements(pdf.Root.StructTreeRoot) if item.get("/S") == "/Figure"]

    assert figures
    assert all(item.get("/Alt") for item in figures)


def _elements(node: Any) -> list[Any]:
    children = node.get("/K", [])
    children = list(children) if isinstance(children, pikepdf.Array) else [children]
    found = [child for child in children if isinstance(child, pikepdf.Dictionary) and "/S" in child]
    return found + [deeper for child in found for deeper in _elements(child)]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_it_follows_the_holder_and_not_the_reader(certificate: Certificate, language: str) -> None:
    certificate.enrolment.person.language = language
    with translation.override("en" if language != "en" else "nb"):
        pdf = opened(certificate)

    assert str(pdf.Root.Lang) == language


def test_a_long_name_stays_on_one_page(certificate: Certificate) -> None:
    certificate.enrolment.person.name = "Karl-Johan <img src=x onerror=alert(1)> av Øvre Tverrdal og Nedre Lysvik " * 3
    certificate.enrolment.programme.title = "En kursrekke med et langt navn " * 5
    certificate.enrolment.programme.aim = "Målet er langt. " * 200

    assert len(opened(certificate).pages) == 1


def test_a_machine_without_pango_says_so(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    really = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return really(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Refusal) as refused:
        exports.certificate_pdf(proof_of(certificate))

    assert refused.value.status == 503


def test_without_pango_the_page_is_a_sentence_and_no_crash(
    certificate: Certificate, staff_a: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(proof: object) -> bytes:
        raise Refusal("no Pango here", status=503)

    monkeypatch.setattr(views, "certificate_pdf", refuse)

    answer = staff_a.client.get(reverse("programmes:certificate", args=[certificate.pk]))

    assert (answer.status_code, "no Pango here" in answer.content.decode()) == (503, True)


def test_anybody_with_the_address_can_check_it(certificate: Certificate, guest: Somebody) -> None:
    answer = guest.client.get(check(certificate))

    assert answer.status_code == 200
    assert certificate.enrolment.person.name in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"


def test_the_check_page_says_no_more_than_the_paper(certificate: Certificate, guest: Somebody) -> None:
    body = guest.client.get(check(certificate)).content.decode()

    assert certificate.enrolment.person.email not in body
    assert str(certificate.enrolment.library) not in body


def test_its_holder_can_switch_the_page_off_and_on(certificate: Certificate, staff_a: Somebody, guest: Somebody) -> None:
    switch = reverse("programmes:show_certificate", args=[certificate.pk])

    assert staff_a.client.post(switch, {"shown": "no"}).status_code == 302
    assert guest.client.get(check(certificate)).status_code == 410

    staff_a.client.post(switch, {"shown": "yes"})
    assert guest.client.get(check(certificate)).status_code == 200


@pytest.mark.parametrize("who", ["adviser_a", "leader_a", "colleague_a", "adviser_b"])
def test_nobody_else_switches_it(request: pytest.FixtureRequest, certificate: Certificate, who: str) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    answer = somebody.client.post(reverse("programmes:show_certificate", args=[certificate.pk]), {"shown": "no"})

    assert answer.status_code == 404
    certificate.refresh_from_db()
    assert certificate.shown


def test_a_withdrawn_certificate_says_that_it_no_longer_holds(certificate: Certificate, staff_a: Somebody, guest: Somebody) -> None:
    Certificate.objects.filter(pk=certificate.pk).update(withdrawn=clock.now())

    body = guest.client.get(check(certificate), headers={"Accept-Language": "en"}).content.decode()

    assert "no longer holds" in body
    assert certificate.enrolment.person.name not in body
    assert staff_a.client.get(reverse("programmes:certificate", args=[certificate.pk])).status_code == 410


def test_a_person_who_was_erased_has_no_check_page(certificate: Certificate, guest: Somebody) -> None:
    person = certificate.enrolment.person
    person.erased = clock.now()
    person.save()

    assert guest.client.get(check(certificate)).status_code == 410


def test_guessing_addresses_does_not_pay(guest: Somebody, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WRONG_SECRETS", 3)

    found = [guest.client.get(f"/k/guess-{number}/").status_code for number in range(5)]

    assert found == [410, 410, 410, 429, 429]
