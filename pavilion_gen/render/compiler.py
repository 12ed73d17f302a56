"""Jinja's compiler, with a shorter way for what every page does hundreds of times.

The code that comes out takes for granted that nothing goes wrong: attributes are read, callables
called and messages put in without asking first. It makes the bytes that Jinja's own code makes, or
it raises; what went wrong, or whether anything did, is then for Jinja's own code to say
(`linked.py`).
"""

from __future__ import annotations

import keyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from pavilion_gen.render.messages import Message, message_of
from pavilion_gen.render.once import ONCE

_PARAMETERS = ("message", "context", "one", "many", "n")
_DIRECT = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)


class QuickGenerator(CodeGenerator):
    """Writes the code of a template. What is the same for a chrome stands below it, as globals."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._globals: dict[str, str] = {}
        self._kept = 0
        self._bare: nodes.Node | None = None

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        super().visit_Template(node, frame)
        self.writeline("from pavilion_gen.render.macros import macro as Macro, safe as Markup")
        self.writeline("from pavilion_gen.render.printing import escaped, inserted, printed")
        for value, name in self._globals.items():
            self.writeline(f"{name} = {value}")
        for number in range(self._kept):
            self.writeline(f"once_{number} = {{}}")

    def _global(self, value: str) -> str:
        """The name of a value that is reckoned when the template is linked with a chrome."""
        return self._globals.setdefault(value, f"message_{len(self._globals)}")

    # A page is collected in a list for each block: cheaper than yielding every piece of it

    def enter_frame(self, frame: Frame) -> None:
        if frame.parent is None and frame.buffer is None:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None and with_python_scope:
            self.writeline(f"if {frame.buffer}: yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)  # type: ignore[arg-type]
        elif isinstance(node, nodes.Call) and self._spoken(node):
            self._bare = node
            self.write("(")
        else:
            # Most values are plain text, which needs no call to tell what it is
            self.write("(escaped(value) if type(value := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        plain = frame.eval_ctx.volatile or not frame.eval_ctx.autoescape
        if not plain and not (isinstance(node, nodes.Call) and self._spoken(node)):
            self.write(") is str else printed(value)")
        super()._output_child_post(node, frame, finalize)  # type: ignore[arg-type]

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
        else:
            self.write("environment.module(")
            self.visit(node.template, frame)
            self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # `self.title` is no attribute, but the block of that name
        of_self = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if of_self or keyword.iskeyword(node.attr) or not isinstance(node.node, _DIRECT):
            super().visit_Getattr(node, frame)
            return
        self._visit_used(node.node, frame)
        self.write(f".{node.attr}")

    def _visit_used(self, node: nodes.Expr, frame: Frame) -> None:
        """An expression whose attribute is read or that is called: nothing undefined bears that."""
        if isinstance(node, nodes.Name):
            self.write(frame.symbols.ref(node.name))
        else:
            self.visit(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        message = self._spoken(node)
        if message is not None:
            self._say(message, node, frame)
        elif (
            forward_caller
            or node.dyn_args is not None
            or node.dyn_kwargs is not None
            or any(keyword.iskeyword(kwarg.key) for kwarg in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self._visit_used(node.node, frame)
            self.write("(")
            for argument in (*node.args, *node.kwargs):
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")

    def _spoken(self, node: nodes.Call) -> Message | None:
        """The message of a call in one of the usual forms."""
        message = message_of(node, str(self.name))
        if message is None or node.dyn_args is not None or node.dyn_kwargs is not None:
            return None
        if message.many and message.context:
            return None
        if any(kwarg.key in _PARAMETERS for kwarg in node.kwargs):
            return None
        texts = 1 + bool(message.context) + 2 * bool(message.many)
        return message if len(node.args) == texts else None

    def _say(self, message: Message, node: nodes.Call, frame: Frame) -> None:
        told = ", ".join(map(repr, filter(None, (message.one, message.context))))
        if not node.kwargs and not message.many:
            self.write(self._global(f"environment.speech.plain({told})"))
            return
        bare, self._bare = node is self._bare, None
        self.write("(" if bare else "Markup(")
        if message.many:
            self.write(f"environment.speech.counted({message.one!r}, {message.many!r}, ")
            self.visit(node.args[2], frame)
            self.write(") % {'num': inserted(")
            self.visit(node.args[2], frame)
            self.write("), ")
        else:
            self.write(self._global(f"environment.speech.pattern({told})") + " % {")
        for kwarg in node.kwargs:
            self.write(f"{kwarg.key!r}: inserted(")
            self.visit(kwarg.value, frame)
            self.write("), ")
        self.write("})")

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:  # noqa: N802
        if node.filter.name != ONCE:
            super().visit_FilterBlock(node, frame)
            return
        store, self._kept = f"once_{self._kept}", self._kept + 1
        key, kept = self.temporary_identifier(), self.temporary_identifier()
        self.writeline(f"{key} = (", node)
        for name in node.filter.args:
            self._identity(name, frame)
        self.write(")")
        self.writeline(f"{kept} = {store}.get({key})")
        self.writeline(f"if {kept} is None:")
        self.indent()
        self._keep(node, frame, f"{kept} = {store}[{key}]")
        self.outdent()
        self.simple_write(f"{kept}[0]", frame)

    def _identity(self, name: nodes.Expr, frame: Frame) -> None:
        """What tells a value from others: a text by its letters, all else by being that thing."""
        self.visit(name, frame)
        self.write(" if type(")
        self.visit(name, frame)
        self.write(") is str else id(")
        self.visit(name, frame)
        self.write("), ")

    def _keep(self, node: nodes.FilterBlock, frame: Frame, target: str) -> None:
        """Renders the body into `target`, together with the values: their identity stays theirs."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.writeline(f"{target} = (concat({inner.buffer}), ")
        for name in node.filter.args:
            self.visit(name, frame)
            self.write(", ")
        self.write(")")
        self.leave_frame(inner)
