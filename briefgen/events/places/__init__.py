"""Names → places: what each means here, what it does in its sentence, its theater."""
