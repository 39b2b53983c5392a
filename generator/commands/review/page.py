"""The desk as one page of plain forms: no script, and nothing of a source is markup."""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator
from html import escape

from generator.commands.review.doubts import KINDS, Doubt, SuggestedCorrection
from generator.i18n.catalogue import Catalogue

Say = Callable[[str], str]

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}"
    "section.doubt{border-top:1px solid #888;padding:.5rem 0}"
    "blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #888}"
    "form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}"
    "button,input{font:inherit;padding:.25rem .6rem;min-height:24px}"
    "[role=alert]{border:2px solid #a00;padding:.5rem}"
)
MOST = 100
"""Most doubts of one kind on the page; what is settled makes room for the next."""


def style_hash() -> str:
    """What a policy names the page's only style by."""
    digest = hashlib.sha256(STYLE.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def render_desk(
    doubts: Iterable[Doubt],
    words: Catalogue,
    *,
    action: str,
    token: str,
    said: str = "",
    error: str = "",
    undo: str,
) -> str:
    """The page; `undo` has the lines of the last correction that was written here."""
    found, say = list(doubts), _escaped(words)
    parts = [f'<p role="alert">{escape(error)}</p>' if error else ""]
    parts.append(f'<p role="status">{escape(said)}</p>' if said else "")
    if undo:
        button = f'<button name="do" value="undo">{say("Undo")}</button>'
        parts.append(f"<h2>{say('Last correction')}</h2><pre>{escape(undo)}</pre>")
        parts.append(f"{_form(action, token)}{button}</form>")
    for kind, heading in KINDS.items():
        rows = [d for d in found if d.kind == kind]
        parts.append(f'<h2 id="{kind}">{say(heading)} ({len(rows)})</h2>' if rows else "")
        parts += [_doubt(d, action, token, say) for d in rows[:MOST]]
    parts.append("" if found else f"<p>{say('Nothing is doubtful.')}</p>")
    body = "\n".join(filter(None, parts))
    about = say("A click writes a correction into seeds/corrections.yml, with your reason.")
    return (
        f'<!doctype html>\n<html lang="{words.language}" dir="{words.direction}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{say('The desk')}</title>"
        f"<style>{STYLE}</style></head><body><main><h1>{say('The desk')}</h1>\n"
        f"<p>{about}</p>\n"
        f"{body}\n</main></body></html>\n"
    )


def _escaped(words: Catalogue) -> Say:
    """The catalogue's words, ready for a page."""
    return lambda message: escape(words.form(message), quote=True)


def _doubt(doubt: Doubt, action: str, token: str, say: Say) -> str:
    name = escape(doubt.id, quote=True)
    lines = [f'<section class="doubt" id="{name}"><h3>{escape(doubt.question)}</h3>']
    if doubt.words:
        words = f"{escape(doubt.before)}<mark>{escape(doubt.words)}</mark>{escape(doubt.behind)}"
        lines.append(f"<blockquote>{words}</blockquote><p>{escape(doubt.place)}</p>")
    if doubt.choices:
        lines.append(f'{_form(action, token)}<input type="hidden" name="doubt" value="{name}">')
        lines += _asked(doubt.choices, say)
        why = say("seen at the desk")
        lines.append(f'<label>{say("Why")} <input name="why" required value="{why}"></label>')
        for number, choice in enumerate(doubt.choices):
            label = escape(choice.label)
            lines.append(f'<button name="choice" value="{number}">{label}</button>')
        lines.append(f'<button name="do" value="leave">{say("Leave as it is")}</button></form>')
    return "".join([*lines, "</section>"])


def _asked(choices: Iterable[SuggestedCorrection], say: Say) -> Iterator[str]:
    for asks in (choice.asks for choice in choices if choice.asks):
        hint = escape(asks, quote=True)
        yield f'<label>{say("Value")} <input name="value" placeholder="{hint}"></label>'


def _form(action: str, token: str) -> str:
    hidden = f'<input type="hidden" name="token" value="{escape(token, quote=True)}">'
    return f'<form method="post" action="{escape(action, quote=True)}">{hidden}'
