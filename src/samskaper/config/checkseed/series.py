"""The course series of one side: one under way, one finished, one being prepared."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from samskaper.areas.programmes.commands import (
    actions,
    dates,
    enrolment,
    evaluation,
    gatherings,
    lead,
    making_up,
    material,
    publish,
    setup,
)
from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import (
    Action,
    ActionKind,
    Certificate,
    Consent,
    Enrolment,
    Gathering,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.queries.dates import entries_for
from samskaper.areas.programmes.rules.enrolment import CONSENT
from samskaper.areas.programmes.rules.patterns import COURSE, SINGLE, Pattern
from samskaper.commons.calendar.commands import open_feed
from samskaper.commons.calendar.register import EVER
from samskaper.commons.feedback import commands as feedback
from samskaper.commons.feedback.models import Question, QuestionKind, Questionnaire
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands import give_role
from samskaper.commons.people.doer import SYSTEM, Doer, DoerKind
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Organisation, Person
from samskaper.config.checkseed.world import SINCE, World, add_person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

BEGAN, FINISHED = dt.timedelta(days=50), dt.timedelta(days=100)
NINE = dt.time(9)


def moment(day: dt.date, hour: int = 12) -> dt.datetime:
    """Return an hour of a day on the clock where the users are."""
    return dt.datetime.combine(day, dt.time(hour), ZoneInfo(settings.TIME_ZONE))


def play(world: World) -> None:
    """Make the three series and let happen what has happened by today."""
    _prepared(world)
    _finished(world)
    _under_way(world)


def _begin(world: World, pattern: Pattern, title: str, first: dt.date, **changes: object) -> Programme:
    adviser = world.doer("adviser")
    made = setup.begin(
        pattern=pattern, title=title, owner=world.library, language=world.library.language, first=first, hour=NINE, by=adviser
    )
    setup.change_programme(programme=made, version=made.version, changes=changes, by=adviser)
    made.refresh_from_db()
    return made


def _prepared(world: World) -> None:
    title = world.cage.plant("title of a course series being prepared", "adviser", "editor", "planner")
    draft = _begin(world, SINGLE, f"Prepared {title}", clock.today() + BEGAN)
    world.ids["draft"] = draft.pk


def _sign_up(programme: Programme, person: Person, library: Organisation, *, leader: str, needs: str = "") -> Enrolment:
    return enrolment.sign_up(
        programme=programme, library=library, leader=enrolment.Leader(leader, "A leader"), needs=needs, by=doer_of(person)
    )


def _secret_of(found: Enrolment) -> str:
    """Return the secret of a leader's link; only the letter holds it."""
    letter = Letter.objects.filter(template__endswith="consent.txt", text__contains="/yes-or-no/").order_by("-pk")
    texts = letter.filter(email=found.consent.leader_email).values_list("text", flat=True)
    match = re.search(r"/yes-or-no/([^/\s]+)/", texts[0])
    assert match is not None
    return match[1]


def _agree(found: Enrolment, *, yes: bool = True, words: str = "") -> None:
    """Answer as the bearer of the leader's link."""
    bearer = Doer(DoerKind.BEARER, link=(CONSENT, Ref.to(found)))
    enrolment.answer_consent(consent=Consent.objects.get(enrolment=found), yes=yes, words=words, by=bearer)


def _finished(world: World) -> None:
    """A series that is over: with a certificate, and with a leader's no that only the participant reads."""
    adviser, day = world.doer("adviser"), clock.today() - FINISHED
    with clock.at(moment(day - dt.timedelta(days=30))):
        done = _begin(world, SINGLE, f"Finished series {world.side.upper()}", day)
        _open(world, done)
        own = _sign_up(done, world.people["participant"], world.town, leader=world.people["leader"].email)
        _agree(own)
        feed_owner = add_person(world.side, f"Feed owner {world.side.upper()}")
        _agree(_sign_up(done, feed_owner, world.school, leader=f"head@{world.side}.example"))
        declined = _sign_up(done, world.people["staff"], world.town, leader=f"strict@{world.side}.example")
        _agree(declined, yes=False, words=world.cage.plant("a leader's words with her no", "staff"))
    held = done.gatherings.get()
    with clock.at(held.ends):
        gatherings.record_attendance(gathering=held, marks={own.pk: Mark("", "present")}, by=adviser)
        setup.change_state(programme=done, state=ProgrammeState.CLOSED, by=adviser)
    certificate = Certificate.objects.get(enrolment=own)
    entry = next(iter(entries_for(world.people["participant"].pk, EVER, 1)))
    world.ids |= {
        "finished": done.pk, "certificate": certificate.pk, "certificate_secret": certificate.secret, "entry": entry.uid,
        "feed": open_feed(by=doer_of(feed_owner)).secret,
    }


