SELECT snippet(search_text, 3, '', '', '…', 12) FROM search_text WHERE search_text MATCH :word ORDER BY rank LIMIT 20
