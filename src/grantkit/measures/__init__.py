"""What reports add up to: achievement, sums of head counts, totals with their provenance."""
