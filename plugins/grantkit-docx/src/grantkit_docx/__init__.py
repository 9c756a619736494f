"""Writes grantkit reports as Word documents (DOCX)."""