def _open(world: World, programme: Programme) -> None:
    plant = world.cage.plant
    guests = [
        publish.Guest(f"{plant('address of somebody invited', 'adviser')}@invited.example", "Somebody invited"),
        publish.Guest(f"plain@{world.side}.example", plant("name of somebody invited", "adviser")),
    ]
    publish.invite(programme=programme, guests=guests, source="our own list", by=world.doer("adviser"))
    publish.invite_libraries(programme=programme, libraries=[world.neighbour.pk], by=world.doer("adviser"))
    publish.send_programme(programme=programme, by=world.doer("adviser"))
    world.ids["invitation"] = programme.invitations.earliest("pk").pk


def _under_way(world: World) -> None:
    today, adviser, plant = clock.today(), world.doer("adviser"), world.cage.plant
    first = today - BEGAN
    with clock.at(moment(first - dt.timedelta(days=40))):
        series = _begin(
            world, COURSE, f"Series {world.side.upper()}", first, enrol_until=today + dt.timedelta(days=30),
            case_reference=plant("the library's case number of a series", "adviser"), goal_completed=5,
        )
        _open(world, series)
        places = _places(world, series)
        absent = _absent(world, series)
    days = list(series.gatherings.order_by("starts"))
    world.ids |= {
        "programme": series.pk, "enrolment": places[0].pk, "gathering_past": days[0].pk, "gathering": days[2].pk,
        "gathering_future": days[4].pk, "check_in": days[2].checkin_secret,
        "unsubscribe": Letter.objects.filter(about_id=series.pk, email__startswith="plain@").latest("pk").secret,
    }
    _meet(world, days, places)
    _make_up(world, days[2], absent)
    _material(world, days[0])
    _reports(world, series, places[0])
    _questions(world, days, [world.people["participant"], *world.peers])
    lead.write_to_stuck(
        programme=series, enrolments=[row.pk for row in places], by=adviser,
        subject=f"About {plant('subject of a letter to those who are stuck', 'adviser')}",
        words=plant("words of a letter to those who are stuck", "adviser"),
    )
    _pending(world, series)


def _places(world: World, series: Programme) -> list[Enrolment]:
    """Sign the participant and her peers up; the last peer's leader has not answered."""
    plant = world.cage.plant
    needs = plant("what to think of for a participant", "adviser", "participant")
    own = _sign_up(series, world.people["participant"], world.town, leader=world.people["leader"].email, needs=needs)
    _agree(own, words=plant("a leader's words with her yes", "participant", "leader"))
    found = [own]
    for number, peer in enumerate(world.peers, 1):
        place = _sign_up(series, peer, world.school, leader=f"head{number}@{world.side}.example")
        _agree(place)
        found.append(place)
    return found


def _pending(world: World, series: Programme) -> None:
    """Somebody signs up today, and her leader has not answered yet."""
    person = add_person(world.side, f"Latecomer {world.side.upper()}")
    give_role(organisation=world.town, person=person, role="staff", by=SYSTEM, since=SINCE)
    place = _sign_up(series, person, world.town, leader=f"asked@{world.side}.example")
    world.ids |= {"consent": place.pk, "consent_secret": _secret_of(place), "latecomer": place.pk}


def _absent(world: World, series: Programme) -> Person:
    """Somebody signs up who will miss a gathering."""
    person = add_person(world.side, f"Absent {world.side.upper()}")
    _agree(_sign_up(series, person, world.school, leader=f"head@{world.side}.example"))
    return person


