"""What the pages of an initiative do, the same for both sides: read, propose, change, press, tie to a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.cocreation.commands import going, partners
from samskaper.areas.cocreation.commands import initiatives as commands
from samskaper.areas.cocreation.forms.initiatives import (
    GoingForm,
    GrownForm,
    NewForm,
    NextForm,
    ResultForm,
    ServeForm,
    VersionedForm,
    WordsForm,
    YesForm,
)
from samskaper.areas.cocreation.models import GoingAnswer, PartnerRole
from samskaper.areas.cocreation.queries import initiative_page as queries
from samskaper.areas.cocreation.queries.beginnings import Beginning, beginning
from samskaper.areas.cocreation.queries.chain import thread_of
from samskaper.areas.cocreation.queries.initiatives import my_library
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.views.both_sides import Reader
from samskaper.commons.anchoring.models import PlanSection
from samskaper.commons.anchoring.queries import sections_to_choose
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing, Stale
from samskaper.foundation.sent import number_sent, sent
from samskaper.foundation.steps import steps_from
from samskaper.foundation.text import clean_line
from samskaper.ui import garden

Change = tuple[type[VersionedForm], tuple[str, ...], Callable[..., Any]]
CHANGES: dict[str, Change] = {
    "words": (WordsForm, ("title", "about"), commands.change_words),
    "next": (NextForm, ("next_step", "next_step_on"), commands.set_next_step),
    "result": (ResultForm, ("came_of_it",), commands.tell_result),
}
DEEDS = {
    "begin": gettext_lazy("It has begun. In six months we ask how it went."),
    "finish": gettext_lazy("It is done. What came of it stands for others to learn from."),
    "end": gettext_lazy("It has ended. What you learned is a result too."),
    "again": gettext_lazy("It goes on."),
}
THANKS = {
    GoingAnswer.GOING: gettext_lazy("Good to hear. It counts as still going."),
    GoingAnswer.CHANGED: gettext_lazy("Good to hear. It counts as still going, in another form."),
    GoingAnswer.ENDED: gettext_lazy("Thank you for saying so. That it ended, and what you learned, is a result too."),
}


def show_page(reader: Reader, number: int, *, status: int = 200, **context: Any) -> HttpResponse:
    """Answer with the page of an initiative; forms that were sent and could not be used come in `context`."""
    page = queries.initiative_page(number, visible_to=reader.doer, contact=reader.contact)
    of_party = reader.contact is not None
    place = page.place
    forms: dict[str, Any] = {
        "yes": YesForm(of_party=of_party, initial={"brings": place.brings, "shown": place.shown} if place else None),
        "grown": GrownForm(initial={"year": clock.today().year}),
        "libraries": queries.libraries_to_ask(page, contact=reader.contact) if reader.contact and page.may_write else [],
    }
    questions = [
        (one, context.get(f"q{one.pk}") or GoingForm(prefix=f"q{one.pk}", initial={"words": one.words, "before": one.answer})) for one in page.open_questions
    ]
    paths = {name: reader.to(f"{name}_initiative", number) for name in ("press", "serve")}
    paths |= {what: reader.to("change_initiative", number, what) for what in CHANGES}
    found = page.initiative
    every = {"page": page, "initiative": found, "questions": questions, "paths": paths, "title": found.title, "picture": garden.one(found.state), **forms}
    if reader.contact is None:
        every["thread"] = thread_of(Ref.to(found), within=found.within, visible_to=reader.doer)
        every["steps"] = steps_from(Ref.to(found), visible_to=reader.doer)
    return reader.show("page", status=status, **{**every, **context})


def new_page(reader: Reader) -> HttpResponse:
    """Propose an initiative: from a challenge, a conversation or another one, or out of nothing."""
    request = reader.request
    begun = beginning(Ref.parse(request.GET.get("from", "")), visible_to=reader.doer, contact=reader.contact)
    form = NewForm(sent(request), candidates=begun.candidates, of_party=reader.contact is not None)
    if request.method == "POST" and form.is_valid():
        try:
            return _proposed(reader, begun, form)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
    context = {"form": form, "begun": begun, "title": _("New initiative")}
    return reader.show("new", status=422 if form.is_bound else 200, **context)


def _proposed(reader: Reader, begun: Beginning, form: NewForm) -> HttpResponse:
    given = dict(form.cleaned_data)
    owners, asked = given.pop("together", []), given.pop("asked", [])
    home = _home(reader)
    who = reader.on_behalf_of(home.pk)
    county = begun.county or (reader.contact.party.county if reader.contact else None) or home.county
    made = commands.propose(owner=home, county=county, source=begun.source, within=begun.within, by=reader.doer, **given, **who)
    for one in begun.candidates:
        if one.key in owners or one.key in asked:
            role = PartnerRole.OWNER if one.key in owners else PartnerRole.PARTNER
            partners.ask(initiative=made.pk, asked=one.asked, role=role, by=reader.doer, **who)
    messages.success(reader.request, _("It is proposed, and you own it. Who comes along stands here as they answer."))
    return HttpResponseRedirect(reader.to("initiative", made.pk))


def _home(reader: Reader) -> Organisation:
    """Return the library that answers for what is proposed: the proposer's, or the one that answers for the party's page."""
    home = reader.contact.owner if reader.contact else my_library(reader.doer)
    if home is None:
        raise Missing()
    return home


def change_page(reader: Reader, number: int, what: str) -> HttpResponse:
    """Change the words, the next step or what came of it; somebody else's save in between gives both texts."""
    if what not in CHANGES:
        raise Missing()
    make, fields, command = CHANGES[what]
    page = queries.initiative_page(number, visible_to=reader.doer, contact=reader.contact)
    rules.must_be_in(page.place)
    saved = page.initiative
    form = make(sent(reader.request), initial={name: getattr(saved, name) for name in (*fields, "version")})
    context: dict[str, Any] = {"page": page, "initiative": saved, "what": what, "back": reader.to("initiative", number), "title": saved.title}
    if reader.request.method == "POST" and form.is_valid():
        try:
            command(initiative=number, by=reader.doer, **form.cleaned_data, **reader.on_behalf_of(page.side.library))
        except Stale as stale:
            return _both_texts(reader, make, stale, context)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            messages.success(reader.request, _("It is saved."))
            return HttpResponseRedirect(reader.to("initiative", number))
    return reader.show("change", status=422 if form.is_bound else 200, form=form, **context)


