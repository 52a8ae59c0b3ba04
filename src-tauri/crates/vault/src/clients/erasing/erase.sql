-- Everything about a client hangs on this row.
DELETE FROM client WHERE id = :id
