"""Word styles made from the roles of the house: one a role, and one more for a language in which the role looks different."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from briefgen.document import Document, Part
from briefgen.errors import BriefgenError
from briefgen.write.docx.measures import twips
from briefgen.write.docx.package import NAMESPACES, Package
from briefgen.write.docx.words import escape, is_right_to_left, lang_xml
from briefgen.write.house import House
from briefgen.write.style import Border, Role

_BUILT_IN = {
    "body": "Body Text", "quote": "Quote", "subhead": "Subtitle", "caption": "caption", "running": "header", "footer": "footer",
    "footnote": "footnote text", "item": "List Paragraph",
}  # fmt: skip
"""Roles that are styles which Word knows by an English name of its own and shows in the user's language; headings are among them by level."""
_STANDARD = {1: "title", 2: "heading", 3: "subheading"}
_BOUND = {1: "kicker", 2: "title", 3: "heading"}
"""The roles of headings that are Word's own, by level: alone, and in a pack, where the name of a document stands above its title."""
_JUSTIFIED = {"left": "left", "right": "right", "center": "center", "justify": "both"}


class Voice(NamedTuple):
    """What a look depends on besides its role: the language, whether it stands in one of two columns, and the kind of a document bound into a pack."""

    lang: str
    pair: bool = False
    kind: str = ""


@dataclass
class Styles:
    """The styles of one document, made as they are asked for."""

    document: Document
    house: House
    tight: bool = False
    """Whether the document is drawn in, as its PDF is."""
    _made: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, Voice], str] = field(default_factory=dict)
    _roles: dict[tuple[str, Voice], Role] = field(default_factory=dict)
    _tables: dict[str, str] = field(default_factory=dict)
    _letters: dict[str, str] = field(default_factory=dict)
    keeping: set[str] = field(default_factory=set)
    """The styles whose paragraphs stay with the next."""
    following: set[str] = field(default_factory=set)
    """The styles whose paragraphs stay with the one before."""

    @cached_property
    def standard(self) -> Mapping[int, str]:
        """The roles of headings that are styles which Word knows, by level."""
        return _BOUND if any(isinstance(block, Part) for block in self.document.content) else _STANDARD

    @cached_property
    def usual(self) -> Voice:
        """The voice of most of the document; what looks as it does there needs no style of its own."""
        return Voice(self.document.lang, len(self.document.langs) > 1)

    def role(self, name: str, voice: Voice) -> Role:
        """How the house wants ``name`` to look in this document."""
        asked = name, voice
        if asked not in self._roles:
            role = self.house.role(name, voice.lang, voice.pair, voice.kind or self.document.kind)
            self._roles[asked] = role.tight() if self.tight else role
        return self._roles[asked]

    def paragraph(self, name: str, voice: Voice) -> str:
        """The id of the style for paragraphs of the role ``name``."""
        return self._known.get((name, voice)) or self.variant(_BUILT_IN.get(name, _titled(name)), voice, lambda voice: self.role(name, voice), ask=name)

    def heading(self, name: str, level: int, voice: Voice) -> str:
        """The id of the style for headings of ``level``. In a document in two columns it has a tab stop where the right one starts (see ``pairs``)."""
        own = "Section" if name == "heading" else _titled(name)  # Word has "heading 2" itself, and another must not be called so
        title = f"heading {level}" if name == self.standard.get(level, "subheading") else f"{own} {level}"
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{self.right_column}"/></w:tabs>' if self.usual.pair else ""
        end = f'<w:outlineLvl w:val="{min(level, 9) - 1}"/>'
        return self._known.get((title, voice)) or self.variant(title, voice, lambda voice: self.role(name, voice), end=end, tabs=tabs)

    @cached_property
    def right_column(self) -> int:
        """Where the text of the right column starts, in twips from the margin."""
        page = self.house.page(self.usual.lang, self.usual.pair, self.document.kind)
        return twips(mm=(page.line + page.gap) / 2)

    def variant(self, title: str, voice: Voice, look: Callable[[Voice], Role], *, end: str = "", tabs: str = "", ask: str = "") -> str:
        """The id of the style called ``title`` that looks as ``look(voice)`` says; ``end`` and ``tabs`` go into its paragraph properties."""
        if known := self._known.get((ask or title, voice)):
            return known
        asked, heard, own, name = ask or title, voice, look(voice), _identity(title)
        usual = self._usual(look, own)
        if voice.kind and own == self._usual(look, own, voice._replace(kind="")):
            voice = voice._replace(kind="")  # its kind makes no difference
        ours = voice._replace(lang=self.usual.lang)
        if is_right_to_left(voice.lang) == is_right_to_left(self.usual.lang) and own == self._usual(look, own, ours):
            voice = ours  # nor does its language, which each run says
        if name not in self._made:
            self._made[name] = self._style(title, usual, self.usual.lang, base="Normal", end=end, tabs=tabs)
        if own != usual or is_right_to_left(voice.lang) != is_right_to_left(self.usual.lang):
            apart = (
                [self.document.tag(voice.lang)] * (voice.lang != self.usual.lang)
                + [("wide", "column")[voice.pair]] * (voice.pair != self.usual.pair)
                + [voice.kind] * bool(voice.kind)
            )
            base, title = name, " ".join([title, *apart])
            name = _identity(title)
            if name not in self._made:
                self._made[name] = self._style(title, own, voice.lang, base=base, end=end, tabs=tabs)
        self._known[asked, heard] = name
        if own.keep_next:
            self.keeping.add(name)
        if own.keep_previous:
            self.following.add(name)
        return name

    def _usual(self, look: Callable[[Voice], Role], own: Role, voice: Voice | None = None) -> Role:
        """How it looks in most of the document, or as it is where only a kind bound into it has such a role."""
        try:
            return look(voice or self.usual)
        except BriefgenError:
            return own

    def table(self, name: str, xml: str) -> str:
        """The id of the table style called after ``name``, with the properties ``xml``."""
        identity = _identity(name) + "Table"
        if identity not in self._tables:
            self._tables[identity] = (
                f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{_titled(name)} Table"/><w:basedOn w:val="TableNormal"/>'
                f'<w:uiPriority w:val="59"/><w:qFormat/>{xml}</w:style>'
            )
        return identity

    def character(self, name: str, voice: Voice) -> str:
        """The id of a character style that looks as the role ``name``."""
        identity = _identity(name) + "Character"
        role = self.role(name, voice)
        self._letters[identity] = (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{_titled(name)} Character"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{fonts_xml(self.house, role)}{_letters(role)}</w:rPr></w:style>'
        )
        return identity

    def into(self, package: Package) -> None:
        """Add the part."""
        lang, body = self.document.tag(self.usual.lang), self.role("body", self.usual)
        for level, name in self.standard.items():  # whoever edits the file finds them
            self.heading(name, level, self.usual)
        self.paragraph("body", self.usual)
        fonts, normal = fonts_xml(self.house, body), f"{_size(body)}{lang_xml(lang, run=False)}"
        package.add("styles").xml = (
            f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{normal}</w:rPr></w:rPrDefault>"
            "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
            '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            f'<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:rPr>{fonts}<w:color w:val="{body.colour[1:]}"/>{normal}</w:rPr></w:style>'
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
            '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
            f"{self._characters()}{''.join(self._letters.values())}{''.join(self._made.values())}{''.join(self._tables.values())}</w:styles>"
        )

    def _style(self, title: str, role: Role, lang: str, *, base: str, end: str, tabs: str) -> str:
        custom = "" if base == "Normal" and (title in _BUILT_IN.values() or title.startswith(("heading ", "annotation ", "toc "))) else ' w:customStyle="1"'
        following = '<w:next w:val="BodyText"/>' if "outlineLvl" in end else ""
        language = lang_xml(self.document.tag(lang), run=False) if base != "Normal" else ""
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{_identity(title)}"><w:name w:val="{escape(title, title)}"/><w:basedOn w:val="{base}"/>'
            f'{following}<w:uiPriority w:val="{9 if following else 10}"/><w:qFormat/><w:pPr>{_paragraph(role, tabs, lang)}{end}</w:pPr>'
            f"<w:rPr>{fonts_xml(self.house, role)}{_letters(role)}{language}</w:rPr></w:style>"
        )

    def _characters(self) -> str:
        rule = self.house.colours.get("rule", "#b9c1cb")[1:]
        looks = {
            ("Strong", "Strong"): "<w:b/><w:bCs/>",
            ("Emphasis", "Emphasis"): "<w:i/><w:iCs/>",
            ("Hyperlink", "Hyperlink"): f'<w:u w:val="single" w:color="{rule}"/>',
            ("FootnoteReference", "footnote reference"): '<w:vertAlign w:val="superscript"/>',
            ("CommentReference", "annotation reference"): '<w:sz w:val="16"/><w:szCs w:val="16"/>',
        }
        return "".join(
            f'<w:style w:type="character" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f'<w:uiPriority w:val="22"/><w:qFormat/><w:rPr>{xml}</w:rPr></w:style>'
            for (identity, name), xml in looks.items()
        )


