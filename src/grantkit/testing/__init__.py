"""For tests: strategies (they need Hypothesis), and kits for authors of plugins."""
