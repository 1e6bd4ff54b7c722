"""In by a code that comes by letter, and out again."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from samskaper.commons.mail.models import Letter
from samskaper.commons.people import limits
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.models import Account, Attempt, Person
from samskaper.commons.people.views import sign_in
from samskaper.foundation import clock
from tests.cast import FormClient, Somebody

pytestmark = pytest.mark.django_db
SIGN_IN, CODE, ARRIVE = "/en/sign-in/", "/en/sign-in/code/", "/en/arrive/"


@pytest.fixture
def browser() -> FormClient:
    return FormClient()


def ask(browser: FormClient, email: str = "kari@example.org", **more: Any) -> Any:
    return browser.post(SIGN_IN, {"email": email, **more})


def code_in_letter() -> str:
    letter = Letter.objects.latest("pk")
    found = re.search(r"^(\d{4}[ -]?\d{4})$", letter.text, re.M)
    assert found, letter.text
    return found[1]


def come_in(browser: FormClient, email: str = "kari@example.org", **more: Any) -> Any:
    ask(browser, email)
    return browser.post(CODE, {"action": "verify", "code": code_in_letter(), **more})


def test_unknown_address_gets_letter_and_account(browser: FormClient) -> None:
    answer = ask(browser)
    assert answer.status_code == 302
    assert answer["Location"] == CODE
    assert Letter.objects.get().email == "kari@example.org"
    assert Account.objects.get(email="kari@example.org").persons.count() == 0


def test_known_and_unknown_address_get_the_same_answer(browser: FormClient, staff_a: Somebody) -> None:
    known = ask(browser, staff_a.person.account.email)  # type: ignore[union-attr]
    unknown = ask(FormClient(), "nobody@example.org")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Letter.objects.count() == 2


def test_closed_account_looks_the_same_and_gets_no_letter(browser: FormClient) -> None:
    Account.objects.create_user("closed@example.org", is_active=False)
    answer = ask(browser, "closed@example.org")
    assert answer["Location"] == CODE
    assert browser.get(CODE).status_code == 200
    assert not Letter.objects.exists()


def test_letter_speaks_the_language_of_the_page(browser: FormClient) -> None:
    browser.post("/da/sign-in/", {"email": "karen@example.org"})
    assert Letter.objects.get().language == "da"


def test_session_holds_only_a_digest_of_the_code(browser: FormClient) -> None:
    ask(browser)
    code = code_in_letter()
    assert code not in str(dict(browser.session))
    assert code.replace("-", "") not in str(dict(browser.session))


def test_right_code_leads_to_arrival(browser: FormClient) -> None:
    answer = come_in(browser)
    assert answer["Location"] == ARRIVE
    assert browser.session["_auth_user_id"]


@pytest.mark.parametrize("shape", ["{0}{1}", "{0} {1}", "{0}-{1}", " {0} - {1} "])
def test_code_may_be_written_with_spaces_and_dashes(browser: FormClient, shape: str) -> None:
    ask(browser)
    digits = code_in_letter().replace("-", "").replace(" ", "")
    answer = browser.post(CODE, {"action": "verify", "code": shape.format(digits[:4], digits[4:])})
    assert answer["Location"] == ARRIVE


def test_wrong_code_says_so_and_asks_again(browser: FormClient) -> None:
    ask(browser)
    answer = browser.post(CODE, {"action": "verify", "code": "1"})
    assert answer.status_code == 422
    assert "not the code" in answer.content.decode()


def test_five_wrong_codes_need_a_new_letter(browser: FormClient) -> None:
    ask(browser)
    right = code_in_letter()
    statuses = [browser.post(CODE, {"action": "verify", "code": "1"}).status_code for _ in range(5)]
    assert statuses == [422, 422, 422, 422, 302]
    assert browser.post(CODE, {"action": "verify", "code": right})["Location"] == SIGN_IN
    assert "_auth_user_id" not in browser.session


def test_wrong_code_counts_although_its_request_is_undone(browser: FormClient) -> None:
    ask(browser)
    before = Attempt.objects.filter(door="sign-in code").count()
    browser.post(CODE, {"action": "verify", "code": "1"})
    assert Attempt.objects.filter(door="sign-in code").count() == before + 1


def test_old_code_is_worth_nothing_after_a_new_letter(browser: FormClient) -> None:
    ask(browser)
    old = code_in_letter()
    browser.post(CODE, {"action": "resend"})
    assert Letter.objects.count() == 2
    assert browser.post(CODE, {"action": "verify", "code": old}).status_code == 422
    assert browser.post(CODE, {"action": "verify", "code": code_in_letter()})["Location"] == ARRIVE


def test_code_of_another_browser_does_not_fit(browser: FormClient) -> None:
    other = FormClient()
    ask(browser)
    code = code_in_letter()
    ask(other, "ola@example.org")
    assert other.post(CODE, {"action": "verify", "code": code}).status_code == 422


def test_code_page_without_sign_in_leads_back(browser: FormClient) -> None:
    assert browser.get(CODE)["Location"] == SIGN_IN


def test_code_after_a_quarter_of_an_hour_leads_back(browser: FormClient, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(browser)
    code = code_in_letter()
    session = browser.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 16 * 60
    session.save()
    assert browser.post(CODE, {"action": "verify", "code": code})["Location"] == SIGN_IN


def test_eleventh_letter_in_an_hour_is_refused(browser: FormClient) -> None:
    statuses = [ask(browser).status_code for _ in range(11)]
    assert statuses == [302] * 10 + [429]
    assert Letter.objects.count() == 10


def test_two_hundred_people_behind_one_address_get_in() -> None:
    statuses = {ask(FormClient(), f"p{number}@example.org").status_code for number in range(200)}
    assert statuses == {302}


def test_network_that_guesses_on_and_on_is_refused(browser: FormClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "TRIES_PER_NETWORK", 3)
    assert [ask(FormClient(), f"p{number}@example.org").status_code for number in range(4)] == [302, 302, 302, 429]


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("", "Write your e-mail address."),
        ("kari", "not an e-mail address"),
        ("kari@", "not an e-mail address"),
        ("\u200b\u200b", "Write your e-mail address."),
        ("x" * 10_000 + "@example.org", "not an e-mail address"),
        ("a@b.no\r\nBcc: x@y.no", "not an e-mail address"),
    ],
)
def test_bad_address_gets_a_sentence(browser: FormClient, email: str, sentence: str) -> None:
    answer = ask(browser, email)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Letter.objects.exists()


def test_address_is_found_whatever_its_case(browser: FormClient, staff_a: Somebody) -> None:
    ask(browser, staff_a.person.account.email.upper())  # type: ignore[union-attr]
    assert Account.objects.count() == 1


@pytest.mark.parametrize("place", ["/en/programmes/1/", "/nb/me/?a=b"])
def test_place_to_go_on_to_survives_the_way_in(browser: FormClient, staff_a: Somebody, place: str) -> None:
    browser.post(SIGN_IN, {"email": staff_a.person.account.email, "next": place})  # type: ignore[union-attr]
    answer = browser.post(CODE, {"action": "verify", "code": code_in_letter(), "next": place})
    assert browser.get(answer["Location"])["Location"] == place


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example/", r"/\evil.example", "javascript:alert(1)"]
)
def test_place_on_another_site_is_forgotten(browser: FormClient, staff_a: Somebody, place: str) -> None:
    browser.post(SIGN_IN, {"email": staff_a.person.account.email, "next": place})  # type: ignore[union-attr]
    answer = browser.post(CODE, {"action": "verify", "code": code_in_letter(), "next": place})
    assert "evil" not in answer["Location"]
    assert "evil" not in browser.get(ARRIVE, {"next": place})["Location"]


def test_shared_machine_forgets_when_the_browser_closes(browser: FormClient, staff_a: Somebody) -> None:
    ask(browser, staff_a.person.account.email, shared_machine="on")  # type: ignore[union-attr]
    browser.post(CODE, {"action": "verify", "code": code_in_letter()})
    browser.get(ARRIVE)
    assert browser.session["shared_machine"] is True
    assert browser.session.get_expire_at_browser_close()
    assert "data-shared-machine" in browser.get("/en/me/").content.decode()


def test_machine_is_not_shared_unless_said(browser: FormClient, staff_a: Somebody) -> None:
    come_in(browser, staff_a.person.account.email)  # type: ignore[union-attr]
    browser.get(ARRIVE)
    assert not browser.session.get_expire_at_browser_close()
    assert "data-shared-machine" not in browser.get("/en/me/").content.decode()


def test_page_that_needs_somebody_leads_in_and_back(browser: FormClient) -> None:
    answer = browser.get("/en/me/")
    assert answer.status_code == 302
    assert answer["Location"] == f"{SIGN_IN}?next=/en/me/"


def test_form_of_an_expired_session_says_where_to_sign_in(browser: FormClient) -> None:
    answer = browser.post("/en/me/", {"name": "Kari"}, HTTP_REFERER="http://testserver/en/me/?x=1")
    assert answer.status_code == 401
    assert "/en/sign-in/?next=%2Fen%2Fme%2F%3Fx%3D1" in answer.content.decode()


def test_signing_out_takes_a_press(staff_a: Somebody) -> None:
    assert staff_a.client.get("/en/sign-out/").status_code == 200
    assert staff_a.client.session["_auth_user_id"]
    answer = staff_a.client.post("/en/sign-out/")
    assert answer["Location"] == "/en/signed-out/"
    assert "_auth_user_id" not in staff_a.client.session
    assert SESSION_KEY not in staff_a.client.session


def test_signed_out_page_wipes_what_was_half_written(browser: FormClient) -> None:
    assert "data-wipe-drafts" in browser.get("/en/signed-out/").content.decode()


def test_whoever_is_in_goes_on(staff_a: Somebody) -> None:
    assert staff_a.client.get(SIGN_IN)["Location"].startswith(ARRIVE)


def test_address_can_be_written_anew_while_a_code_is_under_way(browser: FormClient) -> None:
    ask(browser, "kaari@example.org")
    assert browser.get(SIGN_IN).status_code == 200
    come_in(browser, "kari@example.org")
    assert browser.session["_auth_user_id"]


def test_only_the_needed_doors_of_the_library_are_open() -> None:
    for name in (
        "account_signup",
        "account_email",
        "account_reset_password",
        "account_set_password",
        "account_reauthenticate",
    ):
        with pytest.raises(Exception, match="not found"):
            reverse(name)


def test_way_in_costs_few_queries(browser: FormClient, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(4):
        browser.get(SIGN_IN)


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_page_on_the_way_in_opens_in_every_language(browser: FormClient, language: str) -> None:
    with translation.override(language):
        assert browser.get(reverse("account_login")).status_code == 200
        browser.post(reverse("account_login"), {"email": "kari@example.org"})
        assert browser.get(reverse("account_confirm_login_code")).status_code == 200
        browser.post(reverse("account_confirm_login_code"), {"action": "verify", "code": code_in_letter()})
        assert browser.get(reverse("people:introduce")).status_code == 200
    assert not Person.objects.exists()


def test_network_address_of_ipv6_is_its_connection(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="2001:db8:1:2:3:4:5:6")
    assert limits.network_of(request) == "2001:db8:1:2::/64"


def test_network_address_comes_from_the_nearest_proxy(rf: Any, settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 192.0.2.7")
    assert limits.network_of(request) == "192.0.2.7"


def from_network(address: str) -> FormClient:
    return FormClient(REMOTE_ADDR=address)


def test_who_asks_for_codes_to_anothers_address_does_not_lock_her_out() -> None:
    stranger = from_network("203.0.113.9")
    assert [ask(stranger).status_code for _ in range(12)][-1] == 429
    assert come_in(from_network("198.51.100.7"))["Location"] == ARRIVE


def test_wrong_codes_of_a_stranger_do_not_stop_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "TRIES_PER_ADDRESS", 2)
    stranger = from_network("203.0.113.9")
    ask(stranger)
    assert [stranger.post(CODE, {"action": "verify", "code": "1"}).status_code for _ in range(3)] == [422, 422, 429]
    assert come_in(from_network("198.51.100.7"))["Location"] == ARRIVE


def test_nobodys_mailbox_is_filled_from_many_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "LETTERS_FROM_EVERYWHERE", 3)
    waiting = from_network("198.51.100.7")
    ask(waiting)
    assert [ask(from_network(f"203.0.113.{number}")).status_code for number in range(3)] == [302, 302, 429]
    assert waiting.post(CODE, {"action": "resend"}).status_code == 302


def test_a_quarter_of_an_hour_is_enough_to_wait(browser: FormClient) -> None:
    assert [ask(browser).status_code for _ in range(11)][-1] == 429
    with clock.at(clock.now() + dt.timedelta(minutes=15, seconds=1)):
        assert ask(browser).status_code == 302


def test_shared_machine_reminds_of_leaving_on_every_page(browser: FormClient, staff_a: Somebody) -> None:
    ask(browser, staff_a.person.account.email, shared_machine="on")  # type: ignore[union-attr]
    browser.post(CODE, {"action": "verify", "code": code_in_letter()})
    browser.get(ARRIVE)

    body = browser.get("/en/me/").content.decode()

    assert "Shared machine: nothing is kept here when you have signed out." in body
    assert "data-wipe-drafts" in body