def fonts_xml(house: House, role: Role) -> str:
    """The font for every kind of letter; without it Word takes the theme's for headings and a default for what it thinks Asian."""
    name = escape(house.font(role.font).word, role.name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _paragraph(role: Role, tabs: str, lang: str) -> str:
    """Paragraph properties, in the order that the schema wants. The line is "at least" the house's leading: the same pitch as CSS in any font."""
    sides = (_border("top", role.border_top, role.gap), _border("bottom", role.border_bottom, role.gap))
    first = twips(mm=role.first_line)
    hang = f' w:firstLine="{first}"' if first >= 0 else f' w:hanging="{-first}"'
    return "".join((
        "<w:keepNext/><w:keepLines/>" if role.keep_next else "",
        f"<w:pBdr>{''.join(sides)}</w:pBdr>" if any(sides) else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{role.background[1:]}"/>' if role.background else "",
        tabs,
        "" if role.hyphenate else "<w:suppressAutoHyphens/>",
        "<w:bidi/>" if is_right_to_left(lang) else "",
        f'<w:spacing w:before="{twips(role.before)}" w:after="{twips(role.after)}" w:line="{twips(role.size * role.leading)}" w:lineRule="atLeast"/>',
        f'<w:ind w:left="{twips(mm=role.indent)}"{hang}/>' if role.indent or first else "",
        f'<w:jc w:val="{_JUSTIFIED[role.align]}"/>',
    ))  # fmt: skip


def _letters(role: Role) -> str:
    return "".join((
        "<w:b/><w:bCs/>" if role.bold else "",
        "<w:i/><w:iCs/>" if role.italic else "",
        "<w:caps/>" if role.caps else "",
        f'<w:color w:val="{role.colour[1:]}"/>',
        f'<w:spacing w:val="{twips(role.tracking)}"/>' if role.tracking else "",
        _size(role),
    ))  # fmt: skip


def _size(role: Role) -> str:
    half = round(role.size * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _border(side: str, border: Border | None, gap: float) -> str:
    return f'<w:{side} w:val="single" w:sz="{max(2, round(border.width * 8))}" w:space="{round(gap)}" w:color="{border.colour[1:]}"/>' if border else ""


def _titled(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split("-"))


def _identity(title: str) -> str:
    """``heading 1`` is ``Heading1``."""
    return "".join(word[:1].upper() + word[1:] for word in title.replace("-", " ").split())
