"""Writes and reads grantkit reports as Word documents (DOCX)."""
