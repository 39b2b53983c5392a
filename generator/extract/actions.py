"""Who does what to whom in one document: a named subject, its verb, its object; precision first.

Only what the author says, not what a speaker says; only a finite verb of doing, not in a condition
or a question; the clause verbatim, with the words that make it a plan, a wish or a denial.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.extract.reported_speech import Assertions
from generator.language import relations, word_forms
from generator.language.clauses import is_denied
from generator.language.dependencies import Tree, phrase_of, tree_of
from generator.language.lexicons import Lexicon
from generator.model.annotations import Action, Attribution, Mention, Phrase
from generator.model.identifiers import content_id, number_repeats
from generator.model.reading_order import start_while
from generator.model.rules import ActionRule, Rule
from generator.model.text import Document, Offsets, Parse, ParsedSegment, Span, Token, Tokens
from generator.model.visible_text import text_at
from generator.model.zones import CAPTION, STORY

ZONES = STORY | CAPTION
OUTSIDE = frozenset(
    {
        relations.CONJUNCT,
        relations.COORDINATOR,
        relations.ADVERBIAL_CLAUSE,
        relations.PARATAXIS,
        relations.CLAUSAL_COMPLEMENT,
        relations.RELATIVE_CLAUSE,
    }
)
"""What hangs on a verb without being part of its clause."""
NO_TARGETS = frozenset(
    {
        word_forms.RELATIVE_PRONOUN,
        word_forms.RELATIVE_DETERMINER,
        word_forms.DETERMINER,
        word_forms.PRONOUN,
        word_forms.EXISTENTIAL,
        word_forms.PREPOSITION,
        word_forms.NUMBER,
    }
)
LONGEST = 45
"""Words; a longer clause is a wrong parse."""
MARKS = "”\"’'»"


def find_actions(
    document: Document, parse: Parse, *, mentions: Sequence[Mention], lexicon: Lexicon | None
) -> tuple[Action, ...]:
    """The actions of `document` in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    names = {
        m.span.end: m
        for m in mentions
        if _may_act(m) and m.zone in ZONES and not m.weak and not m.quoted
    }
    reader = _ActionReader(document, names, lexicon)
    found: list[Action] = []
    for parsed in parse.segments:
        if parsed.segment.zone in ZONES and not parsed.segment.in_hole:
            found.extend(reader.actions(parsed))
    found.sort(key=lambda a: (a.span.start, a.span.end, a.agent))
    spans = (a.span for a in found)
    ids = number_repeats(content_id("a", text_at(document, s.start, s.end)) for s in spans)
    return tuple(replace(a, id=i) for a, i in zip(found, ids, strict=True))


def _may_act(mention: Mention) -> bool:
    """A name, or a pronoun of persons; *it* is too often nobody: *it snowed in Lagos*."""
    personal = mention.kind == "pronoun" and mention.gender != "neuter"
    return mention.kind == "name" or personal


class _ActionReader:
    """Reads the actions of one document's segments."""

    def __init__(self, document: Document, names: Mapping[int, Mention], lexicon: Lexicon) -> None:
        self._document = document
        self._names = names
        self._lexicon = lexicon
        self._still = lexicon.words("verbs_of_no_action")
        self._light = lexicon.words("light_verbs")
        self._events = lexicon.words("event_objects")
        self._possible = lexicon.group("possibility_modals")

    def actions(self, parsed: ParsedSegment) -> Iterator[Action]:
        """The actions of one segment, in order of their subjects."""
        tree = tree_of(parsed)
        for token in tree.tokens:
            mention = self._names.get(token.end)
            if mention is None:
                continue
            found = _subject(tree, token, self._names)
            if found is not None:
                actions = (self._action(tree, mention, found, v) for v in _verbs(tree, found[1]))
                yield from (action for action in actions if action)

    def _action(
        self, tree: Tree, mention: Mention, found: tuple[ActionRule, Token], verb: Token
    ) -> Action | None:
        rule, subject = found
        deed = _deed(tree, verb)
        told = Assertions(tree, self._lexicon)
        if not self._is_deed(tree, deed) or not told.holds(verb):
            return None
        if (
            mention.zone == "headline"
            and verb.tag in {word_forms.VERB_PAST, word_forms.VERB_PARTICIPLE}
            and not _objects(tree, deed)
        ):
            return None  # *Bo Ek arrested in Oslo*: headlines tell deeds in the present tense
        clause = _clause(tree, subject, verb)
        if not clause or len(clause) > LONGEST or any(t.hole for t in clause):
            return None
        if _is_cut(tree, clause, deed) or _lacks_object(tree, subject, verb, deed):
            return None
        target = _target(self._document.text, tree, deed, self._lexicon)
        modality = _modality(self._document.text, tree, verb, deed, told.hedges(verb))
        may = not self._possible.isdisjoint((modality or "").lower().split())
        if target is None or may:
            return None  # *could sign*: nobody says that it is done, or will be
        start, end = clause[0].start, _closed(self._document.text, clause)
        return Action(
            id="",
            span=Span(self._document.id, start, end),
            agent=Offsets(mention.span.start, mention.span.end),
            verb=_verb_of(tree, deed),
            target=target,
            modality=modality,
            negated=is_denied(tree, self._lexicon, verb, deed),
            sentence=mention.sentence,
            rule=rule,
        )

    def _is_deed(self, tree: Tree, deed: Token) -> bool:
        objects = _objects(tree, deed)
        if deed.lemma in self._light and objects and deed.lemma in self._still:
            return any(o.lemma in self._events for o in objects)
        return deed.lemma.isalpha() and deed.lemma not in self._still


