"""Sources beside a run in the order of words: directly behind it, before it, between its halves."""

from generator.extract.quotations.above import told
from generator.extract.quotations.answers import WEAK, Found, from_report
from generator.extract.quotations.scene import Quoted, Scene
from generator.extract.quotations.surface import clause_ahead, clause_behind
from generator.grammar import phrase_of
from generator.reporting import Report

CLOSING_STOPS = frozenset(",?!…—–-.;")
JOINERS = frozenset({"and", "or", "while", "whereas", "which", "who"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LIGHT = frozenset({"PUNCT", "ADV", "PART", "INTJ", "SYM", "SPACE"})


def ends_open(scene: Scene, quoted: Quoted) -> bool:
    """Whether a stop stands inside or behind the closing mark, as before a reporting clause."""
    run = quoted.run
    inside = scene.text[run.start : run.end].rstrip()[-1:]
    behind = scene.text[run.outer_end : run.outer_end + 3].strip()[:1]
    return inside in set(CLOSING_STOPS) or behind in set(CLOSING_STOPS)


def begins_sentence(scene: Scene, quoted: Quoted) -> bool:
    """Whether nothing but other runs and joining words stands before the run in its sentence."""
    before = scene.plain(quoted.sentence[0], quoted.first)
    return all(t.pos in {"CCONJ", "ADV", "INTJ", "SCONJ"} for t in before) and len(before) <= 2


def report_after(scene: Scene, quoted: Quoted) -> Report | None:
    """The reporting clause that stands directly behind the run, with nothing but stops between."""
    end = quoted.sentence[1]
    for report in scene.reports:
        if report.first <= quoted.last or report.source is None:
            continue
        if report.verb >= end and not _is_tail(scene, quoted, report):
            continue
        gap = scene.tokens[quoted.last + 1 : report.first]
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
    """Whether a clause stands by itself behind a question: *“Why?” the judge asked*."""
    following = scene.next_sentence(quoted.sentence)
    if report.strength in WEAK:
        return False
    if following is None or quoted.last + 1 != following[0] or report.verb >= following[1]:
        return False
    deps = {c.dep for c in scene.tree.children(scene.tokens[report.verb]) if c.index > report.verb}
    said_itself = deps & {"ccomp", "xcomp", "oprd", "acomp", "attr"}
    return not said_itself and report.first == following[0]


def cue_after(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” the minister said*: a clause directly behind."""
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
            why = "reporting clause before the quotation"
            if _opens_speech(scene, quoted, report):
                return from_report(scene, report, why)
            return told(scene, report, why)
        return None
    return None


def _opens_speech(scene: Scene, quoted: Quoted, report: Report) -> bool:
    """Whether a verb and a comma lead into a sentence in marks: *she replied, “We shall.”*."""
    before = scene.tokens[report.verb + 1 : quoted.first]
    first = next((c for c in scene.text[quoted.run.start : quoted.run.end] if c.isalnum()), "")
    verb = scene.tokens[report.verb]
    own = any(c.dep == "nsubj" for c in scene.tree.children(verb)) and verb.tag in FINITE
    return own and [t.text for t in before] in ([","], [":"]) and first.isupper()


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


def according_to(scene: Scene, quoted: Quoted) -> Found | None:
    """*According to X*, anywhere in the sentence outside of marks."""
    first, end = quoted.sentence
    for i in range(first, end - 1):
        token, following = scene.tokens[i], scene.tokens[i + 1]
        if token.text.lower() == "according" and following.text.lower() == "to":
            cue = [token, following]
        elif token.text.lower() == "per" and following.pos in {"DET", "PROPN", "PRON"}:
            cue = [token]
        else:
            continue
        for child in scene.tree.children(cue[-1]):
            if child.dep == "pobj" and i not in scene.reporting.quoted:
                source = scene.reporting.phrases.source_at(child, "according to")
                if source is not None:
                    return Found(scene.phrase(source), phrase_of(scene.text, cue), "according to")
    return None


def according_beside(scene: Scene, quoted: Quoted) -> Found | None:
    """*“…,” according to X*: directly behind the run it wins over what governs the run."""
    behind = scene.plain(quoted.last + 1, quoted.sentence[1])[:1]
    if behind and behind[0].text.lower() in {"according", "per"}:
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
