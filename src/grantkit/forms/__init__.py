"""Forms as data, and the one walk that turns a form and a report into a document."""
