"""Who is the source of a quoted run, as far as its own sentence tells: one function a construction.

The rules are tried in the order of `RULES`; the first that answers decides, and its name is what
the reader sees as the reason. The others' answers are kept as rejected candidates.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from generator.extract.quotations.scene import Quoted, Scene
from generator.extract.quotations.surface import clause_ahead, clause_behind
from generator.grammar import phrase_of
from generator.model.annotations import Phrase
from generator.model.text import Token
from generator.reporting import Report, Source

Certainty = Literal["explicit", "inherited", "implied"]
CLOSING_STOPS = ",?!…—–-.;"
JOINERS = frozenset({"and", "or", "while", "whereas", "which", "who"})
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SIGNED = re.compile(
    r"\s*(?P<dash>--|[—–―~-])\s*(?P<name>[^\W\d_a-z][\w.’'-]*(?:\s+(?:[^\W\d_a-z][\w.’'-]*|de|van|von|bin|al|of|the)){0,5}?)"
    r"\s*(?:[,.(\[].*)?$",
    re.DOTALL,
)
WEAK = frozenset({"mind", "manner"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PERSONAL = frozenset({"he", "she", "they", "i", "we"})
LIGHT = frozenset({"PUNCT", "ADV", "PART", "INTJ", "SYM", "SPACE"})


class Found(Struct, frozen=True):
    """A source with its cue and the rule that found it."""

    source: Phrase
    cue: Phrase | None
    why: str
    certainty: Certainty = "explicit"
    hedge: str | None = None
    antecedent: Phrase | None = None


Rule = Callable[[Scene, Quoted], "Found | None"]


def find_source(scene: Scene, quoted: Quoted) -> tuple[Found | None, tuple[str, ...]]:
    """The source that the run's own sentence gives, and the candidates that lost."""
    answers = [found for rule in RULES if (found := rule(scene, quoted)) is not None]
    if not answers:
        return None, ()
    first = answers[0]
    lost = [a for a in answers[1:] if a.source != first.source]
    return first, tuple(dict.fromkeys(f"{a.source.text}: {a.why}, comes after" for a in lost))


def from_report(
    scene: Scene, report: Report, why: str, certainty: Certainty = "explicit"
) -> Found | None:
    """The answer that a reporting clause gives; None where it has no source."""
    if report.source is None:
        return None
    relative = report.source.relative
    return Found(
        source=scene.phrase(report.source) if relative is None else scene.word(relative),
        antecedent=None if relative is None else scene.phrase(report.source),
        cue=scene.word(report.verb),
        why=why,
        certainty=certainty,
        hedge=report.hedge,
    )


def _between(scene: Scene, first: int, end: int) -> tuple[Token, ...]:
    return scene.tokens[first:end]


def ends_open(scene: Scene, quoted: Quoted) -> bool:
    """Whether a stop stands inside or behind the closing mark, as before a reporting clause."""
    run = quoted.run
    inside = scene.text[run.start : run.end].rstrip()[-1:]
    behind = scene.text[run.outer_end : run.outer_end + 3].strip()[:1]
    return inside in set(CLOSING_STOPS) or behind in set(CLOSING_STOPS)


def report_after(scene: Scene, quoted: Quoted) -> Report | None:
    """The reporting clause that stands directly behind the run, with nothing but stops between."""
    end = quoted.sentence[1]
    for report in scene.reports:
        if report.first <= quoted.last or report.source is None:
            continue
        if report.verb >= end and not _is_tail(scene, quoted, report):
            continue
        gap = _between(scene, quoted.last + 1, report.first)
        light = all(t.pos in LIGHT or t.text.lower() == "as" for t in gap) and len(gap) <= 4
        finite = scene.tokens[report.verb].tag not in {"VBG", "VBN"} or report.first < report.verb
        if not finite or (report.strength in WEAK and _has_object(scene, report)):
            continue
        if light and not any(t.text.lower() in JOINERS for t in gap):
            return report
    return None


