"""How the sign-in library speaks with us: codes are kept as digests, and letters leave through our outbox."""

from __future__ import annotations

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.core import context
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.limits import digest
from samskaper.commons.people.models import Account
from samskaper.foundation.letters import Address, Post, post
from samskaper.foundation.refs import Ref

CODE_LETTER = "account/email/login_code"


def code_digest(code: str) -> str:
    """Return what is kept of a code: people write it with spaces and dashes, and the session holds only its digest."""
    return digest("sign-in code", "".join(sign for sign in code if sign.isdigit()))


class SignInCode(LoginCodeVerificationProcess):  # type: ignore[misc]
    """A sign-in on its way: a code was mailed, and the session knows its digest."""

    @classmethod
    def begin(cls, request: HttpRequest, *, account: Account | None, email: str) -> SignInCode:
        """Mail a code. Without an account (a closed one) all looks the same and no letter leaves."""
        login = Login(user=account, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=account, email=email), initiated_by_user=True)
        process = cls(stage=stage)
        process.send(skip_enumeration_mails=True)
        process.persist()
        return process

    @classmethod
    def resume(cls, stage: LoginByCodeStage) -> SignInCode | None:
        """Return the sign-in that this session has under way, unless it is too old."""
        process: SignInCode | None = cls(stage=stage).abort_if_invalid()
        return process

    def generate_code(self) -> str:
        """Return a fresh code and keep its digest."""
        code: str = super().generate_code()
        self.state["code"] = code_digest(code)
        return code

    def resend(self) -> None:
        """Mail a new code; the one before it is worth nothing from now on."""
        self.send(skip_enumeration_mails=True)
        self.record_resend()
        self.persist()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Letters with codes go the way of every other letter; what the library would say otherwise, our pages say."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("That is not the code in the letter. Look once more, and take the newest letter."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up apart from signing in."""
        return False

    def add_message(self, *arguments: Any, **words: Any) -> None:
        """The library stays silent: our pages say what happened, in our words."""

    def send_mail(self, template_prefix: str, email: str, context_: dict[str, Any]) -> None:
        """Write the letter with the code into the outbox; the library has no other letters for us."""
        if template_prefix != CODE_LETTER:
            return
        account = Account.objects.get_by_natural_key(email)
        letter = Post(
            to=Address(email=account.email, language=get_language() or "nb"),
            template="people/letters/code.txt",
            context={"code": context_["code"], "minutes": 15},
            about=Ref.to(account),
            key=f"people.code:{account.pk}:{secrets.token_hex(8)}",
        )
        post(letter, by=getattr(context.request, "doer", GUEST))
