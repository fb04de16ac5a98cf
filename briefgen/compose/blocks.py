"""One file of prose, checked as a whole when it is read; each of its blocks is compiled when it is first used.

A document uses a quarter of the blocks of its language, and compiling takes longer than all the rest of composing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, Template, nodes


def children(node: nodes.Node) -> Iterator[nodes.Node]:
    """The nodes right below ``node``; Jinja's own ``iter_child_nodes`` takes three times as long."""
    for field in node.fields:
        value = getattr(node, field)
        if isinstance(value, list):
            yield from (one for one in value if isinstance(one, nodes.Node))
        elif isinstance(value, nodes.Node):
            yield value


def _blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    """The blocks below ``node``, in the order of the file; there are none in expressions."""
    for field in ("body", "elif_", "else_"):
        for child in getattr(node, field, ()):
            if isinstance(child, nodes.Block):
                yield child
            if not isinstance(child, nodes.Output):
                yield from _blocks(child)


class Blocks:
    """The blocks of a syntax tree that was checked. ``label`` names the file in messages, ``names`` are those of its blocks."""

    def __init__(self, tree: nodes.Template, env: Environment, label: str) -> None:
        self.label = label
        self._env = env
        self._written = {block.name: block for block in _blocks(tree)}
        self._compiled: dict[str, Template] = {}

    @property
    def names(self) -> Mapping[str, nodes.Block]:
        """The blocks by name, in the order of the file."""
        return self._written

    def render(self, name: str, values: dict[str, Any]) -> str:
        """The markup of the block ``name``, with ``values`` for its names."""
        template = self._template(name)
        return "".join(template.blocks[name](template.new_context(values)))

    def line(self, error: BaseException) -> int:
        """The line of this file that was being rendered when ``error`` came; 0 if it came before."""
        step, line = error.__traceback__, 0
        while step is not None:
            template = step.tb_frame.f_globals.get("__jinja_template__")
            if isinstance(template, Template) and template in self._compiled.values():
                line = template.get_corresponding_lineno(step.tb_lineno)
            step = step.tb_next
        return line

    def _template(self, name: str) -> Template:
        if name not in self._compiled:
            block = self._written[name]
            alone = nodes.Template([block], lineno=block.lineno)
            alone.environment = self._env  # what is below knows its own
            self._compiled[name] = Template.from_code(self._env, self._env.compile(alone, name=self.label, filename=self.label), {})
        return self._compiled[name]
