"""Finding, loading and holding plugins; a plugin itself imports only `grantkit.plugins.api`."""
