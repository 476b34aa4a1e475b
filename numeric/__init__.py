"""The second opinion: claims evaluated at points, from the textbook meaning of each symbol; proofs are never seen."""
