#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""one-page.py OUTPUT PAGE …: the pages of the help, which are Mallard (http://projectmallard.org/1.0/), as one page of HTML: for
where no help browser is, as in the sandbox of a Flatpak. One file, because a browser may be lent no more than one."""
import html
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

NAMESPACE = "{http://projectmallard.org/1.0/}"
# What the elements of the pages become; an element that is not here is an error, so that none is lost.
PLAIN = {"p": "p", "key": "kbd", "gui": "b", "cmd": "code", "code": "code", "input": "code", "file": "code", "sys": "b", "em": "em",
         "var": "var", "screen": "pre", "list": "ul", "steps": "ol", "note": "aside", "table": "table", "thead": "thead", "tbody": "tbody",
         "tr": "tr", "td": "td"}
STYLE = """:root { color-scheme: light dark; font: 1em/1.5 sans-serif }
body { max-width: 44em; margin: 0 auto; padding: 1em }
h2 { margin-top: 2.5em; border-top: 1px solid; padding-top: .5em }
table { border-collapse: collapse } td { border: 1px solid; padding: .2em .6em; vertical-align: top }
kbd { border: 1px solid; border-radius: .3em; padding: 0 .3em } aside { border-inline-start: 4px solid; padding-inline-start: 1em }
pre { overflow-x: auto }"""


def name(element):
    return element.tag.removeprefix(NAMESPACE)


def child(element, path):
    return element.find("/".join(NAMESPACE + part for part in path.split("/")))


def anchor(page, section=None):
    return f"{page}.{section}" if section else page


class Book:
    def __init__(self, paths):
        self.pages = {Path(path).stem: ElementTree.parse(path).getroot() for path in paths}

    def title(self, page):
        return "".join(child(self.pages[page], "title").itertext())

    def target(self, page, reference):
        """Returns the anchor of what a link leads to, and what that is called."""
        other, _, section = reference.partition("#")
        other = other or page
        root = self.pages[other]
        if section:
            root = next(s for s in root.iter(NAMESPACE + "section") if s.get("id") == section)
        return anchor(other, section), "".join(child(root, "title").itertext())

    def inner(self, page, element, depth):
        """What is in an element, with the texts between."""
        text = html.escape(element.text or "")
        for part in element:
            text += self.convert(page, part, depth) + html.escape(part.tail or "")
        return text

    def convert(self, page, element, depth):
        kind = name(element)
        inner = self.inner(page, element, depth + (kind == "section"))
        if kind in ("info", "title", "desc"):
            return ""
        if kind == "section":
            title = html.escape("".join(child(element, "title").itertext()))
            return f'<section id="{anchor(page, element.get("id"))}"><h{depth}>{title}</h{depth}>{inner}</section>'
        if kind == "link":
            return self.link(page, element, inner)
        if kind == "keyseq":
            return " + ".join(self.convert(page, key, depth) for key in element)
        if kind == "terms":
            return "<dl>" + "".join(self.term(page, item, depth) for item in element) + "</dl>"
        if kind == "item":
            return f"<li>{inner}</li>"
        return f"<{PLAIN[kind]}>{inner}</{PLAIN[kind]}>"

    def term(self, page, item, depth):
        title = self.inner(page, child(item, "title"), depth)
        return f"<dt><b>{title}</b></dt><dd>{self.inner(page, item, depth)}</dd>"

    def link(self, page, element, inner):
        if element.get("href"):
            return f'<a href="{html.escape(element.get("href"))}">{inner or html.escape(element.get("href"))}</a>'
        where, title = self.target(page, element.get("xref"))
        return f'<a href="#{where}">{inner or html.escape(title)}</a>'

    def below(self, section):
        """The pages that name this section of the index as their guide, by their titles."""
        guide = f"{NAMESPACE}info/{NAMESPACE}link[@type='guide']"
        return sorted((page for page, root in self.pages.items() if any(link.get("xref") == f"index#{section}" for link in root.findall(guide))),
                      key=self.title)

    def write(self):
        index = self.pages["index"]
        sections = [(section, self.below(section.get("id"))) for section in index.findall(NAMESPACE + "section")]
        lines = ['<!DOCTYPE html>', '<html lang="en">', '<head><meta charset="utf-8">',
                 '<meta name="viewport" content="width=device-width">', f"<title>{self.title('index')}</title>",
                 f"<style>{STYLE}</style></head>", f"<body><h1>{self.title('index')}</h1>"]
        lines += [self.convert("index", part, 2) for part in index if name(part) == "p"]
        for section, pages in sections:
            lines.append(f"<h3>{''.join(child(section, 'title').itertext())}</h3><ul>")
            lines += [f'<li><a href="#{page}">{html.escape(self.title(page))}</a></li>' for page in pages]
            lines.append("</ul>")
        for _, pages in sections:
            for page in pages:
                lines.append(f'<article id="{page}"><h2>{html.escape(self.title(page))}</h2>')
                lines.append(self.inner(page, self.pages[page], 3) + "</article>")
        return "\n".join(lines + ["</body></html>", ""])


def main(output, *paths):
    Path(output).write_text(Book(paths).write(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
