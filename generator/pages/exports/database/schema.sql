-- The whole briefing as one SQLite file: the rows of the JSON files, tied together by keys.
-- Offsets are characters of a document's reading text, end excluded. `page` is the address of the
-- page that shows a row. A sentence's `text` is empty where the settings do not publish it. Words are
-- those that a reader sees: of Markdown without marks, a link's target or a tag's attributes. A long
-- table that no search goes into lies in the order of its keys, so that none is written twice.
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA user_version = 1;

CREATE TABLE build (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE documents (
  id TEXT PRIMARY KEY, letter TEXT NOT NULL, title TEXT, title_how TEXT, publisher TEXT,
  publisher_how TEXT, published TEXT, published_how TEXT, genre TEXT, licence TEXT, address TEXT,
  language TEXT NOT NULL, media_type TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL, page TEXT NOT NULL);
CREATE TABLE authors (
  document TEXT NOT NULL REFERENCES documents(id), place INTEGER NOT NULL, name TEXT NOT NULL,
  how TEXT NOT NULL, PRIMARY KEY (document, place)) WITHOUT ROWID;
CREATE TABLE zones (
  document TEXT NOT NULL REFERENCES documents(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  kind TEXT NOT NULL, reason TEXT NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, start)) WITHOUT ROWID;
CREATE TABLE sentences (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id), sentence TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, paragraph INTEGER NOT NULL, zone TEXT NOT NULL,
  text TEXT, page TEXT);
CREATE TABLE keyphrases (
  document TEXT NOT NULL REFERENCES documents(id), rank INTEGER NOT NULL, text TEXT NOT NULL,
  score REAL NOT NULL, PRIMARY KEY (document, rank)) WITHOUT ROWID;

CREATE TABLE actors (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, role TEXT, salience REAL NOT NULL,
  shown INTEGER NOT NULL, rule TEXT, why TEXT NOT NULL, type_rule TEXT, page TEXT);
CREATE TABLE aliases (
  actor TEXT NOT NULL REFERENCES actors(id), text TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (actor, text)) WITHOUT ROWID;
