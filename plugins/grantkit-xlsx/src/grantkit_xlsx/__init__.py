"""Writes and reads grantkit reports as Excel workbooks (XLSX)."""