def _both_texts(reader: Reader, make: type[Form], stale: Stale, context: dict[str, Any]) -> HttpResponse:
    """What is saved stands beside the fields, and saving once more keeps what stands in them."""
    data = reader.request.POST.copy()
    data["version"] = str(stale.version)
    newer = make(data)
    newer.is_valid()
    theirs = [text for text in stale.theirs.values() if text and text != "None"]
    return reader.show("change", status=409, form=newer, theirs=theirs, **context)


def press(reader: Reader, number: int) -> HttpResponse:
    """Carry out a press on the page of an initiative."""
    act = reader.request.POST.get("act", "")
    known = act if act in PRESSES else "do" if act in DEEDS else ""
    library = None if reader.contact else queries.initiative_page(number, visible_to=reader.doer).side.library
    if not known:
        raise Invalid(_("Press one of the buttons."))
    return (PRESSES | {"do": _do})[known](reader, number, {"by": reader.doer, "initiative": number, **reader.on_behalf_of(library)})


def _back(reader: Reader, number: int, thanks: str) -> HttpResponse:
    messages.success(reader.request, thanks)
    return HttpResponseRedirect(reader.to("initiative", number))


def _do(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    deed = reader.request.POST["act"]
    commands.do(deed=deed, **who)
    return _back(reader, number, str(DEEDS[deed]))


def _yes(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    form = YesForm(reader.request.POST, of_party=reader.contact is not None)
    if not form.is_valid():
        return show_page(reader, number, status=422, form=form, yes=form)
    partners.say_yes(**form.cleaned_data, **who)
    return _back(reader, number, _("Good. You are in."))


def _no(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    partners.say_no(**who)
    messages.success(reader.request, _("It is written down that you are not in it. Nobody asks why."))
    return HttpResponseRedirect(reader.to("initiatives"))


def _own(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    partners.own(**who)
    return _back(reader, number, _("Now you own it together with the others."))


def _ask_library(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    page = queries.initiative_page(number, visible_to=reader.doer, contact=reader.contact)
    offered = queries.libraries_to_ask(page, contact=reader.contact) if reader.contact else []
    chosen = next((one for one in offered if one.pk == number_sent(reader.request, "library")), None)
    if chosen is None:
        raise Missing()
    partners.ask(asked=chosen, role=PartnerRole.OWNER, **who)
    return _back(reader, number, _("They are asked. If they say yes, you own it together."))


def _grown(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    form = GrownForm(reader.request.POST)
    if form.is_valid():
        try:
            commands.add_spin_off(**form.cleaned_data, **who)
        except Invalid as invalid:
            form.add_error(None, str(invalid.sentence))
        else:
            return _back(reader, number, _("It stands there now. Some things take years."))
    return show_page(reader, number, status=422, form=form, grown=form)


def _ungrown(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    commands.remove_spin_off(spin_off=number_sent(reader.request, "spin_off"), **who)
    return _back(reader, number, _("It is taken away."))


def _answer(reader: Reader, number: int, who: dict[str, Any]) -> HttpResponse:
    """Whether it is still going. Somebody else's answer in between is shown beside one's own words."""
    question = number_sent(reader.request, "question")
    form = GoingForm(reader.request.POST, prefix=f"q{question}")
    if form.is_valid():
        try:
            row = going.answer(question=question, answer=reader.request.POST.get("answer", ""), **form.cleaned_data, **who)
        except Stale as stale:
            again = GoingForm(prefix=f"q{question}", initial={"words": stale.mine["words"], "before": stale.theirs["answer"]})
            return show_page(reader, number, status=409, stale=question, **{f"q{question}": again})
        except Invalid as invalid:
            form.add_error("words", str(invalid.sentence))
        else:
            return _back(reader, number, str(THANKS[GoingAnswer(row.answer)]))
    return show_page(reader, number, status=422, form=form, **{f"q{question}": form})


PRESSES: dict[str, Callable[[Reader, int, dict[str, Any]], HttpResponse]] = {
    "yes": _yes, "no": _no, "own": _own, "ask_library": _ask_library, "grown": _grown, "ungrown": _ungrown, "answer": _answer,
}


def serve_page(reader: Reader, number: int) -> HttpResponse:
    """Choose the sentence of a plan that it serves, and say what it does for it."""
    page = queries.initiative_page(number, visible_to=reader.doer, contact=reader.contact)
    rules.must_be_in(page.place)
    request: HttpRequest = reader.request
    search = clean_line(request.GET.get("q", ""))[:80]
    form = ServeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        section = PlanSection.objects.filter(pk=form.cleaned_data["section"]).first()
        if section is None:
            raise Missing()
        try:
            says, who = form.cleaned_data["says"], reader.on_behalf_of(page.side.library)
            commands.serve(initiative=number, section=section, says=says, by=reader.doer, **who)
        except Invalid as invalid:
            form.add_error("says", str(invalid.sentence))
        else:
            return _back(reader, number, _("Tied. The plan’s page now shows that something happens."))
    context = {
        "form": form, "page": page, "search": search, "back": reader.to("initiative", number), "title": page.initiative.title,
        "sections": sections_to_choose(Ref.to(page.initiative), search=search), "chosen": request.POST.get("section", ""),
    }
    return reader.show("serve", status=422 if form.is_bound else 200, **context)
