"""How a component and an address are put on a page: what cotton and Django do, with the work of every page done once.

A page has fifty components and as many addresses. Cotton looks for the template, its defaults and the attributes that
it knows each time that it draws one; here that is done when the page's template is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.template import Context, Engine, Template, TemplateSyntaxError
from django.template.base import Node, NodeList, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django_cotton.templatetags import UnprocessableDynamicAttr
from django_cotton.templatetags._component import AttrKind, CottonComponentNode, cotton_component
from django_cotton.templatetags._vars import CottonVarsNode
from django_cotton.utils import ensure_quoted, get_cotton_data

from samskaper.foundation.addresses import address
from samskaper.ui import drawn
from samskaper.ui.components import ALWAYS, components

Resolve = Callable[[Context], Any]
LITERALS: dict[str, Any] = {"None": None, "True": True, "False": False}
LONGEST_SLOT = 4_000  # signs; longer ones are seldom the same twice
LEFT_OPEN = {drawn.OPEN: True}
WITHIN = {drawn.OPEN: True, drawn.KEPT: True}


class Knows(Node):
    """Marks a template as that of a component. The component tag has read what it takes; this prints nothing."""

    def render(self, context: Context) -> SafeString:
        return SafeString("")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A component's template: its defaults (those that are worked out anew apart), and what it prints."""

    names: frozenset[str]
    defaults: dict[str, Any]
    moving: tuple[tuple[str, str, Resolve], ...]
    nodes: NodeList
    template: Template


class ComponentNode(Node):
    """A component on a page. Prints what cotton's own node prints."""

    child_nodelists = ("nodelist",)

    def __init__(self, node: CottonComponentNode) -> None:
        self.name, self.nodelist = node.component_name, node.nodelist
        self.fixed = {attr.key: _value(attr) for attr in node._prepared_attrs if _resolver(attr) is None}
        self.moving = [(attr.key, resolve) for attr in node._prepared_attrs if (resolve := _resolver(attr))]
        self.order = [attr.key for attr in node._prepared_attrs]
        self.drawing: Drawing | None = None
        self.plain: dict[str, Any] = {}
        self.shown: list[str] = []

    def render(self, context: Context) -> SafeString:
        drawing = self.drawing or self._read()
        stack = get_cotton_data(context)["stack"]
        slots: dict[str, Any] = {}
        stack.append({"key": self.name, "slots": slots})
        given = dict(self.fixed)
        for key, resolve in self.moving:
            try:
                given[key] = resolve(context)
            except UnprocessableDynamicAttr:
                continue
        pure = components[self.name].pure
        slot = self._slot(context, pure)
        state = {**self.plain, **slots}
        for key, name, resolve in drawing.moving:
            if key not in given and name not in slots:
                state[name] = resolve(context)
        state.update((key.replace("-", "_"), value) for key, value in given.items())
        state["attrs"] = self._attributes(given) if self.shown else ""
        state["slot"] = slot
        stack.pop()
        return self._apart(drawing, state, context) if pure else self._within(drawing, state, context)

    def _slot(self, context: Context, pure: bool) -> SafeString:
        """What stands inside the component; the keys of forms are left open for the pure one that will be kept."""
        context.dicts.append(LEFT_OPEN if pure else {})
        try:
            return SafeString(self.nodelist.render(context))
        finally:
            context.dicts.pop()

    def _apart(self, drawing: Drawing, state: dict[str, Any], context: Context) -> SafeString:
        """Draw a pure component where it sees nothing of the page; once per value where the values can be compared."""
        if drawn.KEPT in context:
            return self._alone(drawing, state, context)
        here = drawn.where(context)
        if len(state["slot"]) <= LONGEST_SLOT:
            try:
                key = (drawing.template, here, *state, drawn.key_of(tuple(state.values())))
            except TypeError:
                pass
            else:
                return drawn.filled(drawn.keep(key, drawing.nodes, state, context), context)
        return drawn.filled(drawn.draw(drawing.nodes, state, context), context)

    def _alone(self, drawing: Drawing, state: dict[str, Any], context: Context) -> SafeString:
        """Draw as part of a piece that will be kept as a whole: seeing no more than apart from it, and not kept twice."""
        around, context.dicts = context.dicts, [context.dicts[0], WITHIN, state]
        try:
            return drawing.nodes.render(context)
        finally:
            context.dicts = around

    def _within(self, drawing: Drawing, state: dict[str, Any], context: Context) -> SafeString:
        context.dicts.append(state)
        try:
            return drawing.nodes.render(context)
        finally:
            context.dicts.pop()

    def _read(self) -> Drawing:
        """Read the component's template, which may be this very page's: so not before the first page is drawn."""
        drawing = drawing_of(self.name)
        self.plain = dict(drawing.defaults)
        self.shown = [key for key in self.order if key not in drawing.names]
        self.drawing = drawing
        return drawing

    def _attributes(self, given: dict[str, Any]) -> SafeString:
        """The attributes that the component has no word for, as they go on to its element."""
        pairs = ((key, given[key]) for key in self.shown if key in given)
        return mark_safe(" ".join(key if value is True else f"{key}={ensure_quoted(value)}" for key, value in pairs))


