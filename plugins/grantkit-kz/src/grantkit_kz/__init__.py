"""The report forms of Kazakhstan's state grants for grantkit."""
