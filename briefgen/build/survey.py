"""An order on a desk: what there is, which files are asked for, and what is wrong with them. Shared by ``build``, ``check``, ``status`` and ``list``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from briefgen.build.inputs import Inputs
from briefgen.build.order import Order
from briefgen.build.places import folders
from briefgen.build.plan import Known, Target, passed_over, plan
from briefgen.check import Composed, Examined, Views, Work, examine
from briefgen.compose import Kind, applies, kinds
from briefgen.errors import BriefgenError, Problem
from briefgen.facts import Desk, demanded
from briefgen.language import languages
from briefgen.write import FORMATS, INNER


@dataclass(frozen=True)
class Survey:
    """An opened desk, what it knows, the files that an order asks of it, and the kinds (with the event) that it passes over.

    ``wrong`` is what does not fit of what ``desk.yaml`` asks for; the rest is planned all the same.
    """

    desk: Desk
    kinds: Mapping[str, Kind]
    known: Known
    targets: tuple[Target, ...]
    passed: tuple[tuple[str, str], ...]
    views: Views
    wrong: tuple[Problem, ...] = ()

    def examine(
        self, works: Iterable[Work] | None = None, composed: Composed = lambda _work, _document: None, *, advice: bool = False, spelling: bool = False
    ) -> Examined:
        """Compose and check ``works``, or every document that the order asks for; ``composed`` is told each at once. ``advice`` asks for that too."""
        wanted = map(work, self.targets) if works is None else works
        found = examine(self.desk, self.kinds, wanted, folders(self.desk.root, "locales"), composed, views=self.views, advice=advice, spelling=spelling)
        return replace(found, problems=tuple(sorted({*found.problems, *self.wrong, *self.desk.notes})))

    def keys(self, inputs: Inputs) -> dict[Target, tuple[str, ...]]:
        """The digests of what each file is made from: that of the file that would be written, and of one that is as good."""
        return {target: tuple(self._keys(target, inputs)) for target in self.targets}

    @cached_property
    def counted(self) -> Mapping[Target, Target]:
        """The Word files whose contents take their page numbers from a PDF of the same, with that PDF."""
        pdfs = {target for target in self.targets if target.format == "pdf"}
        words = (target for target in self.targets if target.format == "docx" and self.kinds[target.kind].documents)
        return {target: pdf for target in words if (pdf := replace(target, format="pdf")) in pdfs}

    def _keys(self, target: Target, inputs: Inputs) -> Iterator[str]:
        kind = "" if self.kinds[target.kind].documents else target.kind
        plain = inputs.key(target.event, kind, target.langs)
        if kind or target.format != "docx":
            yield plain
            return
        if target not in self.counted:
            yield plain
        yield inputs.key(target.event, kind, target.langs, "pages")


def survey(order: Order, *, sound: bool = True) -> Survey:
    """Open the desk and plan the order. Raises BriefgenError if the order does not fit the desk, or the desk cannot be read.

    Where it need not be ``sound``, what is wrong with desk.yaml and the register is told with all else that is wrong, by ``examine``.
    """
    desk = Desk.open(order.root) if sound else Desk.look(order.root)
    found = kinds(folders(order.root, "templates"))
    views = Views(desk)
    there = known(desk, found, views)
    wrong: tuple[Problem, ...] = ()
    try:
        targets = plan(order, there)
    except BriefgenError as misfits:
        if sound or {problem.code for problem in misfits.problems} - {"D010", "B010"}:
            raise
        wrong, there = misfits.problems, _fitting(there)
        targets = plan(order, there)
    return Survey(desk, found, there, targets, passed_over(order, there), views, wrong)


def _fitting(there: Known) -> Known:
    """``there`` without what desk.yaml names and nobody has."""
    names = tuple(name for name in there.default_kinds if name in there.kinds)
    spoken = {lang for lang in there.languages if all(lang in there.kinds[name].languages for name in names)}
    return replace(
        there,
        default_kinds=names,
        default_languages=tuple(lang for lang in there.default_languages if lang in spoken),
        default_pairs=tuple(pair for pair in there.default_pairs if set(pair.split("-")) <= spoken),
        default_formats=tuple(form for form in there.default_formats if form in there.formats and form not in there.inner_formats),
    )


def known(desk: Desk, found: Mapping[str, Kind], views: Views) -> Known:
    """What there is on ``desk`` and what its settings ask for."""
    wanted = desk.settings

    def spoken(name: str) -> tuple[str, ...]:
        event = desk.load(name).meant
        return tuple(str(fact.value) for fact in event.languages) if event else ()

    def has(event: str, name: str, audience: str) -> bool:
        """An event whose facts are wrong is planned for, so that it is told what is wrong."""
        if set(found[name].needs) <= demanded("event"):
            return True
        view = views.of(event, audience)
        return view is None or applies(view, found[name])

    return Known(
        events=desk.events,
        languages=languages(folders(desk.root, "locales")),
        kinds=found,
        formats=tuple(FORMATS),
        default_languages=wanted.languages,
        default_pairs=tuple("-".join(pair) for pair in wanted.pairs),
        default_kinds=wanted.kinds or tuple(found),
        default_formats=wanted.formats or ("docx", "pdf"),
        spoken=spoken,
        applies=has,
        inner_formats=INNER,
        places=wanted.places,
    )


def work(target: Target) -> Work:
    """The document that a file is a form of."""
    return Work(target.event, target.kind, target.langs, target.audience)