def drawing_of(name: str) -> Drawing:
    """Return the template of a component, read anew so that a changed template is seen when the pages' are."""
    template = Engine.get_default().get_template(f"cotton/{name.replace('-', '_')}.html")
    prepared = [var for node in template.nodelist if isinstance(node, CottonVarsNode) for var in node._prepared_vars]
    resolvers = {var.accessible_key: (var, _resolver(var)) for var in prepared}
    return Drawing(
        frozenset(var.exclude_key for var in prepared),
        {name: _value(var) for name, (var, resolve) in resolvers.items() if resolve is None},
        tuple((var.key, name, resolve) for name, (var, resolve) in resolvers.items() if resolve),
        NodeList(node for node in template.nodelist if not isinstance(node, CottonVarsNode | Knows)),
        template,
    )


def _value(part: Any) -> Any:
    return LITERALS.get(part.value, part.value) if part.kind == AttrKind.DYNAMIC else part.value


def _resolver(part: Any) -> Resolve | None:
    """How a value is found on the page; None for one that is the same on every page."""
    if part.kind == AttrKind.ESCAPED:
        return part.compiled.nodelist.render if part.compiled else None
    if part.kind == AttrKind.DYNAMIC:
        return None if part.value in LITERALS else part.compiled.resolve
    if part.kind == AttrKind.UNQUOTED:
        raise TemplateSyntaxError(f"“{part.key}={part.value}” lacks its quotes")
    return None


def component(parser: Parser, token: Token) -> ComponentNode:
    """Read a component tag. Raises TemplateSyntaxError for an attribute that its entry in the register does not name."""
    node = cotton_component(parser, token)
    if node.component_name not in components:
        raise TemplateSyntaxError(f"There is no component <c-{node.component_name}>")
    allowed = components[node.component_name].attributes
    for attribute in node.attrs:
        plain = attribute.lstrip(":")
        if plain not in allowed and plain not in ALWAYS and not plain.startswith(("hx-", "data-", "aria-")):
            raise TemplateSyntaxError(
                f"<c-{node.component_name}> has no attribute “{plain}”; it has {', '.join(sorted(allowed)) or 'none'}"
            )
    return ComponentNode(node)


def knows(parser: Parser, token: Token) -> Knows:
    """Read `{% knows "card" %}`, which stands first in a component: its tag refuses attributes that are not registered."""
    name = token.split_contents()[-1].strip("\"'")
    if name not in components:
        raise TemplateSyntaxError(f"There is no component <c-{name}> in the register")
    return Knows()


class AddressNode(URLNode):
    """`{% url %}` with a name and record numbers; anything else is left to Django."""

    def __init__(self, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)

    def render(self, context: Context) -> Any:
        name = self.view_name.resolve(context)
        numbers = [] if self.kwargs or self.asvar else list(self._numbers(context))
        if self.kwargs or self.asvar or not isinstance(name, str) or len(numbers) < len(self.args):
            return super().render(context)
        found = address(name, *numbers)
        return conditional_escape(found) if context.autoescape else found

    def _numbers(self, context: Context) -> Iterator[int]:
        for arg in self.args:
            if type(value := arg.resolve(context)) is int:
                yield value


def url(parser: Parser, token: Token) -> AddressNode:
    """Read `{% url %}`."""
    return AddressNode(django_url(parser, token))
