"""What a rule is, for every stage that decides by rules.

A stage has one table of rules and tries them in the table's order. The id of the rule that decided
goes with the answer into the data (field ``rule``); the words that a reader sees for it stand in
the catalogue alone (``generator/i18n/locale/*/rules.po``, the stage as the message's context).
"""

from typing import Generic, Literal, TypeVar

from msgspec import Struct

Id_co = TypeVar("Id_co", bound=str, covariant=True)
Certainty_co = TypeVar("Certainty_co", bound=str, covariant=True)
Find_co = TypeVar("Find_co", covariant=True)


class Rule(Struct, Generic[Id_co, Certainty_co, Find_co], frozen=True):
    """One way to decide, with a sentence that shows it."""

    id: Id_co
    """Stable: data files, the catalogue and benchmarks name the rule by it."""
    example: str
    certainty: Certainty_co
    """How sure what it finds is, in the stage's own words."""
    find: Find_co
    """What looks for it; the stage says what it is given and what it answers."""


ZoneRule = Literal[
    "front_matter",
    "running_text",
    "markdown_heading",
    "original_title",
    "original_heading",
    "original_caption",
    "original_boilerplate",
    "beside_headline",
    "table_row",
    "program_code",
    "callout_title",
    "first_line",
    "below_headline",
    "headline_again",
    "kicker",
    "masthead",
    "site_name",
    "menu",
    "short_line",
    "short_line_between_turns",
    "mostly_date",
    "place_in_capitals",
    "byline",
    "reporting_credit",
    "name_of_author",
    "author_note",
    "issuer_note",
    "photo_credit",
    "ends_in_photo_credit",
    "photo_link",
    "fragment",
    "label_above_turn",
    "label_before_turn",
    "turn",
    "turn_goes_on",
    "procedure",
    "name_beside_block_quotation",
    "named_block_quotation",
    "bold_question",
    "answer_below_question",
    "comment_thread",
    "reference_list",
    "earlier_message",
    "among_boilerplate",
    "page_boilerplate",
    "advertisement",
    "app_promotion",
    "contact_details",
    "copyright_notice",
    "correction_note",
    "read_on",
    "archive_label",
    "page_number",
    "press_release_label",
    "print_header",
    "social_media",
    "subscription",
    "source_line",
    "republication_note",
    "looks_like_html",
    "looks_like_xml",
    "looks_like_feed",
    "looks_like_mail",
    "looks_like_log",
    "looks_like_table",
    "looks_like_columns",
    "looks_like_records",
    "looks_like_subtitles",
    "looks_like_code",
    "looks_like_encoded_data",
    "looks_like_binary",
]
"""Why a stretch of a document is taken for what it is: a rule of `generator.read.zones`, a line of
the lists ``boilerplate.tsv``, or what a whole text looks like that is no article."""
FactRule = Literal[
    "headline",
    "genre_label",
    "date_line",
    "name_line",
    "named_reporter",
    "named_in_author_note",
    "academic_author",
    "speaker_labels",
    "dateline_agency",
    "republished_from",
    "original_metadata",
    "editor",
    "reference_manager",
    "latest_past_day",
    "latest_past_year",
    "latest_past_weekday",
    "byline",
    "kicker",
    "masthead",
    "site_name",
    "bold_question",
    "source_line",
    "copyright_notice",
    "republication_note",
]
"""Where a fact about a document was found, or what it was inferred from: a rule of
`generator.read.metadata` or of the list ``metadata_patterns.tsv``, the editor, or what a date of
publication follows from (`generator.resolve.temporal_anchoring`)."""

QuotationRule = Literal[
    "headline_phrase",
    "title",
    "term",
    "turn",
    "label_inside",
    "label_before",
    "verb_and_label",
    "dash_after",
    "cue_after",
    "words_behind",
    "in_the_words_of",
    "cue_before",
    "governing_verb",
    "governing_noun",
    "word_or_phrase",
    "after_all",
    "according_to",
    "colon_before",
    "earlier_report",
    "governing_subject",
    "labelled_as",
    "sentence_between",
    "after_quotation",
    "reopened_mark",
    "signed_behind",
    "paragraph_before",
    "no_source",
    "no_word_lists",
    "editor",
]
"""What decided on a quotation: a rule of `generator.extract.quotations`, or why none did."""

StatementRule = Literal[
    "content_clause",
    "charge",
    "asked",
    "inserted_report",
    "as_said",
    "report_behind",
    "that_clause",
    "called",
    "topic",
    "according_to",
]
"""What decided on a statement: a rule of `generator.extract.indirect_speech`."""

HiddenRule = Literal[
    "caption", "beside_author", "author", "credited", "place", "where_said", "in_passing", "editor"
]
"""Why an actor is not shown, or, by the editor, shown, hidden or split."""
MentionRule = Literal[
    "main_country",
    "compound",
    "seat",
    "acting_capital",
    "owning_capital",
    "beside_parties",
    "inside_name",
]
"""Why a place where an actor is named counts, where that is not plain; words that refer have a
rule of `generator.model.coreference` instead."""
AnchorRule = Literal[
    "order_of_others",
    "order_of_outlet",
    "year_of_end",
    "year_stated_before",
    "year_near_own_date",
    "year_in_file",
    "year_of_same_author",
    "year_of_related",
    "weekday_agrees",
    "weekday_disagrees",
    "own_date",
    "inferred_date",
    "date_before",
    "quarter_before",
    "after_date_before",
    "named_event",
]
"""What a date is seen from, where its own words do not give it whole."""
UndatedReason = Literal[
    "vague",
    "two_orders",
    "no_year",
    "two_years",
    "no_such_day",
    "no_publication",
    "no_context",
    "no_event",
]
"""Why a time expression has no date."""
ActionRule = Literal["own_subject", "beside_subject", "relative_who"]
"""What decided on an action: a rule of `generator.extract.actions`."""

TypeRule = Literal[
    "purpose",
    "known_place",
    "known_company",
    "town",
    "size_of_town",
    "town_or_person",
    "body_head",
    "body_head_alone",
    "body_suffix",
    "place_head",
    "place_head_alone",
    "thing_head",
    "thing_head_alone",
    "code",
    "field",
    "numeral",
    "acronym",
    "acronym_first",
    "acronym_last",
    "plural_initials",
    "medial_capital",
    "see",
    "mountain",
    "begins_with_country",
    "branch",
    "team",
    "surname",
    "surname_alone",
    "family",
    "given_name",
    "given_name_alone",
    "initials",
    "capitalised",
    "unlisted",
    "initials_alone",
    "common_last",
    "label_person",
    "label_body",
    "label_place",
    "label_people",
    "label_thing",
    "label_vague",
    "human_verb",
    "other_verb",
    "location_preposition",
    "article",
    "common",
    "personal_pronoun",
    "neuter_pronoun",
    "beside_place",
    "beside_body",
    "beside_thing",
    "trade",
    "particle",
    "age",
    "year",
    "before_place",
    "short_for_words",
    "called_person",
    "called_place",
    "called_body",
    "called_thing",
    "title",
    "unattested",
    "listed_person",
    "listed_place",
    "gazetteer",
    "description",
]
"""What weighed most for an actor's type: a rule of `generator.resolve.entities.type_rules`, the
table of countries, or the words of a description (*Kenyan officials*)."""
