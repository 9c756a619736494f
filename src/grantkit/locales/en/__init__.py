"""The English locale."""
