-- Full-text search, in the form that Datasette finds by itself.
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content = 'sentences', columnsize = 0);
INSERT INTO sentences_fts(sentences_fts) VALUES ('rebuild');
INSERT INTO sentences_fts(sentences_fts) VALUES ('optimize');
CREATE VIRTUAL TABLE quotations_fts USING fts5(
  text, speaker_name, content = 'quotations', columnsize = 0);
INSERT INTO quotations_fts(quotations_fts) VALUES ('rebuild');
INSERT INTO quotations_fts(quotations_fts) VALUES ('optimize');
