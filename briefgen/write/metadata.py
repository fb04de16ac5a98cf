"""What a PDF says of itself (XMP): title, subject and language, and the two standards that it keeps. No tool, no date, no person.

PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) go together in one file where each names its part; PDF/A asks that a namespace which it does
not know is described in the file itself (ISO 19005-3, 6.6.2.3), uncompressed, so that an archive can read it without the rest.
"""

from html import escape

_RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
_FOOT = '</x:xmpmeta>\n<?xpacket end="r"?>'
_STANDARDS = (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A"/>'
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
)
_EXTENSION = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def xmp(title: str, subject: str, langs: tuple[str, ...]) -> bytes:
    """The packet of a document with this title, subject ("" for none) and languages (the main one first)."""
    spoken = "".join(f"<rdf:li>{escape(lang)}</rdf:li>" for lang in langs)
    said = _alternative("title", title) + (_alternative("description", subject) if subject else "")
    about = f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{said}<dc:language><rdf:Bag>{spoken}</rdf:Bag></dc:language></rdf:Description>'
    return f"{_HEAD}<rdf:RDF {_RDF}>{_STANDARDS}{about}{_EXTENSION}</rdf:RDF>{_FOOT}".encode()


def _alternative(name: str, words: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt></dc:{name}>'