Names = Mapping[int, Mention]
"""The names of a document by where they end."""


def own_subject(_tree: Tree, token: Token, _names: Names) -> Token | None:
    """*Russia attacked*: the name is the subject."""
    return token if token.dep == relations.SUBJECT else None


def beside_subject(tree: Tree, token: Token, names: Names) -> Token | None:
    """*The president, Ada Marsh, attacked*; *Ada and Bo met*: the name stands with the subject."""
    above = tree.head(token)
    named = token.dep == relations.APPOSITION and above.end in names  # *Leeds, Yorkshire*
    beside = (
        token.dep in {relations.CONJUNCT, relations.APPOSITION}
        and above.dep == relations.SUBJECT
        and not named
    )
    return above if beside else None


def relative_who(tree: Tree, token: Token, _names: Names) -> Token | None:
    """*Ada Marsh, who signed the treaty*: the name is the antecedent of the subject."""
    clauses = tree.children(token, relations.RELATIVE_CLAUSE)
    inner = (i for c in clauses for i in tree.children(c))
    who = (i for i in inner if i.dep == relations.SUBJECT and i.tag == word_forms.RELATIVE_PRONOUN)
    return next(who, None)


SubjectRule = Rule[ActionRule, Attribution, Callable[[Tree, Token, Names], Token | None]]
ACTION_RULES: tuple[SubjectRule, ...] = (
    SubjectRule("own_subject", "Russia attacked Ukraine.", "explicit", own_subject),
    SubjectRule(
        "beside_subject", "The president, Ada Marsh, met Bo Ek.", "explicit", beside_subject
    ),
    SubjectRule(
        "relative_who", "Ada Marsh, who met Bo Ek, signed the treaty.", "explicit", relative_who
    ),
)
"""How a name is tied to the verb that tells what it does."""


def _subject(tree: Tree, token: Token, names: Names) -> tuple[ActionRule, Token] | None:
    for rule in ACTION_RULES:
        found = rule.find(tree, token, names)
        if found is not None:
            return rule.id, found
    return None


def _verbs(tree: Tree, subject: Token) -> Iterator[Token]:
    """The subject's verb and the verbs coordinated with it that have no subject of their own."""
    verb = tree.head(subject)
    nearer = any(
        subject.index < c.index < verb.index for c in tree.children(verb, relations.SUBJECT)
    )
    if verb.pos != "VERB" or subject.index > verb.index or nearer:
        return
    yield verb
    for other in tree.conjuncts(verb):
        chain = tree.path_while(other, lambda t: t is not verb and t.dep == relations.CONJUNCT)
        # *Ada left, and Bo was promoted and fired*: what Bo has, Ada does not
        own = [t for t in chain if t is not verb and tree.has(t, *relations.NOMINAL_SUBJECTS)]
        if other.pos == "VERB" and not own:
            yield other


def _deed(tree: Tree, verb: Token) -> Token:
    """The verb that names the deed: *threatened to impose* is about imposing."""
    for child in tree.children(verb):
        if (
            child.dep == relations.OPEN_COMPLEMENT
            and child.pos == "VERB"
            and not _objects(tree, verb)
        ):
            between = any(c.index < child.index for c in tree.children(verb, relations.PREPOSITION))
            return verb if between else child
    return verb


def _objects(tree: Tree, verb: Token) -> tuple[Token, ...]:
    return tree.children(verb, *relations.OBJECTS)


def _target(text: str, tree: Tree, deed: Token, lexicon: Lexicon) -> Phrase | None:
    """The object, or what the verb's first preposition governs; none for *what* and *it*."""
    found = [*_objects(tree, deed)]
    if any(_tells_when(t, lexicon) for t in found):
        return None
    barred = lexicon.words("target_prepositions_not")
    for child in tree.children(deed):
        if (
            child.dep == relations.PREPOSITION
            and child.index > deed.index
            and child.text.lower() not in barred
        ):
            found.extend(tree.children(child, relations.PREPOSITIONAL_OBJECT))
    first = next((t for t in found if not _tells_when(t, lexicon)), None)
    if first is None or first.tag in NO_TARGETS or first.index < deed.index:
        return None
    return _noun_phrase(text, tree, first)


