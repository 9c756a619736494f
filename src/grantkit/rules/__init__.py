"""What a careful reviewer would find; one module a rule, one walk for all of them."""
