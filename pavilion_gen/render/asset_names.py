"""`asset("search.js")` in templates: a page depends on the assets that it names, and on no others."""

from __future__ import annotations

from jinja2 import nodes

from pavilion_gen.materials.theme_files import ThemeFault

ASSET = "asset"


def assets_in(tree: nodes.Template, template: str) -> frozenset[str]:
    """The names of the assets whose addresses a template asks for.

    Raises ThemeFault for a name that it computes.
    """
    found: dict[int, str] = {}
    for call in tree.find_all(nodes.Call):
        argument = call.args[0] if len(call.args) == 1 else None
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            found[id(call.node)] = argument.value
    names = [name for name in tree.find_all(nodes.Name) if (name.name, name.ctx) == (ASSET, "load")]
    for name in names:
        if id(name) not in found:
            raise ThemeFault(
                f"{template}, line {name.lineno}: the name of an asset is computed. "
                "Write it out: what a page depends on must be known."
            )
    return frozenset(found[id(name)] for name in names)