def _tells_when(token: Token, lexicon: Lexicon) -> bool:
    """*For a time*, *on Monday*."""
    units = {row[0] for row in lexicon.rows("time_units")} | lexicon.words("stretch_nouns")
    return token.entity in {"DATE", "TIME"} or (
        token.lemma in units and token.tag == word_forms.NOUN
    )


def _noun_phrase(text: str, tree: Tree, head: Token) -> Phrase:
    kept: list[Token] = []
    clauses = {
        t.index
        for inner in tree.subtree(head)
        if inner.dep
        in {relations.RELATIVE_CLAUSE, relations.ADVERBIAL_CLAUSE, relations.CLAUSAL_COMPLEMENT}
        for t in tree.subtree(inner)
    }
    for token in tree.subtree(head):
        gap = bool(kept) and token.index != kept[-1].index + 1
        if token.index > head.index and (gap or token.index in clauses or token.hole):
            break
        kept.append(token)
    end = start_while(kept, len(kept), lambda t: t.pos in {"PUNCT", "CCONJ", "SCONJ"}, floor=1)
    return phrase_of(text, kept[:end])


def _clause(tree: Tree, subject: Token, verb: Token) -> Tokens:
    """From the subject's first word to the end of the verb's clause, without a gap."""
    left = min(t.index for t in tree.subtree(subject) if t.index <= subject.index)
    barred = {
        t.index
        for c in tree.children(verb)
        if c.dep in OUTSIDE and c.index > verb.index
        for t in tree.subtree(c)
    }
    below = [t.index for t in tree.subtree(verb) if t.index not in barred]
    end = min([max(below) + 1, *(i for i in barred if i > verb.index)])
    clause = tree.tokens[left:end]
    return clause[: start_while(clause, len(clause), lambda t: t.pos in {"PUNCT", "CCONJ"})]


def _is_cut(tree: Tree, clause: Tokens, deed: Token) -> bool:
    """*Vowed in an address [that …]*, *called the raid [“…”]*: what it is about is left out."""
    after = tree.tokens[clause[-1].index + 1 : clause[-1].index + 2]
    content = tree.children(deed, relations.CLAUSAL_COMPLEMENT)
    left_out = any(c.index > clause[-1].index for c in content) and not _objects(tree, deed)
    return left_out or any(t.hole for t in after)


def _lacks_object(tree: Tree, subject: Token, verb: Token, deed: Token) -> bool:
    """*The price that Acme put on the mill*: the object stands before the clause."""
    described = verb.dep == relations.RELATIVE_CLAUSE and not _objects(tree, deed)
    return described and subject.tag not in {
        word_forms.RELATIVE_PRONOUN,
        word_forms.RELATIVE_DETERMINER,
    }


def _closed(text: str, clause: Tokens) -> int:
    """The clause's end, with the closing mark of a quotation that begins in it."""
    start, end = clause[0].start, clause[-1].end
    inside = text[start:end]
    opened = inside.count("“") > inside.count("”") or inside.count("‘") > inside.count("’")
    after = end + (text[end : end + 1] in {".", ","})
    return after + 1 if opened and text[after : after + 1] in MARKS else end


def _verb_of(tree: Tree, deed: Token) -> str:
    """The verb's lemma with what belongs to it: *slow-walk*, *carry out*."""
    particle = [c.text.lower() for c in tree.children(deed, relations.PARTICLE)]
    before = tree.tokens[max(0, deed.index - 2) : deed.index]
    joined = len(before) == 2 and before[1].text == "-" and before[1].end == deed.start
    word = f"{before[0].text.lower()}-{deed.lemma}" if joined else deed.lemma
    return " ".join([word, *particle[:1]])


def _stands_alone(tree: Tree, verb: Token) -> bool:
    """Whether a coordinated verb has a subject or a modal of its own."""
    return any(c.dep == relations.SUBJECT or c.tag == word_forms.MODAL for c in tree.children(verb))


def _modality(text: str, tree: Tree, verb: Token, deed: Token, uncertain: Tokens) -> str | None:
    """Modal, hedge or attitude verb, verbatim."""
    chain = tree.path_while(
        verb, lambda t: t.dep == relations.CONJUNCT and not _stands_alone(tree, t)
    )
    words = {
        c.index: c
        for t in chain
        for c in tree.children(t)
        if c.dep == relations.AUXILIARY and c.tag == word_forms.MODAL
    }
    hedges = {t.index: t for t in uncertain}
    kept = [t.text for _, t in sorted((words | hedges).items())]
    if deed.index != verb.index:
        to = tree.children(deed, relations.AUXILIARY)
        kept.append(phrase_of(text, [verb, *(to or [verb])]).text)
    return " ".join(kept) if kept else None