def _has_object(scene: Scene, report: Report) -> bool:
    """Whether a verb has an object or a complement of its own, so that it needs no quotation."""
    found = [
        c
        for c in scene.tree.children(scene.tokens[report.verb])
        if c.dep in {"dobj", "acomp", "attr", "ccomp", "xcomp", "oprd"}
        and c.index > report.verb
        and c.text.lower() != "it"
        and c.index not in scene.reporting.quoted
    ]
    return bool(found)


def _is_tail(scene: Scene, quoted: Quoted, report: Report) -> bool:
    """Whether a clause stands as a sentence of its own behind a question: *“Why?” Trump asked.*"""
    following = scene.next_sentence(quoted.sentence)
    if report.strength in WEAK:
        return False
    if following is None or quoted.last + 1 != following[0] or report.verb >= following[1]:
        return False
    deps = {c.dep for c in scene.tree.children(scene.tokens[report.verb]) if c.index > report.verb}
    said_itself = deps & {"ccomp", "xcomp", "oprd", "acomp", "attr"}
    return not said_itself and report.first == following[0]


def begins_sentence(scene: Scene, quoted: Quoted) -> bool:
    """Whether nothing but other runs and joining words stands before the run in its sentence."""
    before = scene.plain(quoted.sentence[0], quoted.first)
    return all(t.pos in {"CCONJ", "ADV", "INTJ", "SCONJ"} for t in before) and len(before) <= 2