CREATE TABLE roles (
  id INTEGER PRIMARY KEY, actor TEXT NOT NULL REFERENCES actors(id),
  document TEXT NOT NULL REFERENCES documents(id), sentence TEXT REFERENCES sentences(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, date TEXT);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY, actor TEXT NOT NULL REFERENCES actors(id),
  document TEXT NOT NULL REFERENCES documents(id), sentence TEXT REFERENCES sentences(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
  why TEXT NOT NULL, rule TEXT);
CREATE TABLE related_actors (
  actor TEXT NOT NULL REFERENCES actors(id), other TEXT NOT NULL REFERENCES actors(id),
  sentences INTEGER NOT NULL, PRIMARY KEY (actor, other)) WITHOUT ROWID;

CREATE TABLE quotations (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id),
  sentence TEXT REFERENCES sentences(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, kind TEXT NOT NULL, speaker TEXT REFERENCES actors(id), speaker_name TEXT,
  speaker_mention TEXT, cue TEXT, attribution TEXT NOT NULL, hedge TEXT, rule TEXT NOT NULL,
  why TEXT NOT NULL, unresolved TEXT, page TEXT);
CREATE TABLE quotations_about (
  quotation TEXT NOT NULL REFERENCES quotations(id), actor TEXT NOT NULL REFERENCES actors(id),
  PRIMARY KEY (quotation, actor)) WITHOUT ROWID;
CREATE TABLE statements (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id),
  sentence TEXT REFERENCES sentences(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, speaker TEXT REFERENCES actors(id), speaker_name TEXT, speaker_mention TEXT,
  cue TEXT, hedge TEXT, rule TEXT NOT NULL, why TEXT NOT NULL, unresolved TEXT,
  stance TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE quotations_by (
  quotation TEXT NOT NULL REFERENCES quotations(id), actor TEXT NOT NULL REFERENCES actors(id),
  position INTEGER NOT NULL, PRIMARY KEY (quotation, actor)) WITHOUT ROWID;
CREATE TABLE statements_by (
  statement TEXT NOT NULL REFERENCES statements(id), actor TEXT NOT NULL REFERENCES actors(id),
  position INTEGER NOT NULL, PRIMARY KEY (statement, actor)) WITHOUT ROWID;
CREATE TABLE actions (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id),
  sentence TEXT REFERENCES sentences(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actors(id), verb TEXT NOT NULL, target TEXT REFERENCES actors(id),
  target_text TEXT, modality TEXT, negated INTEGER NOT NULL, rule TEXT NOT NULL,
  why TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE dates (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id),
  sentence TEXT REFERENCES sentences(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, value TEXT, timex_value TEXT, precision TEXT NOT NULL, rule TEXT NOT NULL,
  why TEXT NOT NULL, confidence TEXT NOT NULL, in_timeline INTEGER NOT NULL, planned INTEGER NOT NULL,
  event_start INTEGER, event_end INTEGER, unresolved TEXT, seen_from TEXT NOT NULL,
  unresolved_reason TEXT) WITHOUT ROWID;
CREATE TABLE timeline (
  id TEXT PRIMARY KEY, date TEXT NOT NULL, confidence TEXT NOT NULL, background INTEGER NOT NULL,
  planned INTEGER NOT NULL, reported INTEGER NOT NULL, text TEXT NOT NULL, page TEXT);
CREATE TABLE timeline_members (
  entry TEXT NOT NULL REFERENCES timeline(id), place INTEGER NOT NULL,
  date TEXT REFERENCES dates(id), document TEXT NOT NULL REFERENCES documents(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (entry, place)) WITHOUT ROWID;
CREATE TABLE timeline_actors (
  entry TEXT NOT NULL REFERENCES timeline(id), actor TEXT NOT NULL REFERENCES actors(id),
  PRIMARY KEY (entry, actor)) WITHOUT ROWID;

CREATE TABLE topics (id TEXT PRIMARY KEY, label TEXT NOT NULL, page TEXT NOT NULL);
CREATE TABLE topic_occurrences (
  id INTEGER PRIMARY KEY, topic TEXT NOT NULL REFERENCES topics(id),
  document TEXT NOT NULL REFERENCES documents(id), sentence TEXT REFERENCES sentences(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE topic_actors (
  topic TEXT NOT NULL REFERENCES topics(id), actor TEXT NOT NULL REFERENCES actors(id),
  PRIMARY KEY (topic, actor)) WITHOUT ROWID;
CREATE TABLE related_topics (
  topic TEXT NOT NULL REFERENCES topics(id), other TEXT NOT NULL REFERENCES topics(id),
  PRIMARY KEY (topic, other)) WITHOUT ROWID;

CREATE TABLE stories (
  id TEXT PRIMARY KEY, label TEXT, document TEXT REFERENCES documents(id), label_start INTEGER,
  label_end INTEGER, start TEXT, "end" TEXT, cosine REAL NOT NULL);
CREATE TABLE story_documents (
  story TEXT NOT NULL REFERENCES stories(id), document TEXT NOT NULL REFERENCES documents(id),
  place INTEGER NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (story, document)) WITHOUT ROWID;
CREATE TABLE story_actors (
  story TEXT NOT NULL REFERENCES stories(id), actor TEXT NOT NULL REFERENCES actors(id),
  PRIMARY KEY (story, actor)) WITHOUT ROWID;
CREATE TABLE story_topics (
  story TEXT NOT NULL REFERENCES stories(id), topic TEXT NOT NULL REFERENCES topics(id),
  PRIMARY KEY (story, topic)) WITHOUT ROWID;

CREATE TABLE takeaways (
  id TEXT PRIMARY KEY, section TEXT NOT NULL, rank INTEGER NOT NULL,
  document TEXT NOT NULL REFERENCES documents(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, topic TEXT REFERENCES topics(id), label TEXT);
CREATE TABLE comparison (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, actor TEXT REFERENCES actors(id),
  topic TEXT REFERENCES topics(id), score REAL, value TEXT, voices INTEGER) WITHOUT ROWID;
CREATE TABLE comparison_members (
  id INTEGER PRIMARY KEY, comparison TEXT NOT NULL REFERENCES comparison(id),
  document TEXT NOT NULL REFERENCES documents(id), sentence TEXT REFERENCES sentences(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, actor TEXT REFERENCES actors(id),
  topic TEXT REFERENCES topics(id), date TEXT);

CREATE INDEX mentions_actor ON mentions(actor);
CREATE INDEX mentions_document ON mentions(document);
CREATE INDEX quotations_speaker ON quotations(speaker);
CREATE INDEX quotations_document ON quotations(document);
CREATE INDEX sentences_document ON sentences(document);
CREATE INDEX statements_speaker ON statements(speaker);

CREATE VIEW who_said_what AS
  SELECT q.id, a.name AS speaker, q.text, q.kind, q.attribution, s.text AS sentence,
    coalesce(d.title, d.path) AS source, d.published, q.page
  FROM quotations q JOIN documents d ON d.id = q.document
  LEFT JOIN quotations_by b ON b.quotation = q.id
  LEFT JOIN actors a ON a.id = b.actor LEFT JOIN sentences s ON s.id = q.sentence
  WHERE q.kind IN ('direct_speech', 'reported_fragment');
