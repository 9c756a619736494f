"""What the report form of Kazakhstan's state grants asks, besides what is true of any grant."""
