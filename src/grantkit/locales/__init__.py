"""Languages: reading what people write in them, and printing values in them."""
