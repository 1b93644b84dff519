"""Fuzzing of the readers: mutated real files must be read or refused, and nothing else."""
