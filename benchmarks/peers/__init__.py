"""What grantkit is compared with, written as a user of the peer would write it."""
