SELECT head, accent, margins FROM paper_look WHERE id = 1
