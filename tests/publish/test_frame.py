"""The frame around a page has no white space that nobody sees; what the page says stays."""

import json
import re

import pytest

from generator.publish.frame import lean_frame, without_frame

PAGE = """<html>
    <head>

      <script>if (a)
          b()</script>
    </head>
    <body>
      <p>One

         two</p>
      <article class="md-content__inner md-typeset">
      <pre>  as
        written</pre>
      </article>

    </body>
</html>"""


def test_indentation_and_empty_lines_of_the_frame_go() -> None:
    """One line's end stands where several lines or an indentation stood, so no two words join.

    Beside a block, whose ends part words by themselves, none does.
    """
    lean = lean_frame(PAGE)
    assert "<body><p>One\ntwo</p>\n<article" in lean
    assert lean.endswith("</article></body></html>")


def test_what_the_page_says_stays_to_the_byte() -> None:
    """The content may hold white space that is seen."""
    start, end = PAGE.index("<article"), PAGE.index("</article>")
    assert PAGE[start:end] in lean_frame(PAGE)


def test_empty_lines_between_two_tags_of_the_content_go() -> None:
    """Templates leave some where they say nothing; where lines are seen, all stay."""
    page = PAGE.replace("pre>", "p>").replace("</p>", "</p>\n  \n\n   <b>no</b>\n <i>one</i>")
    assert "</p>\n<b>no</b>\n <i>one</i>" in lean_frame(page).partition("<article")[2]


def test_icons_are_known_without_their_namespace() -> None:
    """It is told to XML, which no page of a site is."""
    icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    page = PAGE.replace("<p>One", f"{icon}<p>One")
    assert '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>' in lean_frame(page)


@pytest.mark.parametrize(
    "told",
    [
        "<script>a = '<svg xmlns=\"http://www.w3.org/2000/svg\">'</script>",
        "<style>\n\n  a{b:url('<svg xmlns=\"http://www.w3.org/2000/svg\">')}</style>",
        "<img src='data:image/svg+xml;utf8,<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>'>",
    ],
)
def test_a_picture_that_a_script_or_an_attribute_holds_stays(told: str) -> None:
    """It is read as XML, or its hash is named."""
    assert told in lean_frame(PAGE.replace("<p>One", f"{told}<p>One"))


@pytest.mark.parametrize(
    "told",
    [
        "<script>a = `<b>\n\n  </b>`</script>",
        "<style>a{b:'<b>\n\n  </b>'}</style>",
        "<i title='<b>\n\n  </b>'>x</i>",
    ],
)
def test_a_script_and_an_attribute_of_the_content_stay(told: str) -> None:
    """An empty line in one is none that a template left."""
    page = PAGE.replace("pre>", "p>").replace("</p>", f"</p>\n\n{told}\n\n<b>no</b>")
    assert f"</p>\n{told}\n<b>no</b>" in lean_frame(page).partition("<article")[2]


def test_a_script_stays_to_the_byte() -> None:
    """The policy names the hash of each script."""
    assert "<script>if (a)\n          b()</script>" in lean_frame(PAGE)


def test_a_frame_with_preformatted_text_stays() -> None:
    """An owner's override may show such text beside the content."""
    page = PAGE.replace("<p>One", "<pre>One")
    assert "<pre>One\n\n         two" in lean_frame(page)


def test_a_page_of_another_theme_stays() -> None:
    """Without the theme's mark nobody knows where the content begins."""
    page = PAGE.replace("md-content__inner", "other")
    assert lean_frame(page) == page


CONTENTS = """<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" {hidden}>
<div class="md-sidebar__scrollwrap">
<div class="md-sidebar__inner">
<nav class="md-nav md-nav--secondary" aria-label="Table of contents">
{listed}
</nav>
</div>
</div>
</div>
"""


def test_a_hidden_table_of_contents_with_nothing_in_it_goes() -> None:
    """Most pages of a large site are small, and have none."""
    page = PAGE.replace("<p>One", CONTENTS.format(hidden="hidden", listed="") + "<p>One")
    assert lean_frame(page) == lean_frame(PAGE)


def test_a_table_of_contents_that_is_shown_or_has_an_entry_stays() -> None:
    """Scripts find the entries of a hidden one as well."""
    for hidden, listed in (("", ""), ("hidden", "<ul><li>One</li></ul>")):
        contents = CONTENTS.format(hidden=hidden, listed=listed)
        page = PAGE.replace("<p>One", f"{contents}<p>One")
        assert "md-sidebar--secondary" in lean_frame(page)


INDEXED = (
    '<html lang="en"><head><title>Harbour</title></head><body dir="ltr"><nav>Actors</nav>'
    '<article class="md-content__inner"><div data-pagefind-body><article>One</article></div>'
    "</article><footer>Made with</footer></body></html>"
)


def test_an_index_is_made_from_the_head_and_what_the_page_says() -> None:
    """Language and title stand before the frame, which is the half of a small page."""
    assert without_frame(INDEXED) == (
        '<html lang="en"><head><title>Harbour</title></head><body>'
        '<article class="md-content__inner"><div data-pagefind-body><article>One</article></div>'
        "</article></body></html>"
    )


def test_a_frame_that_has_something_for_the_index_stays() -> None:
    """An owner may name a filter beside the content; a page of another theme has no content."""
    own = INDEXED.replace("<nav>", "<nav data-pagefind-meta='place'>")
    other = INDEXED.replace("md-content__inner", "other")
    assert [without_frame(page) for page in (own, other)] == [own, other]


def test_the_words_of_the_themes_own_search_go() -> None:
    """The header's field asks the search page; what else the theme's script is told stays JSON."""
    told = {"copy": "Copy", "search.result.one": 'One "hit"', "select.version": "Version"}
    settings = f'<script id="__config" type="application/json">{json.dumps(told)}</script>'
    found = re.search(r"__config.*?>(.*?)</script>", lean_frame(PAGE.replace("<p>One", settings)))
    assert found
    assert json.loads(found[1]) == {"copy": "Copy", "select.version": "Version"}
