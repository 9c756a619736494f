"""What reports are read from and written to: formats, files, jobs, limits."""
