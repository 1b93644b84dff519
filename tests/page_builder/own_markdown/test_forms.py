"""Each form that the templates write is rendered fast, and as Python-Markdown renders it; others are left to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_builder.page_builder import own_markdown, rendering
from tests.page_builder.own_markdown.both_ways import configuration, render_both

FORMS = {
    "paragraph": "Words of one line.",
    "paragraph of two lines": "Words of one line\nand of another.",
    "class": "Words.\n{: .meta }",
    "classes and anchor": "Words.\n{: .note .small #note-1 }",
    "escaped signs": r"\*no\* \_emphasis\_ \[no link\] \`no code\` \{no list\} \| \# \\ a\\\*b",
    "references": "A &amp; B &lt;C&gt; &#58; &#x2019; &nbsp;",
    "sign of greater": "3 > 2",
    "names with underscores": "snake_case and a_b_c",
    "strong": "**All** of **it, and more** (**here**)**there**",
    "strong around a link": "**[Board](../index.md)**",
    "inline tags": 'x <span class="chip" id="a&amp;b">y</span> <em>z</em><br> <del>w</del>',
    "name of an anchor": '<a name="old" href="#x">x</a>',
    "link": "[Board](../index.md) and [home](../../../index.md#top) and [here](#brief)",
    "link with a class": "[Link and quote](#question-1){: .quote } after it",
    "link to a file": "[Original](../../../files/paper.pdf)",
    "link elsewhere": "[There](https://example.org/a_b?c=d#e)",
    "link with tags in it": '[9 more<span class="on-screen"> below</span>](#rest)',
    "headings": "# One {: #page-title }\n\n## Two {: #two }\n\n#### Four {: #four }\n\n##### Five {: #five }",
    "heading without an anchor": "# Café &amp; Co: 3 words\n\n## Same\n\n## Same\n\n### Same {: #same }",
    "heading with a link": "## [Board](../index.md#item-1) and more",
    "heading with a name for the contents": '## Long {: #long data-toc-label="5. Shört" }',
    "heading in an element first": '<div class="opening" markdown="1">\n\n# One {: #one }\n\n</div>',
    "bullets": "- one\n- **two**\n- [three](#x)",
    "bullets below bullets": "- one\n    - two\n        - three\n    - four\n- five\n    - six",
    "numbers": "1. one\n2. two",
    "steps": "1.  **May** one\n\n    > said\n\n1.  **June** two\n\n1.  three\n\n    > said again",
    "one step": "1.  **May** one",
    "definitions": "Kind\n:   Report\n\nBody\n:   [Board](../index.md)\n:   another\n\nDate\n:   May",
    "bullets in a definition": "Left out\n:   2 passages:\n\n    - one\n    - two\n\nWords\n:   all",
    "quotation": "> What was said.",
    "table": "| A | B |\n| --- | ---: |\n| **a** | b \\| c |\n| [x](#y) |  |",
    "table of one column": "| A |\n| --- |\n| a |",
    "element with Markdown": '<nav class="crumbs" aria-label="You are here" markdown="1">\n\n- one\n\n</nav>',
    "elements in elements": '<div class="b" id="x" markdown="1">\n<div lang="cy" markdown="1">\n\nx\n\n</div>\n</div>',
    "empty element": '<div class="source" markdown="1">\n\n</div>',
    "attribute with references": '<div title="A &amp;amp; B&#39;s" class="x" markdown="1">\n\nx\n\n</div>',
    "details": '<details class="f" markdown="1">\n<summary>What &amp; <code>why</code></summary>\n\nx\n\n</details>',
    "place of the contents": "# One {: #one }\n\n<!-- contents -->\n\nWords.",
    "HTML at the top": '<figure id="b" class="a"><svg viewBox="0 0 1 1"><title>t</title></svg></figure>\n\nWords.',
    "HTML in Markdown": (
        '<div class="source" markdown="1">\n\n<div role="region" class="t" tabindex="0">\n<span id="s"></span>\n'
        '<table>\n<caption>C</caption>\n<thead>\n<tr><th scope="col">A &amp; B</th><td></td></tr>\n</thead>\n'
        '<tbody>\n<tr id="r" class="record">\n<td>x <em>y</em><br> z</td></tr>\n</tbody>\n</table>\n</div>\n\n</div>'
    ),
    "HTML after a line": '<div class="b" markdown="1">\nWords\n<p class="missing">Lost</p>\n- one\n</div>',
}
OTHERS = {
    "emphasis": "*words*",
    "underscores of emphasis": "_words_",
    "code": "`code`",
    "fence": "```text\ncode\n```",
    "fence of tildes": "~~~\ncode\n~~~",
    "indented code": "    code",
    "image": "![picture](../../../files/paper.pdf)",
    "reference link": "[one][two]\n\n[two]: #x",
    "automatic link": "<https://example.org/>",
    "link that leads nowhere": "[gone](gone.md)",
    "link with a title": '[x](#y "title")',
    "link in a link": "[a [b](#c) d](#e)",
    "footnote": "note[^1]\n\n[^1]: Foot.",
    "abbreviation": "*[AB]: Audit Board",
    "admonition": "!!! note\n    x",
    "collapsible note": "??? note\n    x",
    "underlined heading": "Words\n=====",
    "rule": "---",
    "loose bullets": "- one\n\n- two",
    "paragraph in an item": "- one\n\n    two",
    "number in an item": "- 1. one",
    "heading in a paragraph": "Words\n# Heading",
    "quotation of two lines": "> one\n> two",
    "two quotations": "> one\n\n> two",
    "comment": "<!-- mine -->",
    "bare ampersand": "A & B",
    "bare sign": "a < b",
    "sign of greater in a heading": "## &gt; {: #id }",
    "tab": "a\tb",
    "line break": "one  \ntwo",
    "marker of contents": "[TOC]",
    "Markdown in a line's element": '<p markdown="1">*x*</p>',
    "element that is not closed": '<div class="a" markdown="1">\n\nx',
    "end tag alone": "x\n\n</div>",
    "element in a paragraph of HTML": "<p><div>x</div></p>",
    "uneven table": "| A | B |\n| --- | --- |\n| a |",
    "what Python-Markdown uses itself": "\x02wzxhzdk:0\x03",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_form_is_rendered_as_python_markdown_renders_it(text: str, docs: Path) -> None:
    both = render_both(text, docs)
    assert both.fast == both.reference


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_none_of_the_forms_is_left_to_python_markdown(text: str, docs: Path) -> None:
    assert render_both(text, docs).fast is None


def test_it_stands_for_the_markdown_of_every_archive(docs: Path) -> None:
    config = configuration(docs)
    assert rendering.can_be_fast(config)
    assert {name: given for name, given in config.mdx_configs.items() if given} == own_markdown.SETTINGS


def test_with_other_extensions_or_settings_it_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    config = configuration(tmp_path / "docs")
    config.markdown_extensions.append("smarty")
    assert not rendering.can_be_fast(config)
    config.markdown_extensions.remove("smarty")
    config.mdx_configs["toc"]["permalink"] = True
    assert not rendering.can_be_fast(config)