def _make_up(world: World, day: Gathering, person: Person) -> None:
    words = world.cage.plant("how somebody made up for a gathering", "adviser")
    world.ids["make_up"] = making_up.tell(gathering=day, words=words, by=doer_of(person)).pk


def _meet(world: World, days: list[Gathering], places: list[Enrolment]) -> None:
    for day in days[:3]:
        with clock.at(day.ends):
            marks = {row.pk: Mark("", "present") for row in places}
            gatherings.record_attendance(gathering=day, marks=marks, by=world.doer("adviser"))
            day.refresh_from_db()


def _material(world: World, day: Gathering) -> None:
    plant, adviser = world.cage.plant, world.doer("adviser")
    title = plant("title of a gathering's material", "adviser", "participant")
    words = plant("content of a gathering's material", "adviser", "participant")
    file = SimpleUploadedFile("notes.txt", words.encode(), content_type="text/plain")
    world.ids["material"] = material.add_material(gathering=day, title=title, file=file, by=adviser).pk
    address = f"https://{plant('address of a meeting', 'adviser', 'participant')}.example/"
    linked = material.add_material(gathering=day, title="A link", link=address, by=adviser)
    world.ids["material_link"] = linked.pk
    day.refresh_from_db()
    values = {"link": f"https://meet.example/{plant('link to join a gathering', 'adviser', 'participant')}"}
    dates.change_gathering(gathering=day, version=day.version, values=values, by=adviser)


def _reports(world: World, series: Programme, own: Enrolment) -> None:
    plant, todo = world.cage.plant, list(series.actions.order_by("number"))
    meeting = next(item for item in todo if item.kind == ActionKind.LEADER_MEETING)
    first, second = [item for item in todo if item.kind != ActionKind.LEADER_MEETING][:2]
    shared = plant("a reflection that is shared", "adviser", "participant")
    unfinished = plant("a reflection that is not done", "participant")
    agreed = plant("what a participant and her leader agreed", "leader", "participant")
    for item, words, done in ((meeting, agreed, True), (first, shared, True), (second, unfinished, False)):
        thoughts = plant("private thoughts", "participant")
        report = actions.save_report(
            action=item, enrolment=own, done_on=clock.today() if done else None, reflection=words, thoughts=thoughts,
            version=0, by=world.doer("participant"),
        )
        if item == meeting:
            world.ids["agreement"] = report.pk
    world.ids |= {"action": first.pk, "action_unwritten": todo[-1].pk}
    _peer_writes(world, series, first)


def _peer_writes(world: World, series: Programme, action: Action) -> None:
    """A fellow participant shares something, and keeps something to herself."""
    place = Enrolment.objects.get(programme=series, person=world.peers[0])
    actions.save_report(
        action=action, enrolment=place, done_on=clock.today(), version=0, by=doer_of(world.peers[0]),
        reflection=world.cage.plant("a peer's reflection that is shared", "adviser", "participant"),
        thoughts=world.cage.plant("a peer's private thoughts"),
    )


def _questions(world: World, days: list[Gathering], people: list[Person]) -> None:
    """Ask after two gatherings: the first questions are closed, the others open and answered by all but the participant."""
    told = world.cage.plant("own words in a closed questionnaire", "adviser", "participant")
    hidden = world.cage.plant("own words in an open questionnaire")
    adviser = world.doer("adviser")
    with clock.at(days[0].ends):
        closed = evaluation.ask_about_gathering(gathering=days[0], by=adviser)
        for person in people:
            _answer(closed, person, told)
        feedback.close(questionnaire=closed, by=adviser)
    opened = evaluation.ask_about_gathering(gathering=days[2], by=adviser)
    for person in people[1:]:
        _answer(opened, person, hidden)
    world.ids |= {"questionnaire": opened.pk, "questionnaire_closed": closed.pk}


def _answer(asked: Questionnaire, person: Person, words: str) -> None:
    def value(question: Question) -> str:
        return words if question.kind == QuestionKind.TEXT else "3" if question.kind == QuestionKind.SCALE else "1"

    values = {question.order: value(question) for question in asked.questions.all()}
    feedback.answer(questionnaire=asked, values=values, by=doer_of(person))
