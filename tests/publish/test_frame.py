"""The frame around a page has no white space that nobody sees; what the page says stays."""

from generator.publish.frame import lean_frame

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
    """One line's end stands where several lines or an indentation stood, so no two words join."""
    lean = lean_frame(PAGE)
    assert "<body>\n<p>One\ntwo</p>\n<article" in lean
    assert lean.endswith("</article>\n</body>\n</html>")


def test_what_the_page_says_stays_to_the_byte() -> None:
    """The content may hold white space that is seen."""
    start, end = PAGE.index("<article"), PAGE.index("</article>")
    assert PAGE[start:end] in lean_frame(PAGE)


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
