"""For tests: strategies (they need Hypothesis), and a harness for LibreOffice and validators."""
