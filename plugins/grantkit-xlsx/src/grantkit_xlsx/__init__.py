"""Writes grantkit reports as Excel workbooks (XLSX)."""
