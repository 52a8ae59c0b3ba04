CREATE VIRTUAL TABLE search_text USING fts5(
    kind UNINDEXED, row_id UNINDEXED, client_id UNINDEXED, text,
    prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);
