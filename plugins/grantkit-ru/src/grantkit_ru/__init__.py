"""The Russian language for grantkit: its numbers, dates, quantities and words."""
