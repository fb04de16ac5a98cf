"""The closed syntax of templates: a total language, so that a template from a stranger can neither hang nor reach anything.

Jinja's own sandbox stops neither time nor memory, so the syntax tree is walked before anything is compiled: output, ``if``,
``for`` over a fact, blocks, comparisons and a closed list of filters and tests. No arithmetic, calls, ``set``, macros or includes.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, lexer, nodes
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from briefgen.compose.blocks import Blocks, children
from briefgen.compose.seen import Absent, Seen, Voice
from briefgen.compose.tokens import tokens
from briefgen.errors import BriefgenError, Problem, Where

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_LEVELS = 60
"""Levels of a whole template, expressions too: far below where Python itself gives up."""

_ALLOWED: frozenset[type[nodes.Node]] = frozenset((
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter, nodes.Test, nodes.Const, nodes.Keyword,
    nodes.If, nodes.For, nodes.Block, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.List,
))  # fmt: skip
_NESTING = frozenset((nodes.If, nodes.For, nodes.Block))
_NAMING = frozenset((nodes.Name, nodes.Filter, nodes.Test, nodes.For))
_LOOP = frozenset({"first", "last", "index", "length"})
_TAG = re.compile(r"<([a-z][a-z-]*)(?=[\s/>])")


class Lexer(lexer.Lexer):
    """Stamps each start tag with its template and line, ``l="kind/ru.j2.xml:7"``, so that an error in the prose knows where it comes from."""

    def tokenize(self, source: str, name: str | None = None, filename: str | None = None, state: str | None = None) -> TokenStream:
        """The tokens of ``source``, with a stamp in each start tag of the template's own text."""
        found = None if state else tokens(source)
        return TokenStream(_stamped(self.wrap(self.tokeniter(source, name, filename, state), name, filename) if found is None else found, name), name, filename)


def _stamped(found: Iterable[Token], name: str | None) -> Iterator[Token]:
    file = escape(f"{name}:" if name else "")
    for token in found:
        if token.type != "data" or "<" not in token.value:
            yield token
            continue
        line = token.lineno

        def stamp(found: re.Match[str], data: str = token.value, first: int = line) -> str:
            return f'{found[0]} l="{file}{first + data.count(chr(10), 0, found.start())}"'

        yield Token(token.lineno, token.type, _TAG.sub(stamp, token.value))


class Environment(ImmutableSandboxedEnvironment):
    """The environment in which prose is compiled: strict, autoescaped, and blind to all but ``Seen`` facts."""

    def __init__(
        self, filters: Mapping[str, Callable[..., Any]], tests: Mapping[str, Callable[..., bool]], output: Callable[[Context, object], object]
    ) -> None:
        """``output`` is asked for what each ``{{ … }}`` prints."""
        super().__init__(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=output)
        self.filters = dict(filters)
        self.tests = dict(tests)
        self.globals = {}
        self._lexer = Lexer(self)

    @property
    def lexer(self) -> Lexer:
        """Ours."""
        return self._lexer

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a fact, or one of the four words that a loop knows."""
        if isinstance(obj, Seen):
            try:
                return obj.part(attribute)
            except KeyError:
                return self.undefined(f"{obj.node.address} has no field '{attribute}'")
        if isinstance(obj, Absent):
            return Absent(f"{obj.address}.{attribute}", obj.where)
        if isinstance(obj, Voice) and attribute in {"by", "statements", "own"}:
            return getattr(obj, attribute)
        if attribute in _LOOP and type(obj).__name__ == "LoopContext":
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)


def check(source: str, env: Environment, names: Collection[str]) -> list[tuple[int, str]]:
    """(line, what is wrong) for all that the closed syntax refuses in ``source``; ``names`` are the facts it may use."""
    return parse(source, env, names)[1]


def parse(source: str, env: Environment, names: Collection[str], label: str | None = None) -> tuple[nodes.Template, list[tuple[int, str]]]:
    """The syntax tree of ``source`` and all that is wrong with it; nothing may be compiled where anything is."""
    try:
        if len(source.encode()) > MAX_BYTES:
            return nodes.Template([]), [(1, f"the template is larger than {MAX_BYTES // 1024} KB")]
        tree = nodes.Template(Parser(env, source, label, label).subparse(), lineno=1)
    except TemplateSyntaxError as error:
        return nodes.Template([]), [(error.lineno, error.message or "not a template")]
    except RecursionError:
        return nodes.Template([]), [(1, "the template is nested too deeply")]
    except ValueError:
        return nodes.Template([]), [(1, "a number in the template is too long")]
    return tree, sorted(set(_walk(tree, env, frozenset(names))))


def _walk(tree: nodes.Template, env: Environment, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """What is wrong with any node; with a stack of our own, since a tree that is not checked yet may be as deep as it likes.

    The nodes are told their environment on the way: Jinja would walk through all of them once more for that.
    """
    written: set[str] = set()
    stack: list[tuple[nodes.Node, frozenset[str], int, int]] = [(tree, names, 0, 0)]
    while stack:
        node, known, nested, level = stack.pop()
        kind = type(node)
        node.environment = env
        nested += kind in _NESTING
        line = node.lineno or 1
        if nested > MAX_DEPTH or level > MAX_LEVELS:
            yield line, f"blocks, conditions and loops are nested more than {MAX_DEPTH} deep, or an expression is too long"
        elif kind not in _ALLOWED:
            yield line, f"'{kind.__name__.lower()}' is not part of the template language"
        else:
            if kind in _NAMING:
                yield from ((line, what) for what in _unknown(node, env, known))
            elif isinstance(node, nodes.Block):
                if node.name in written:
                    yield line, f"the block '{node.name}' is written twice"
                written.add(node.name)
            level += 1
            stack += [(child, inner, nested, level) for child, inner in _below(node, known)]


def _below(node: nodes.Node, known: frozenset[str]) -> list[tuple[nodes.Node, frozenset[str]]]:
    """The nodes below, each with the names that are known there: a loop adds its own."""
    if not isinstance(node, nodes.For):
        return [(child, known) for child in children(node)]
    if not isinstance(node.target, nodes.Name):
        return [(node.iter, known)]
    node.target.environment = node.environment
    inner = known | {node.target.name, "loop"}
    return [(node.iter, known), *((child, inner) for child in node.body)]


def _unknown(node: nodes.Node, env: Environment, known: Collection[str]) -> Iterator[str]:
    """What a node names or asks for that templates do not have."""
    match node:
        case nodes.Name(ctx="load", name=name) if name not in known:
            yield f"'{name}' is not known here"
        case nodes.Filter(name=name) if name not in env.filters:
            yield f"there is no filter '{name}'"
        case nodes.Test(name=name) if name not in env.tests:
            yield f"there is no test '{name}'"
        case nodes.For():
            if node.recursive or node.test or node.else_:
                yield "a loop has no condition, no recursion and no 'else' here"
            if not isinstance(node.target, nodes.Name):
                yield "a loop has one name"


def read_prose(path: Path, label: str, env: Environment, names: Collection[str]) -> Blocks:
    """Read and check one file of prose; ``label`` is its name for messages.

    Raises:
        BriefgenError: every line that the closed syntax refuses.
    """
    try:
        source = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BriefgenError(Problem(Where(label), "T001", f"byte {error.start} is not UTF-8", "save the file as UTF-8")) from None
    tree, wrong = parse(source, env, names, label)
    if wrong:
        raise BriefgenError(Problem(Where(label, line), "T002", what, "see docs/how-to/kind.md for what prose may use") for line, what in wrong)
    return Blocks(tree, env, label)