def cue_after(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” the minister said.*"""
    report = report_after(scene, quoted)
    if report is None or not ends_open(scene, quoted):
        return None
    if not begins_sentence(scene, quoted) and not _clause_of_its_own(scene, quoted):
        return None
    return from_report(scene, report, "reporting clause after the quotation")


def _clause_of_its_own(scene: Scene, quoted: Quoted) -> bool:
    """Whether the run is introduced by no governing word: it follows a stop."""
    before = scene.tokens[quoted.first - 1] if quoted.first > 0 else None
    return before is not None and before.text in {",", ":", ";", "—", "–", "-", "--", "...", "…"}


def cue_between(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” he said, “…”*: the second half."""
    earlier = [q for q in scene.quoted if q.last < quoted.first and q.sentence == quoted.sentence]
    for other in reversed(earlier[-1:]):
        report = report_after(scene, other)
        if report is None or not ends_open(scene, other) or not begins_sentence(scene, other):
            continue
        gap = scene.plain(report.last + 1, quoted.first)
        if any(r.first > report.last and r.verb < quoted.first for r in scene.reports):
            continue
        if len(gap) <= 12:
            return from_report(scene, report, "reporting clause between two halves")
    return None


def cue_before(scene: Scene, quoted: Quoted) -> Found | None:
    """*The minister said, “…”*, with what hangs on the verb between."""
    for report in reversed(scene.reports_in(quoted.sentence)):
        if report.verb >= quoted.first or report.strength in WEAK:
            continue
        verb = scene.tokens[report.verb]
        gap = scene.plain(report.verb + 1, quoted.first)
        small = {"that", "as", "a", "an", "the", "of", "to", "but", "and"}
        hangs = all(
            verb in scene.tree.ancestors(t) or t.text.lower() in small or t.pos == "SCONJ"
            for t in gap
        )
        verbs = any(t.pos == "VERB" and t.tag != "VBG" for t in gap)
        if hangs and not verbs and len(gap) <= 12:
            return _told(scene, report, "reporting clause before the quotation")
        return None
    return None


def anchors(scene: Scene, quoted: Quoted) -> tuple[Token, ...]:
    """The words of the run that hang on a word outside of it."""
    inside = set(range(quoted.first, quoted.last + 1))
    words = [scene.tokens[i] for i in quoted.words]
    found = [w for w in words if w.head not in inside and w.pos != "PUNCT"]
    return tuple(found or [w for w in words if w.head == w.index])


def climb(scene: Scene, quoted: Quoted) -> Iterator[Token]:
    """The words above the run in the parse, nearest first, other quoted words left out."""
    seen: set[int] = set()
    for anchor in anchors(scene, quoted)[:1]:
        for token in scene.tree.ancestors(anchor):
            if token.index not in seen and token.index not in scene.reporting.quoted:
                seen.add(token.index)
                yield token


def governing(scene: Scene, quoted: Quoted) -> Found | None:
    """*He promised that the deal was “very close”*: the nearest reporting verb above the run."""
    reports = {r.verb: r for r in scene.reports_in(quoted.sentence)}
    for token in climb(scene, quoted):
        report = reports.get(token.index)
        if report is not None and report.strength in {"clause", "speech"}:
            if report.source is not None and not _overlaps(report.source, quoted):
                return _told(scene, report, "subject of the reporting clause")
            if report.passive:
                return None
        words = _words_that_are(scene, token)
        owner = scene.reporting.owner_of(words) if words else None
        if words is not None and owner is not None and not _overlaps(owner, quoted):
            return Found(scene.phrase(owner), scene.word(words.index), "owner of the words")
        if scene.reporting.words.is_speech_noun(token) and not _modifies(scene, quoted, token):
            owner = scene.reporting.owner_of(token)
            object_of = reports.get(token.head) if token.dep in {"dobj", "appos"} else None
            named = object_of is None or object_of.strength in WEAK
            if owner is not None and not _overlaps(owner, quoted) and named:
                return Found(scene.phrase(owner), scene.word(token.index), "owner of the words")
    return None


def _words_that_are(scene: Scene, verb: Token) -> Token | None:
    """*Her words were “…”*: the noun for speech that the clause is about."""
    if verb.lemma.lower() != "be" or verb.dep == "ccomp":
        return None
    subjects = [c for c in scene.tree.children(verb) if c.dep == "nsubj"]
    return next((c for c in subjects if scene.reporting.words.is_speech_noun(c)), None)


def _told(scene: Scene, report: Report, why: str) -> Found | None:
    outer = outermost(scene, report)
    if outer is report:
        return from_report(scene, report, why)
    return from_report(scene, outer, "source of the clause that the words are told in")


def outermost(scene: Scene, report: Report) -> Report:
    """The report whose content the given one is: *Trump said that Clinton called it “…”*.

    What stands in the content of a report is told by its source, words in marks included.
    """
    held = {r.verb: r for r in scene.reports}
    found = report
    verb = scene.tokens[report.verb]
    below = verb
    for token in scene.tree.ancestors(verb):
        outer = held.get(token.index)
        told = outer is not None and outer.strength == "clause" and outer.source is not None
        if told and outer and below.dep == "ccomp":
            found = outer
        below = token
    return found


def _modifies(scene: Scene, quoted: Quoted, noun: Token) -> bool:
    """Whether the words belong to the noun otherwise than as what it says: *her “private” letters*."""
    for anchor in anchors(scene, quoted)[:1]:
        path = [anchor, *scene.tree.ancestors(anchor)]
        below = path[: path.index(noun)] if noun in path else path
        clauses = {"acl", "relcl", "ccomp", "advcl", "appos", "dep", "parataxis"}
        said = any(
            t.dep in clauses or (t.dep == "prep" and t.text.lower() in {"of", "about", "as"})
            for t in below
        )
        return not said or below[-1].index < noun.index
    return True


def _overlaps(source: Source, quoted: Quoted) -> bool:
    return source.first <= quoted.last and quoted.first <= source.last


def according_to(scene: Scene, quoted: Quoted) -> Found | None:
    """*According to X*, anywhere in the sentence outside of marks."""
    first, end = quoted.sentence
    for i in range(first, end - 1):
        token, following = scene.tokens[i], scene.tokens[i + 1]
        if token.text.lower() == "according" and following.text.lower() == "to":
            for child in scene.tree.children(following):
                if child.dep == "pobj" and i not in scene.reporting.quoted:
                    source = scene.reporting.phrases.source_at(child, "according to")
                    if source is not None:
                        cue = phrase_of(scene.text, (token, following))
                        return Found(scene.phrase(source), cue, "according to")
    return None


def according_beside(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” according to X*: directly behind the run it wins over what governs the run."""
    behind = scene.plain(quoted.last + 1, quoted.sentence[1])[:1]
    if behind and behind[0].text.lower() == "according":
        return according_to(scene, quoted)
    return None


def after_all(scene: Scene, quoted: Quoted) -> Found | None:
    """A run inside a clause that a later reporting clause of the sentence closes: *…, he said*."""
    report = report_after(scene, quoted)
    if report is not None and report.strength not in WEAK:
        return from_report(scene, report, "reporting clause after the quotation")
    for report in reversed(scene.reports_in(quoted.sentence)):
        if report.first > quoted.last and report.strength == "clause" and report.source:
            before = scene.tokens[report.first - 1]
            if before.text in {",", "—", "–", "-", "--"} or before.index in scene.reporting.quoted:
                return from_report(scene, report, "reporting clause at the sentence's end")
    return None


def earlier_report(scene: Scene, quoted: Quoted) -> Found | None:
    """The last reporting clause before the run in its sentence, where the parse lost the way."""
    for report in reversed(scene.reports_in(quoted.sentence)):
        if report.verb < quoted.first and report.strength in {"clause", "speech"} and report.source:
            return from_report(scene, report, "last reporting clause before", "implied")
    return None


def colon_before(scene: Scene, quoted: Quoted) -> Found | None:
    """*Obama has a new message: “…”*: the subject of the clause before the colon."""
    first = quoted.sentence[0]
    before = [t for t in scene.tokens[first : quoted.first] if t.pos != "SPACE"]
    if not before or before[-1].text != ":":
        return None
    roots = [t for t in before if t.pos in {"VERB", "AUX"} and t.dep == "ROOT"]
    for verb in roots:
        source = scene.reporting.source_of(verb)
        if source is not None:
            return Found(
                scene.phrase(source), scene.word(verb.index), "subject before the colon", "implied"
            )
    return None


def subject_above(scene: Scene, quoted: Quoted) -> Found | None:
    """*He seemed pleased about “…”*: the subject of a verb of mind above the run."""
    for token in climb(scene, quoted):
        if token.pos not in {"VERB", "AUX"} or scene.reporting.words.strength(token) != "mind":
            continue
        source = scene.reporting.source_of(token)
        if source is None or _overlaps(source, quoted):
            continue
        head = scene.tokens[source.head]
        named = head.entity in NAMED or head.pos == "PROPN" or head.text.lower() in PERSONAL
        if named or scene.reporting.words.speaks_for_somebody(head):
            why = "subject of the clause that holds the words"
            return Found(scene.phrase(source), scene.word(token.index), why, "implied")
    return None


def agent_behind(scene: Scene, quoted: Quoted) -> Found | None:
    """*It has been called “…” by the professor*."""
    behind = scene.tokens[quoted.last + 1 : quoted.last + 3]
    before = scene.tokens[quoted.first - 1] if quoted.first else None
    if len(behind) < 2 or behind[0].text.lower() != "by" or before is None:
        return None
    verbs = [t for t in scene.tokens[max(0, quoted.first - 3) : quoted.first] if t.tag == "VBN"]
    if not verbs or scene.reporting.words.strength(verbs[-1]) not in {"clause", "speech"}:
        return None
    for child in scene.tree.children(behind[0]):
        source = scene.reporting.phrases.source_at(child, "agent of the passive")
        if child.dep == "pobj" and source is not None:
            return Found(scene.phrase(source), scene.word(verbs[-1].index), "agent of the passive")
    return None


def labelled_as(scene: Scene, quoted: Quoted) -> Found | None:
    """*She has gone after him as “…”*: a label that the subject of the clause gives."""
    for token in climb(scene, quoted):
        if token.text.lower() == "as" and token.dep == "prep":
            verb = scene.tree.head(token)
            objects = {c.dep for c in scene.tree.children(verb)} & {"dobj", "prep"}
            source = scene.reporting.source_of(verb) if verb.pos == "VERB" and objects else None
            head = scene.tokens[source.head] if source else None
            named = head is not None and (head.pos == "PROPN" or head.text.lower() in PERSONAL)
            if source is not None and named and not _overlaps(source, quoted):
                why = "subject of the clause that gives the label"
                return Found(scene.phrase(source), scene.word(verb.index), why, "implied")
        if token.pos in {"VERB", "AUX"}:
            return None
    return None


def word_or_phrase(scene: Scene, quoted: Quoted) -> Found | None:
    """*The senator used the phrase “…”*: who is the subject of the verb that the noun hangs on."""
    before = scene.tokens[quoted.first - 1] if quoted.first else None
    if before is None or not scene.reporting.words.is_speech_noun(before) or before.dep != "dobj":
        return None
    verb = scene.tree.head(before)
    source = scene.reporting.source_of(verb) if verb.pos == "VERB" else None
    if source is None or _overlaps(source, quoted):
        return None
    return Found(scene.phrase(source), scene.word(before.index), "owner of the words")


def in_the_words_of(scene: Scene, quoted: Quoted) -> Found | None:
    """*In the words of the minister, “…”* and *in his words, “…”*."""
    before = scene.plain(quoted.sentence[0], quoted.first)
    for token in before:
        if token.text.lower() == "words" and scene.tree.head(token).text.lower() == "in":
            owner = scene.reporting.owner_of(token)
            if owner is not None and owner.last < quoted.first:
                cue = scene.word(token.index)
                return Found(scene.phrase(owner), cue, "owner of the words")
    return None


def label_before(scene: Scene, quoted: Quoted) -> Found | None:
    """*Pence: “…”*, as in a transcript or a headline: a bare name and a colon."""
    first = quoted.sentence[0]
    before = scene.tokens[first : quoted.first]
    if not 2 <= len(before) <= 8 or before[-1].text != ":":
        return None
    words = before[:-1]
    if all(t.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "ADP", "DET"} for t in words) and any(
        t.pos == "PROPN" or t.text[:1].isupper() for t in words
    ):
        return Found(
            phrase_of(scene.text, words), phrase_of(scene.text, before[-1:]), "name and colon"
        )
    return None


def dash_after(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…” — Jane Doe*, with nothing else in the paragraph: a signed quotation."""
    return signature(scene, quoted.run.outer_end) if begins_sentence(scene, quoted) else None


def signature(scene: Scene, start: int) -> Found | None:
    """A dash and a name from `start` to the end of the paragraph."""
    signed = SIGNED.match(scene.text, start, scene.parsed.segment.end)
    if signed is None or YEAR.search(scene.text, signed.end("name"), signed.end()):
        return None
    dash, name = signed.span("dash"), signed.span("name")
    source = Phrase(*name, scene.text[slice(*name)])
    return Found(source, Phrase(*dash, scene.text[slice(*dash)]), "signed with a dash")


def words_behind(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” said the minister*, where only the order of the words shows it."""
    if not ends_open(scene, quoted) or not begins_sentence(scene, quoted):
        return None
    report = clause_behind(scene, quoted)
    return from_report(scene, report, "reporting clause after the quotation") if report else None


def words_ahead(scene: Scene, quoted: Quoted) -> Found | None:
    """*The minister (party) said, “…”*, where only the order of the words shows it."""
    report = clause_ahead(scene, quoted)
    return from_report(scene, report, "reporting clause before the quotation") if report else None


RULES: tuple[Rule, ...] = (
    label_before,
    dash_after,
    cue_between,
    cue_after,
    words_behind,
    in_the_words_of,
    agent_behind,
    according_beside,
    cue_before,
    words_ahead,
    governing,
    word_or_phrase,
    after_all,
    according_to,
    colon_before,
    earlier_report,
    subject_above,
    labelled_as,
)
