"""The rows; each module here is imported by `benchmarks.api.rows`."""
