"""A template and those it extends as one template without blocks.

Blocks cost a generator, a context and a copy of their text each; where a template makes thousands
of pages, one function is a fifth quicker. What it prints is the same, and where that is not sure
there is none: `super`, a block within a loop, names that both templates give a value to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import nodes

_PREFACE = (nodes.Import, nodes.FromImport, nodes.Macro, nodes.Assign)


class _NotSure(Exception):
    """The blocks cannot surely be put into each other."""


def flattened(
    tree: nodes.Template, parsed: Callable[[str], nodes.Template]
) -> nodes.Template | None:
    """The template in one; None where it extends none, or it is not sure what would be printed.

    parsed: gives another template by its name.
    """
    assert tree.environment is not None
    try:
        chain = _chain(tree, parsed)
        if len(chain) == 1:
            return None
        blocks = {
            block.name: block for one in reversed(chain) for block in one.find_all(nodes.Block)
        }
        prefaces = [_preface(one) for one in chain[:-1]]
        _check_names([*prefaces, chain[-1].body])
        body = _Filling(blocks).filled(chain[-1].body)
    except _NotSure:
        return None
    whole = nodes.Template([*(node for one in prefaces for node in one), *body], lineno=1)
    whole.set_environment(tree.environment)
    return whole


def _chain(tree: nodes.Template, parsed: Callable[[str], nodes.Template]) -> list[nodes.Template]:
    """A template, the one it extends, and so on."""
    chain = [tree]
    while (extends := chain[-1].find(nodes.Extends)) is not None:
        name = extends.template
        if len(chain) > 8 or not isinstance(name, nodes.Const) or not isinstance(name.value, str):
            raise _NotSure
        chain.append(parsed(name.value))
    for one in chain:
        if any(name.name == "super" for name in one.find_all(nodes.Name)):
            raise _NotSure
    return chain


def _preface(tree: nodes.Template) -> list[nodes.Node]:
    """What a template that extends another one does before that prints."""
    found: list[nodes.Node] = []
    for node in tree.body:
        if isinstance(node, _PREFACE) and node.find(nodes.Block) is None:
            found.append(node)
        elif not isinstance(node, nodes.Extends | nodes.Block) and not _is_blank(node):
            raise _NotSure
    return found


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


def _check_names(bodies: list[list[nodes.Node]]) -> None:
    """A name that two of the templates give a value to would have two at once."""
    known: dict[str, str] = {}
    for body in bodies:
        own = dict(_bound(body))
        if any(name in known and (not known[name] or known[name] != own[name]) for name in own):
            raise _NotSure
        known |= own


def _bound(body: list[nodes.Node]) -> Iterator[tuple[str, str]]:
    """The names that these nodes give a value to for all that follows, and what is imported so."""
    for node in body:
        if isinstance(node, nodes.If):
            yield from _bound([*node.body, *node.elif_, *node.else_])
        elif isinstance(node, nodes.Macro):
            yield node.name, ""
        elif isinstance(node, nodes.Import):
            yield node.target, _imported(node, "")
        elif isinstance(node, nodes.FromImport):
            for name in node.names:
                own, here = (name, name) if isinstance(name, str) else name
                yield here, _imported(node, own)
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            for target in (node.target, *node.target.find_all(nodes.Name)):
                if isinstance(target, nodes.Name):
                    yield target.name, ""
                elif isinstance(target, nodes.NSRef):
                    raise _NotSure


def _imported(node: nodes.Import | nodes.FromImport, name: str) -> str:
    """What an import brings, where it brings the same whoever imports it."""
    if node.with_context or not isinstance(node.template, nodes.Const):
        return ""
    return f"{name} of {node.template.value}"


class _Filling:
    """Puts blocks where they stand, and where `self` calls for them."""

    def __init__(self, blocks: dict[str, nodes.Block]) -> None:
        self._blocks = blocks

    def filled(self, body: list[nodes.Node]) -> list[nodes.Node]:
        return [filled for node in body for filled in self._filled(node)]

    def _filled(self, node: nodes.Node) -> Iterator[nodes.Node]:
        if isinstance(node, nodes.Block):
            yield self._block(node.name, node.lineno)
        elif isinstance(node, nodes.Output):
            yield from self._output(node)
        elif isinstance(node, nodes.If):
            _check(node.test)
            elifs = [part for part in self.filled(list(node.elif_)) if isinstance(part, nodes.If)]
            yield nodes.If(
                node.test,
                self.filled(node.body),
                elifs,
                self.filled(node.else_),
                lineno=node.lineno,
            )
        else:
            _check(node)
            yield node

    def _block(self, name: str, line: int) -> nodes.Scope:
        block = self._blocks.get(name)
        if block is None:
            raise _NotSure
        return nodes.Scope(self.filled(block.body), lineno=line)

    def _output(self, node: nodes.Output) -> Iterator[nodes.Node]:
        """What is printed, and between it the blocks that `{{ self.title() }}` stands for."""
        waiting: list[nodes.Expr] = []
        for part in node.nodes:
            name = _called_block(part)
            if name:
                if waiting:
                    yield nodes.Output(waiting, lineno=node.lineno)
                waiting = []
                yield self._block(name, node.lineno)
            else:
                _check(part)
                waiting.append(part)
        if waiting:
            yield nodes.Output(waiting, lineno=node.lineno)


def _called_block(node: nodes.Node) -> str:
    """The name of the block that `self.name()` prints; empty where it is something else."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        of = node.node.node
        bare = not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
        if bare and isinstance(of, nodes.Name) and of.name == "self":
            return node.node.attr
    return ""


def _check(node: nodes.Node) -> None:
    """Raises where a node holds a block, or `self`, in a place that is not looked at."""
    names = [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))
    if node.find(nodes.Block) is not None or any(name.name == "self" for name in names):
        raise _NotSure
