"""In and out: an address, a code, and away again."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.stages import LoginByCodeStage
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView

from samskaper.commons.people import commands, limits
from samskaper.commons.people.adapter import SignInCode
from samskaper.commons.people.forms.sign_in import CodeForm, SignInForm
from samskaper.commons.people.middleware import SHARED_MACHINE, doer_behind
from samskaper.commons.people.views.way import next_of, with_next

# All within a quarter of an hour. Letters and tries are counted by network and address together: whoever asks for codes
# to somebody else's address stops herself, not the one who reads there.
LETTERS_PER_ADDRESS = 10
LETTERS_FROM_EVERYWHERE = 100  # to one address; nobody's mailbox is filled from many networks at once
TRIES_PER_ADDRESS = 60
TRIES_PER_NETWORK = 2000  # two hundred colleagues behind one address, each with a letter that went astray


class _InOurWords:
    """What both steps share: our form, our 422, and where to go on to."""

    request: HttpRequest
    form_class: Any

    def get_form_class(self) -> Any:
        """Use our form."""
        return self.form_class

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again with what has to be put right."""
        return self.render_to_response(self.get_context_data(form=form), status=422)  # type: ignore[attr-defined, no-any-return]

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add where to go on to."""
        return FormView.get_context_data(self, **more) | {"next": next_of(self.request)}  # type: ignore[arg-type]

    def get_authenticated_redirect_url(self) -> str:
        """Whoever is in already goes on."""
        return with_next(reverse("people:arrive"), next_of(self.request))


class SignIn(_InOurWords, RequestLoginCodeView):  # type: ignore[misc]
    """Ask for an address and mail a code to it."""

    template_name = "people/sign_in.html"
    form_class = SignInForm

    def get_initial(self) -> dict[str, Any]:
        """Keep what was said about the machine, and whoever is here already."""
        return {"shared_machine": bool(self.request.session.get(SHARED_MACHINE))}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Whoever comes back here wrote another address than theirs: let them write it again."""

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Mail the code, whether we know the address or not."""
        email = form.cleaned_data["email"]
        _count(self.request, "sign-in letter", email, most=LETTERS_PER_ADDRESS)
        limits.knock("sign-in letters", email, most=LETTERS_FROM_EVERYWHERE, within=limits.QUARTER)
        remember_machine(self.request, shared=form.cleaned_data["shared_machine"])
        account = commands.open_account(email=email, by=doer_behind(self.request))
        SignInCode.begin(self.request, account=account, email=email)
        return redirect(with_next(reverse("account_confirm_login_code"), next_of(self.request)))


def _count(request: HttpRequest, door: str, email: str, *, most: int) -> None:
    network = limits.network_of(request)
    limits.knock(door, f"{network} {email}", most=most, within=limits.QUARTER)
    limits.knock("sign-in network", network, most=TRIES_PER_NETWORK, within=limits.QUARTER)


def remember_machine(request: HttpRequest, *, shared: bool) -> None:
    """Let the session end with the browser on a shared machine, and keep nothing written there."""
    if shared:
        request.session[SHARED_MACHINE] = True
        request.session.set_expiry(0)
    elif request.session.pop(SHARED_MACHINE, None):
        request.session.set_expiry(None)


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"), name="dispatch"
)
class Code(_InOurWords, ConfirmLoginCodeView):  # type: ignore[misc]
    """Take the code from the letter."""

    template_name = "people/code.html"
    form_class = CodeForm

    def dispatch(self, request: HttpRequest, *arguments: Any, **words: Any) -> HttpResponseBase:
        """Find the sign-in that this session has under way."""
        self.stage = request._login_stage  # type: ignore[attr-defined]
        self._process = SignInCode.resume(self.stage)
        if self._process is None:
            sentence = _("The code was good for a quarter of an hour, and that has passed. Ask for a new one.")
            messages.info(request, sentence)
            return redirect(with_next(reverse("account_login"), next_of(request)))
        return FormView.dispatch(self, request, *arguments, **words)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add the address that the letter went to."""
        found = super().get_context_data(**more)
        resend = self._process.can_resend  # type: ignore[union-attr]
        return found | {"email": self._email, "can_resend": resend, "in_window": not settings.EMAIL_HOST}

    @property
    def _email(self) -> str:
        return str(self._process.state.get("email", ""))  # type: ignore[union-attr]

    def post(self, request: HttpRequest, *arguments: Any, **words: Any) -> HttpResponse:
        """Count the try before the code is looked at."""
        if self._action == "verify":
            _count(request, "sign-in code", self._email, most=TRIES_PER_ADDRESS)
        answer: HttpResponse = super().post(request, *arguments, **words)
        return answer

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the digest that it compares with."""
        found: dict[str, Any] = FormView.get_form_kwargs(self)
        return found | ({"code": self._process.code} if self._action == "verify" else {})  # type: ignore[union-attr]

    def get_form_class(self) -> Any:
        """A new letter needs no fields."""
        return ConfirmLoginCodeView.get_form_class(self) if self._action == "resend" else self.form_class

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        _count(self.request, "sign-in letter", self._email, most=LETTERS_PER_ADDRESS)
        self._process.resend()  # type: ignore[union-attr]
        messages.success(self.request, _("A new letter is on its way. The code in the old one no longer works."))
        return redirect(with_next(reverse("account_confirm_login_code"), next_of(self.request)))

    def _verify_form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = self._process.finish(  # type: ignore[union-attr]
            with_next(reverse("people:arrive"), next_of(self.request))
        )
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Five wrong codes, then a new letter is needed."""
        if self._process.record_invalid_attempt():  # type: ignore[union-attr]
            return super().form_invalid(form)
        messages.error(self.request, _("That was five codes that did not fit. Ask for a new one."))
        return redirect(with_next(reverse("account_login"), next_of(self.request)))


class SignOut(LogoutView):  # type: ignore[misc]
    """Leave: the page asks, the press does it, and what was half written is wiped from the browser."""

    template_name = "people/sign_out.html"

    def get_redirect_url(self) -> str:
        """Lead to the page that wipes what was half written."""
        return reverse("people:signed_out")
