"""Who may do what with organisations, as tables."""

from __future__ import annotations

import pytest

from samskaper.commons.people import rules
from samskaper.commons.people.doer import GUEST, SYSTEM, Doer, DoerKind, Held
from samskaper.commons.people.models import OrganisationKind, Role
from samskaper.foundation.refusals import Invalid, Refusal

OURS, THEIRS, KEEPER = 1, 2, 9


def doer(*held: tuple[int, str]) -> Doer:
    return Doer(DoerKind.PERSON, person=1, name="Somebody", roles=frozenset(Held(*one) for one in held))


ADVISER, LEADER, STAFF = doer((OURS, Role.ADVISER)), doer((OURS, Role.LEADER)), doer((OURS, Role.STAFF))
REPRESENTATIVE, READER, NOBODY = doer((OURS, Role.REPRESENTATIVE)), doer((OURS, Role.READER)), doer()
OTHER, KEEPING = doer((THEIRS, Role.ADVISER)), doer((KEEPER, Role.ADVISER))


@pytest.mark.parametrize(
    ("who", "browse", "members", "change", "register"),
    [
        (ADVISER, True, True, True, True),
        (LEADER, True, True, True, False),
        (STAFF, True, True, False, False),
        (REPRESENTATIVE, True, True, False, False),
        (READER, True, True, False, False),
        (OTHER, True, False, False, True),
        (KEEPING, True, False, True, True),
        (NOBODY, False, False, False, False),
        (GUEST, False, False, False, False),
        (SYSTEM, True, True, True, True),
    ],
)
def test_who_may_do_what_with_our_organisation(
    who: Doer, browse: bool, members: bool, change: bool, register: bool
) -> None:
    asked = (
        rules.may_browse_organisations(who),
        rules.may_see_members(who, OURS),
        rules.may_change_organisation(who, OURS, keeper=KEEPER),
        rules.may_register_organisations(who),
    )
    assert asked == (browse, members, change, register)


@pytest.mark.parametrize("who", [STAFF, OTHER, NOBODY, GUEST])
def test_every_refusal_is_a_sentence(who: Doer) -> None:
    refusing = {rules.may_browse_organisations: rules.must_browse_organisations,
            lambda one: rules.may_see_members(one, OURS): lambda one: rules.must_see_members(one, OURS),
            lambda one: rules.may_change_organisation(one, OURS): lambda one: rules.must_change_organisation(one, OURS),
            rules.may_register_organisations: rules.must_register_organisations,}
    for may, must in refusing.items():
        if may(who):
            must(who)
            continue
        with pytest.raises(Refusal) as refused:
            must(who)
        assert str(refused.value.sentence).endswith(".")


def test_guests_are_asked_to_sign_in_before_they_browse() -> None:
    with pytest.raises(Refusal) as refused:
        rules.must_browse_organisations(GUEST)
    assert refused.value.status == 401


@pytest.mark.parametrize("kind", OrganisationKind.values)
def test_every_kind_has_roles_and_no_other(kind: str) -> None:
    assert rules.ROLES_OF_KIND[kind]
    for role in Role.values:
        assert rules.may_have_role(kind, role) is (role in rules.ROLES_OF_KIND[kind])
        if role not in rules.ROLES_OF_KIND[kind]:
            with pytest.raises(Invalid):
                rules.must_have_role(kind, role)


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_words(role: str) -> None:
    assert str(rules.ROLE_WORDS[role]).endswith(".")
