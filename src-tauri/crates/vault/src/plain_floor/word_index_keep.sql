INSERT INTO search_text (kind, row_id, client_id, text)
VALUES ('note', 1, 1, ?1)
