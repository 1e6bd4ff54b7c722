"""Who may write pages: a group of accounts that follows the role of editor, never kept by hand."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Account, Role
from samskaper.commons.record.commands import note_all
from samskaper.editorial.commands.writing import lay_workflow
from samskaper.editorial.events import EditorLetIn, EditorLetOut
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

NAME = "Editors of Samskaper"
ON_PAGES = ("add_page", "change_page", "publish_page")
ON_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
ON_THE_TOOL = (
    ("wagtailadmin", "access_admin"), ("wagtail_localize", "submit_translation"),
    ("editorial", "add_uploadedfilm"), ("editorial", "change_uploadedfilm"), ("editorial", "delete_uploadedfilm"), ("editorial", "view_uploadedfilm"),
)


@transaction.atomic
def make_group() -> Group:
    """Return the group of editors with its permissions: pages, pictures and documents, and nothing about people."""
    group, _new = Group.objects.get_or_create(name=NAME)
    for app, codename in ON_THE_TOOL:
        group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename=codename))
    root = Page.objects.get(depth=1)
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=ON_PAGES):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    files = Collection.objects.get(depth=1)
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=ON_FILES
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=files, permission=permission)
    return group


@transaction.atomic
def settle_editors(*, by: Doer = SYSTEM) -> int:
    """Let every account in that has an editor today, and the others out. Returns how many changed.

    Done at once when a role or a person changes, and by the worker for roles that begin or end on a day.
    """
    today = clock.today()
    still = Q(persons__memberships__until__isnull=True) | Q(persons__memberships__until__gt=today)
    wanted = set(
        Account.objects.filter(
            still, persons__memberships__role=Role.EDITOR, persons__memberships__since__lte=today,
            persons__erased__isnull=True, is_active=True,
        ).values_list("pk", flat=True)
    )
    group = Group.objects.filter(name=NAME).first()
    if group is None:
        if not wanted:
            return 0
        group = make_group()
    elif group.permissions.count() < len(ON_THE_TOOL):  # an update has brought something new to write
        group = make_group()
    lay_workflow(group)
    inside = set(Account.objects.filter(groups=group).values_list("pk", flat=True))
    let_in, let_out = sorted(wanted - inside), sorted(inside - wanted)
    group.user_set.add(*let_in)
    for account in Account.objects.filter(pk__in=let_in).prefetch_related("persons"):
        _speak_her_language(account)
    group.user_set.remove(*let_out)
    facts: list[Event] = [EditorLetIn(subject=Ref("people.account", number)) for number in let_in]
    facts += [EditorLetOut(subject=Ref("people.account", number)) for number in let_out]
    note_all(facts, by=by)
    return len(facts)


def _speak_her_language(account: Account) -> None:
    """Let the tool speak the language that the person chose with us, until she chooses another there."""
    profile = UserProfile.get_for_user(account)
    person = account.persons.first()
    if person is not None and not profile.preferred_language:
        profile.preferred_language = person.language
        profile.save(update_fields=["preferred_language"])


def settle_by_the_day() -> int:
    """The worker's round: roles that began or ended with the day."""
    return settle_editors(by=SYSTEM)
