"""`{% once card %}…{% endonce %}`: text that is rendered once for each value, and kept.

The body is a pure function of the values that the tag names; what would make it anything else is
refused when the template is compiled. Chrome and messages need no naming: what is kept is kept for
one chrome, and forgotten with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser

from pavilion_gen.materials.theme_files import ThemeFault

ONCE = "once"
PAGE_VALUES = ("page", "structured_data")


class OnceExtension(Extension):
    """The tag: to Jinja a filter over its body, which gets the named values and changes nothing."""

    tags = {ONCE}  # noqa: RUF012

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        names: list[nodes.Expr] = [_name(parser)]
        while parser.stream.skip_if("comma"):
            names.append(_name(parser))
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        same = nodes.Filter(None, ONCE, names, [], None, None, lineno=line)
        return nodes.FilterBlock(body, same, lineno=line)


def _name(parser: Parser) -> nodes.Name:
    token = parser.stream.expect("name")
    return nodes.Name(token.value, "load", lineno=token.lineno)


def same(text: str, *values: object) -> str:
    """The filter that `once` is where nothing is kept."""
    return text


def check_once(tree: nodes.Template, template: str) -> None:
    """Raises ThemeFault for a `once` whose body depends on more than the tag names."""
    blocks = [block for block in tree.find_all(nodes.FilterBlock) if block.filter.name == ONCE]
    if not blocks:
        return
    known = _Pure(tree)
    for once in blocks:
        named = [name.name for name in once.filter.args if isinstance(name, nodes.Name)]
        other = _unknowable(once) or next(known.others(once.body, set(named)), None)
        if other is not None:
            raise ThemeFault(
                f"{template}, line {once.lineno}: the text of `once {', '.join(named)}` also "
                f"depends on `{other}`. Name it in the tag or keep it out: "
                "the text is kept for each value that the tag names."
            )


def _unknowable(once: nodes.FilterBlock) -> str | None:
    """What sees all variables of a page, and so can be no part of a text that is kept."""
    if once.find(nodes.Block) is not None:
        return "block"
    for name in once.find_all(nodes.Name):
        if name.name in ("self", "super"):
            return name.name
    if any(include.with_context for include in once.find_all(nodes.Include)):
        return "include"
    imports: list[nodes.Import | nodes.FromImport] = [
        *once.find_all(nodes.Import),
        *once.find_all(nodes.FromImport),
    ]
    if any(import_.with_context for import_ in imports):
        return "import … with context"
    return None


class _Pure:
    """What of a template is the same for all pages: its imports, its macros, what it sets of them."""

    def __init__(self, tree: nodes.Template) -> None:
        assert tree.environment is not None
        self._environment = tree.environment
        self._bound = _bindings(tree)
        self._sources: dict[int, nodes.Node] = {}
        for node in tree.body:
            if isinstance(node, nodes.Macro | nodes.Import | nodes.FromImport):
                self._sources[id(node)] = node
            elif isinstance(node, nodes.Assign):
                self._sources[id(node.target)] = nodes.Output([node.node])

    def others(self, body: list[nodes.Node], named: set[str]) -> Iterator[str]:
        """The names in `body` that are neither `named` nor the same for all pages."""
        tree = nodes.Template(body, lineno=1)
        tree.set_environment(self._environment)
        inside = _bindings(tree)
        for name in sorted(find_undeclared_variables(tree) - named):
            # Jinja also counts what is set in one branch only: it might be meant from outside
            own = name not in PAGE_VALUES and len(inside[name]) == len(self._bound[name]) > 0
            if not own:
                yield from self._others_of(name, named | {name})

    def _others_of(self, name: str, named: set[str]) -> Iterator[str]:
        """`name` where it may differ from page to page, or what it is made of that may."""
        bound = self._bound[name]
        source = self._sources.get(id(bound[0])) if len(bound) == 1 else None
        if source is None:
            yield name
        elif isinstance(source, nodes.Import | nodes.FromImport):
            if source.with_context:
                yield name
        else:
            yield from self.others([source], named)


def _bindings(tree: nodes.Template) -> defaultdict[str, list[nodes.Node]]:
    """Where in a template each name is given a value."""
    found: defaultdict[str, list[nodes.Node]] = defaultdict(list)
    for node in tree.find_all((nodes.Macro, nodes.Import, nodes.FromImport, nodes.Name)):
        for name in _bound_by(node):
            found[name].append(node)
    return found


def _bound_by(node: nodes.Node) -> list[str]:
    """The names that a node gives a value to."""
    if isinstance(node, nodes.Macro):
        return [node.name]
    if isinstance(node, nodes.Import):
        return [node.target]
    if isinstance(node, nodes.FromImport):
        return [name if isinstance(name, str) else name[1] for name in node.names]
    assert isinstance(node, nodes.Name)
    return [] if node.ctx == "load" else [node.name]
